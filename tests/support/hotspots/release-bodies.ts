import type { Cell } from '../../../app/domain/hotspots/map/cell.ts'
import { findPeriod } from '../../../app/domain/hotspots/release/period.ts'
import type { OffMap, ReleaseBody } from '../../../app/domain/hotspots/release/release-body.ts'
import { FIRST_RULES } from '../../../app/domain/hotspots/release/release-rules.ts'

interface Told {
  areas?: { where: Cell | OffMap; incidents: number; rest?: boolean }[]
  lattice?: { cell: Cell; incidents: number; giStar?: number }[]
}

/** A release of a period as it would be published, with what a test wants to stand in it. */
export function releaseBody(period: string, { areas = [], lattice = [] }: Told = {}): ReleaseBody {
  const found = findPeriod(period)
  if (!found) throw new Error(`${period} is no period.`)
  return {
    format: 'accord-hotspots-1',
    period,
    opensAt: found.opensAt.toISOString(),
    closesAt: found.closesAt.toISOString(),
    ruleVersion: 1,
    rules: FIRST_RULES,
    areas: {
      where: areas.map(({ where }) => where),
      rest: areas.map(({ rest }) => (rest ? 1 : 0)),
      incidents: areas.map(({ incidents }) => incidents),
      block: areas.map(() => 0),
    },
    blocks: ['elsewhere'],
    strands: { block: [0], strand: ['all'], incidents: [areas.reduce((sum, { incidents }) => sum + incidents, 0)] },
    lattice: {
      cell: lattice.map(({ cell }) => cell),
      incidents: lattice.map(({ incidents }) => incidents),
      giStar: lattice.map(({ giStar }) => giStar ?? 0),
    },
  }
}
