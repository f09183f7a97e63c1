import { expect, it } from 'vitest'
import { sayMonths } from './say-months.ts'

it.each([
  { from: '2014-04-01', to: '2014-04-01', says: 'April 2014', why: 'one month' },
  { from: '2026-07-01', to: '2026-09-01', says: 'July to September 2026', why: 'months of one year' },
  { from: '2025-11-01', to: '2026-01-01', says: 'November 2025 to January 2026', why: 'months of two years' },
])('$why reads $says', ({ from, to, says }) => {
  expect(sayMonths({ from, to })).toBe(says)
})
