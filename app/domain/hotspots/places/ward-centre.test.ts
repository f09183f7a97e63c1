import { expect, it } from 'vitest'
import { WARDS } from '../../partnership/ward.ts'
import { cellOf, OF_A_WARD, resolutionOf, widen } from '../map/cell.ts'
import { isInArea } from './place.ts'
import { cellOfWard, cellsOfWard, centreOfWard, WARD_CENTRES, wardsIn } from './ward-centre.ts'

it('every ward has a middle in the area, and no two the same', () => {
  expect(Object.keys(WARD_CENTRES).sort()).toEqual([...WARDS].sort())
  expect(WARDS.every((ward) => isInArea(centreOfWard(ward)))).toBe(true)
  expect(new Set(WARDS.map((ward) => String(WARD_CENTRES[ward]))).size).toBe(WARDS.length)
})

it('a ward alone stands for a wide hexagon, never for a fine one', () => {
  expect(new Set(WARDS.map((ward) => resolutionOf(cellOfWard(ward))))).toEqual(new Set([OF_A_WARD]))
})

it('an area has the wards of its hexagon, and a ward the hexagons in which it may be named', () => {
  const area = cellOfWard('Arundel')
  expect(wardsIn(area)).toEqual(['Arundel', 'Edge Hill', 'Smithdown', 'Wavertree Village'])
  expect(wardsIn(cellOf(centreOfWard('Arundel')))).toEqual(wardsIn(area))
  expect(wardsIn(widen(area, 6))).toEqual(expect.arrayContaining(wardsIn(area)))
  for (const ward of WARDS) expect(wardsIn(cellOfWard(ward))).toContain(ward)
  expect(cellsOfWard('Arundel')).toEqual(
    expect.arrayContaining([area, cellOf(centreOfWard('Arundel')), widen(area, 6), widen(area, 5)]),
  )
})
