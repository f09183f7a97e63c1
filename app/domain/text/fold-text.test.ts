import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldText } from './fold-text.ts'

describe('folded text', () => {
  it.each([
    { text: 'ŁØĐß', folded: 'lodss', why: 'letters that Unicode does not take apart' },
    { text: 'İstanbul', folded: 'istanbul', why: 'a capital i with its dot' },
    { text: '०१२ ٣٤ ７', folded: '012 34 7', why: 'digits of every script' },
    { text: 'कि', folded: 'कि', why: 'vowel signs that make the word' },
    { text: 'ガ', folded: 'ガ', why: 'sound marks of Japanese' },
  ])('keeps the word and leaves out the rest: $why', ({ text, folded }) => {
    expect(foldText(text)).toBe(folded.normalize('NFC'))
  })

  it('is the same when it is folded again', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => foldText(foldText(text)) === foldText(text)))
  })
})
