import { expect, test } from 'vitest'
import { wordList } from './word-list.ts'

test.each([
  { words: [], list: '' },
  { words: ['risk'], list: 'risk' },
  { words: ['name', 'risk'], list: 'name and risk' },
  { words: ['name', 'address', 'risk'], list: 'name, address and risk' },
])('“$list”', ({ words, list }) => {
  expect(wordList(words)).toBe(list)
})
