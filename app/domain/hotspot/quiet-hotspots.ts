import { addMonths, type CalendarDay } from '../calendar-day.ts'
import { WARDS } from '../ward.ts'
import { type Cell, OF_A_WARD, widen } from './cell.ts'
import type { ReleaseBody } from './release-body.ts'
import { cellOfWard } from './ward-centre.ts'

/** Where awareness work was done. */
export interface WorkedIn {
  ward: string
  cell: Cell | null
  heldOn: CalendarDay
}

/** A score of Getis and Ord from which on a hexagon is drawn as a hotspot. */
const HOTSPOT = 1.96
const QUIET_MONTHS = 6

/** The wards whose hexagon the release shows as a hotspot. */
export function hotWards({ lattice }: ReleaseBody): (typeof WARDS)[number][] {
  const hot = new Set(lattice.cell.filter((_, at) => (lattice.giStar[at] ?? 0) >= HOTSPOT))
  return WARDS.filter((ward) => hot.has(cellOfWard(ward)))
}

/** Hot wards in which, or in whose hexagon, no awareness work has been held for six months. */
export function quietHotspots(
  release: ReleaseBody,
  held: readonly WorkedIn[],
  today: CalendarDay,
): (typeof WARDS)[number][] {
  const lately = held.filter(({ heldOn }) => heldOn > addMonths(today, -QUIET_MONTHS) && heldOn <= today)
  const wards = new Set(lately.map(({ ward }) => ward))
  const cells = new Set(lately.flatMap(({ cell }) => (cell ? [widen(cell, OF_A_WARD)] : [])))
  return hotWards(release).filter((ward) => !wards.has(ward) && !cells.has(cellOfWard(ward)))
}
