import { expect, it } from 'vitest'
import { WARDS } from '../ward.ts'
import { OF_A_WARD, resolutionOf } from './cell.ts'
import { isInArea } from './place.ts'
import { cellOfWard, centreOfWard, WARD_CENTRES } from './ward-centre.ts'

it('every ward has a middle in the area, and no two the same', () => {
  expect(Object.keys(WARD_CENTRES).sort()).toEqual([...WARDS].sort())
  expect(WARDS.every((ward) => isInArea(centreOfWard(ward)))).toBe(true)
  expect(new Set(WARDS.map((ward) => String(WARD_CENTRES[ward]))).size).toBe(WARDS.length)
})

it('a ward alone stands for a wide hexagon, never for a fine one', () => {
  expect(new Set(WARDS.map((ward) => resolutionOf(cellOfWard(ward))))).toEqual(new Set([OF_A_WARD]))
})
