import { expect, it } from 'vitest'
import { CRIME_SHADES, DENSITY_SHADES, STRAND_SHADES, shadeOf } from './shade.ts'

it.each([
  { value: 0.3, shade: 0, why: 'a wide, quiet hexagon' },
  { value: 4, shade: 2, why: 'exactly where a class begins' },
  { value: 15.2, shade: 3, why: 'ten incidents in the finest hexagon' },
  { value: 400, shade: 4, why: 'more than the last class begins at' },
])('$why has shade $shade', ({ value, shade }) => {
  expect(shadeOf(value, DENSITY_SHADES)).toBe(shade)
})

it('has five classes on every map, which is as many as eye and print can tell apart', () => {
  expect([DENSITY_SHADES, STRAND_SHADES, CRIME_SHADES].map((shades) => shades.length)).toEqual([5, 5, 5])
})
