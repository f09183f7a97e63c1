import { describe, expect, it } from 'vitest'
import { builtOf, cityQuarter } from '../../../../tests/support/hotspots/city.ts'
import { cellAt } from '../../../../tests/support/hotspots/incident-rows.ts'
import { cellsIn, OF_A_WARD, resolutionOf, widen } from '../map/cell.ts'
import { LATTICE_CELLS, latticeOf, spreadOverLattice } from './lattice.ts'
import type { ReleaseBody } from './release-body.ts'

const fine = cellAt(0)
const wide = widen(fine, 7)
const wider = widen(fine, 6)
const areas = (...all: [string, number, (0 | 1)?][]): Omit<ReleaseBody['areas'], 'block'> => ({
  where: all.map(([where]) => where),
  incidents: all.map(([, incidents]) => incidents),
  rest: all.map(([, , rest = 0]) => rest),
})
const totalOf = (counts: ReadonlyMap<string, number>) => [...counts.values()].reduce((sum, count) => sum + count, 0)

describe('published counts distributed over hexagons of one size', () => {
  it('a finer area counts in the hexagon around it, with what is left there', () => {
    expect(spreadOverLattice(areas([fine, 15], [wide, 20, 1]))).toEqual(new Map([[wide, 35]]))
  })

  it('a wider area counts evenly in those within it that are not published themselves', () => {
    const counts = spreadOverLattice(areas([wide, 30], [wider, 60, 1]))
    expect(counts.get(wide)).toBe(30)
    expect(
      cellsIn(wider, OF_A_WARD)
        .filter((cell) => cell !== wide)
        .map((cell) => counts.get(cell)),
    ).toEqual(Array.from({ length: 6 }, () => 10))
  })

  it('one whose parts are all published spreads over all of them', () => {
    const parts = cellsIn(wider, OF_A_WARD).map((cell): [string, number] => [cell, 10])
    expect(totalOf(spreadOverLattice(areas(...parts, [wider, 70, 1])))).toBeCloseTo(140)
  })

  it('what has no hexagon is left out, and nothing else is', () => {
    expect(spreadOverLattice(areas(['online', 40], ['elsewhere', 30])).size).toBe(0)
    const { body } = builtOf(cityQuarter(2))
    const onTheMap = body.areas.incidents.filter(
      (_, at) => !['online', 'elsewhere'].includes(body.areas.where[at] ?? ''),
    )
    expect(totalOf(spreadOverLattice(body.areas))).toBeCloseTo(onTheMap.reduce((sum, count) => sum + count, 0))
  })
})

describe('G13: the lattice', () => {
  const { body } = builtOf(cityQuarter(2))

  it('follows from the published areas alone', () => {
    const published = JSON.parse(JSON.stringify(body.areas)) as ReleaseBody['areas']
    expect(latticeOf(published)).toEqual(body.lattice)
  })

  it('is the same hexagons in every release, all of one size', () => {
    expect(builtOf(cityQuarter(5), '2026-Q1').body.lattice.cell).toEqual(body.lattice.cell)
    expect(new Set(LATTICE_CELLS.map(resolutionOf))).toEqual(new Set([OF_A_WARD]))
  })

  it('scores nothing where all is alike', () => {
    expect(new Set(latticeOf(areas(['online', 40])).giStar)).toEqual(new Set([0]))
  })
})
