import { cellToChildren, cellToParent, polygonToCells } from 'h3-js'
import { describe, expect, it } from 'vitest'
import { WARDS } from '../../partnership/ward.ts'
import { cellOf, widen } from '../map/cell.ts'
import { AREA } from './place.ts'
import { areaName, placeName } from './place-name.ts'
import { cellOfWard, centreOfWard } from './ward-centre.ts'

const { south, north, west, east } = AREA
const wards = polygonToCells(
  [
    [south, west],
    [south, east],
    [north, east],
    [north, west],
  ],
  7,
)
const everyCell = [
  ...wards,
  ...wards.flatMap((cell) => cellToChildren(cell, 8)),
  ...new Set(wards.flatMap((cell) => [cellToParent(cell, 6), cellToParent(cell, 5)])),
]

describe('the name of a hexagon', () => {
  it('is the name of no other hexagon of the city region, whole or as the rest of one', () => {
    const names = everyCell.flatMap((cell) => [areaName(cell, false), areaName(cell, true)])
    const twice = names.filter((name, at) => names.indexOf(name) !== at)
    expect(everyCell.length).toBeGreaterThan(3_500)
    expect(twice).toEqual([])
  })

  it('is in words and whole kilometres, without degrees or decimals', () => {
    const away = /^(\d+ km (north|south)( and \d+ km (east|west))?|\d+ km (east|west)) of [A-Z]/
    const names = wards.map(placeName)
    expect(names.filter((name) => /\d/.test(name) && !away.test(name))).toEqual([])
    expect(names.filter((name) => away.test(name)).length).toBeGreaterThan(100)
    expect(
      everyCell
        .flatMap((cell) => [areaName(cell, true), areaName(cell, false)])
        .filter((name) => /°|\d\.\d+ km /.test(name)),
    ).toEqual([])
  })

  const canning = cellOf(centreOfWard('Toxteth'))

  it.each([
    { cell: widen(canning, 7), rest: false, says: 'Canning', why: 'a hexagon in the middle of a ward' },
    { cell: widen(canning, 7), rest: true, says: 'rest of Canning', why: 'what smaller areas leave of it' },
    { cell: canning, rest: false, says: /^Canning \(\S+ part\)$/, why: 'a part of it' },
    { cell: widen(canning, 6), rest: false, says: 'area around Sefton Park (33 km²)', why: 'a wide area' },
    {
      cell: widen(canning, 6),
      rest: true,
      says: 'rest of the area around Sefton Park (33 km²)',
      why: 'the rest of it',
    },
    {
      cell: widen(canning, 5),
      rest: false,
      says: 'most of the city (227 km²)',
      why: 'no park gives its name to a city',
    },
    { cell: widen(canning, 5), rest: true, says: 'rest of the city', why: 'the rest of the widest' },
  ])('$why is "$says"', ({ cell, rest, says }) => {
    expect(areaName(cell, rest)).toEqual(typeof says === 'string' ? says : expect.stringMatching(says))
  })

  it('calls most of the city what holds most of the wards, and nothing else', () => {
    const blocks = WARDS.map((ward) => placeName(widen(cellOfWard(ward), 5)))
    const most = blocks.filter((name) => name.startsWith('most of the city'))
    expect(most.length).toBeGreaterThan(WARDS.length / 2)
    expect(most.length).toBeLessThan(WARDS.length)
  })
})
