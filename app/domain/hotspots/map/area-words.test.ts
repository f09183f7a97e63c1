import { expect, it } from 'vitest'
import { sayComparison, sayCount, saySize } from './area-words.ts'

it.each([
  { compared: null, says: 'no earlier release to compare with', why: 'the first release' },
  { compared: { now: 25, before: 25, within: null }, says: 'as many as before', why: 'no change' },
  { compared: { now: 35, before: 25, within: null }, says: 'about 10 more than before', why: 'a rise' },
  { compared: { now: 10, before: 25, within: null }, says: 'about 15 fewer than before', why: 'a fall' },
  {
    compared: { now: 45, before: 25, within: 'Canning' },
    says: 'about 20 more than before in Canning',
    why: 'a larger area, which is named',
  },
])('$why is said in words', ({ compared, says }) => {
  expect(sayComparison(compared)).toBe(says)
})

it('counts are never said as if they were exact', () => {
  expect(sayCount(1205)).toBe('about 1,205')
})

it('sizes have a decimal only where it matters', () => {
  expect([0.66, 4.63, 32.5, 227].map(saySize)).toEqual(['0.7 km²', '4.6 km²', '33 km²', '227 km²'])
})
