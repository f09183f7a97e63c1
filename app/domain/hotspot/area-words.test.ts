import { expect, it } from 'vitest'
import { sayChange, sayCount, saySize } from './area-words.ts'

it.each([
  { now: 25, before: null, says: /^cannot be compared/, why: 'an area that was not there' },
  { now: 25, before: 25, says: /^as many as before$/, why: 'no change' },
  { now: 35, before: 25, says: /^about 10 more than before$/, why: 'a rise' },
  { now: 10, before: 25, says: /^about 15 fewer than before$/, why: 'a fall' },
])('$why is said in words', ({ now, before, says }) => {
  expect(sayChange(now, before)).toMatch(says)
})

it('counts are never said as if they were exact', () => {
  expect(sayCount(1205)).toBe('about 1,205')
})

it('sizes have a decimal only where it matters', () => {
  expect([0.66, 4.63, 32.5, 227].map(saySize)).toEqual(['0.7 km²', '4.6 km²', '33 km²', '227 km²'])
})
