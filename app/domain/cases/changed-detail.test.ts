import { describe, expect, test } from 'vitest'
import { changedAnswers, changedInWords } from './changed-detail.ts'

describe('what a correction changed, in words', () => {
  test.each([
    {
      changed: ['phone', 'safeToText'],
      after: { phone: '07700 900001', safeToText: 'no' },
      words: 'Texts: not safe. Also changed: phone.',
    },
    {
      changed: ['safeToCall', 'safeToPost'],
      after: { safeToCall: 'yes', safeToPost: null },
      words: 'Calls: safe; letters: not asked.',
    },
    { changed: ['interpreterNeeded'], after: { interpreterNeeded: true }, words: 'Interpreter needed: yes.' },
    { changed: ['communicationNeeds'], after: { communicationNeeds: [] }, words: 'Communication needs: none.' },
    { changed: ['types'], after: { types: ['verbal_abuse', 'spitting'] }, words: 'What kind: verbal abuse, spitting.' },
    { changed: ['wishes', 'name'], after: { wishes: 'Peace', name: 'Amara' }, words: 'Wishes, name.' },
  ])('$words', ({ changed, after, words }) => {
    expect(changedInWords(changed, changedAnswers(changed, after))).toBe(words)
  })

  test('names the fields of an event that holds no answers', () => {
    expect(changedInWords(['phone', 'safeToText'], {})).toBe('Phone, texts.')
  })

  test('keeps nothing that a person wrote', () => {
    const after = { name: 'Amara', phone: '07700 900001', wishes: 'Peace', dateOfBirth: '1987-05-12', safeToText: 'no' }
    expect(changedAnswers(Object.keys(after), after)).toEqual({ safeToText: ['no'] })
  })
})
