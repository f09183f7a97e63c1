import { describe, expect, it } from 'vitest'
import { visibleText } from './visible-text.ts'

describe('visibleText', () => {
  it.each([
    { text: '\u200b', why: 'a zero-width space' },
    { text: '\u3164', why: 'the Hangul filler, which Unicode calls a letter' },
    { text: '\u2800', why: 'the Braille pattern without dots, which Unicode calls a symbol' },
    { text: '\u00ad \ufeff\u2060', why: 'soft hyphen, byte order mark and word joiner' },
    { text: '\u202e\u200f', why: 'marks of direction' },
    { text: '\u00a0\u3000\t\r\n', why: 'spaces of every kind' },
    { text: '\ufe0f\u0301', why: 'a variation selector and an accent on nothing' },
    { text: '\u0000\u0007', why: 'control characters' },
  ])('counts $why as nothing', ({ text }) => {
    expect(visibleText(text)).toBe('')
  })

  it.each([
    { text: ' \u200bAmira\u200b ', seen: 'Amira', why: 'invisible characters around a name are not part of it' },
    { text: 'می‌خواهم', seen: 'می‌خواهم', why: 'Persian needs the non-joiner inside words' },
    { text: '👩‍👧', seen: '👩‍👧', why: 'emoji are joined by an invisible character' },
    { text: 'क्', seen: 'क्', why: 'a sign of Hindi at the end is visible' },
    { text: '-', seen: '-', why: 'a dash can be seen' },
  ])('keeps $seen: $why', ({ text, seen }) => {
    expect(visibleText(text)).toBe(seen)
  })
})
