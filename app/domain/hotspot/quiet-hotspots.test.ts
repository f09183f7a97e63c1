import { describe, expect, it } from 'vitest'
import { releaseBody } from '../../../tests/support/release-bodies.ts'
import { toDay } from '../calendar-day.ts'
import { cellOf } from './cell.ts'
import { hotWards, quietHotspots } from './quiet-hotspots.ts'
import { cellOfWard, centreOfWard } from './ward-centre.ts'

const today = toDay('2026-11-23')
const release = releaseBody('2026-Q3', {
  lattice: [
    { cell: cellOfWard('Speke'), incidents: 40, giStar: 3.1 },
    { cell: cellOfWard('Walton'), incidents: 30, giStar: 1.95 },
  ],
})

describe('hotspots without awareness work for six months (G13)', () => {
  it('are sought among the wards whose hexagon is a hotspot of the release', () => {
    expect(hotWards(release)).toContain('Speke')
    expect(hotWards(release)).not.toContain('Walton')
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
    expect(quietHotspots(release, held, today).includes('Speke')).toBe(quiet)
  })
})
