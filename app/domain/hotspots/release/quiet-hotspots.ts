import { WARDS } from '../../partnership/ward.ts'
import { addMonths, type CalendarDay } from '../../time/calendar-day.ts'
import { type Cell, OF_A_WARD, widen } from '../map/cell.ts'
import { cellOfWard } from '../places/ward-centre.ts'
import { isHot, spotsOf } from '../statistics/emerging.ts'
import type { ReleaseBody } from './release-body.ts'

/** Where and when awareness work was held. */
export interface WorkedIn {
  ward: string
  cell: Cell | null
  heldOn: CalendarDay
}

const QUIET_MONTHS = 6

/** A hotspot with its wards: several small wards share one hexagon. */
export interface QuietHotspot {
  cell: Cell
  wards: (typeof WARDS)[number][]
}

/**
 * Hotspots without awareness work in the last six months, the highest Gi* first. The same definition of a hotspot as on
 * the map (`isHot`).
 * @param releases the oldest first
 */
export function quietHotspots(
  releases: readonly Pick<ReleaseBody, 'lattice'>[],
  held: readonly WorkedIn[],
  today: CalendarDay,
): QuietHotspot[] {
  const lately = held.filter(({ heldOn }) => heldOn > addMonths(today, -QUIET_MONTHS) && heldOn <= today)
  const worked = new Set(lately.flatMap((work) => cellOf(work) ?? []))
  const scores = new Map(spotsOf(releases).flatMap((spot) => (isHot(spot) ? [[spot.cell, spot.giStar] as const] : [])))
  return [...Map.groupBy(WARDS, cellOfWard)]
    .flatMap(([cell, wards]) => {
      const score = scores.get(cell)
      return score === undefined || worked.has(cell) ? [] : [{ cell, wards, score }]
    })
    .sort((a, b) => b.score - a.score)
    .map(({ cell, wards }) => ({ cell, wards }))
}

function cellOf({ ward, cell }: WorkedIn): Cell | null {
  if (cell) return widen(cell, OF_A_WARD)
  const named = WARDS.find((one) => one === ward)
  return named ? cellOfWard(named) : null
}
