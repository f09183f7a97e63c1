import { expect, it } from 'vitest'
import { shownOf } from './rules-effect.ts'

it('shows how fine a map other rules would make, and no number of incidents', () => {
  const summary = {
    incidents: 900,
    areas: 48,
    atSevenOrFiner: 60,
    atEight: 11,
    onTheMap: 90,
    strandGroups: 9,
    bytes: 4000,
  }
  expect(shownOf(summary)).toEqual({ areas: 48, atSevenOrFiner: 60, onTheMap: 90 })
  expect(shownOf(null)).toBeNull()
})
