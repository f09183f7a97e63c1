import { describe, expect, it } from 'vitest'
import { releaseBody } from '../../../../tests/support/hotspots/release-bodies.ts'
import { WARDS } from '../../partnership/ward.ts'
import { toDay } from '../../time/calendar-day.ts'
import { cellOf } from '../map/cell.ts'
import { cellOfWard, centreOfWard } from '../places/ward-centre.ts'
import { quietHotspots } from './quiet-hotspots.ts'

const today = toDay('2026-11-23')
const release = releaseBody('2026-Q3', {
  lattice: [
    { cell: cellOfWard('Speke'), incidents: 40, giStar: 3.1 },
    { cell: cellOfWard('Walton'), incidents: 30, giStar: 1.95 },
  ],
})

describe('hotspots without awareness work for six months (G13)', () => {
  const wardsOf = (held: Parameters<typeof quietHotspots>[1] = []) =>
    quietHotspots([release], held, today).flatMap(({ wards }) => wards)

  it('are sought among the hexagons of the wards, each of which is named with all its wards', () => {
    expect(wardsOf()).toContain('Speke')
    expect(wardsOf()).not.toContain('Walton')
    const lattice = WARDS.map((ward, at) => ({ cell: cellOfWard(ward), incidents: 10, giStar: 2 + at / 100 }))
    const all = quietHotspots([releaseBody('2026-Q3', { lattice })], [], today)
    expect(all.flatMap(({ wards }) => wards).sort()).toEqual([...WARDS].sort())
    expect(new Set(all.map(({ cell }) => cell)).size).toBe(all.length)
    expect(all[0]?.wards).toContain('Yew Tree')
  })

  it.each([
    { held: [], quiet: true, why: 'nothing was ever held there' },
    { held: [{ ward: 'Speke', cell: null, heldOn: toDay('2026-06-01') }], quiet: false, why: 'June is lately' },
    { held: [{ ward: 'Speke', cell: null, heldOn: toDay('2026-05-23') }], quiet: true, why: 'it is six months ago' },
    {
      held: [{ ward: '', cell: cellOf(centreOfWard('Speke')), heldOn: toDay('2026-10-10') }],
      quiet: false,
      why: 'it was held in its hexagon',
    },
    { held: [{ ward: 'Walton', cell: null, heldOn: toDay('2026-10-10') }], quiet: true, why: 'it was held elsewhere' },
    { held: [{ ward: 'Speke', cell: null, heldOn: toDay('2026-12-01') }], quiet: true, why: 'it is still to come' },
  ])('hold Speke: $quiet, because $why', ({ held, quiet }) => {
    expect(wardsOf(held).includes('Speke')).toBe(quiet)
  })
})
