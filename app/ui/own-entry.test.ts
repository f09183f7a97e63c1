import { describe, expect, it } from 'vitest'
import { ownEntry } from './own-entry.ts'

describe('the entry of a table by a word from an address', () => {
  it.each([
    { word: 'saved', entry: 'It is saved.', why: 'a word of ours' },
    { word: 'Saved', entry: undefined, why: 'another spelling' },
    { word: '', entry: undefined, why: 'an empty word' },
    { word: null, entry: undefined, why: 'no word' },
    { word: '__proto__', entry: undefined, why: 'what every object stems from' },
    { word: 'constructor', entry: undefined, why: 'what made it' },
    { word: 'toString', entry: undefined, why: 'what it can do' },
  ])('$why', ({ word, entry }) => {
    expect(ownEntry({ saved: 'It is saved.' }, word)).toBe(entry)
  })
})
