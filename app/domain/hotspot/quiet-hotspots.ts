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

/** A hotspot, and the wards whose hexagon it is: several small ones share one. */
export interface QuietHotspot {
  cell: Cell
  wards: (typeof WARDS)[number][]
}

/** Hotspots of the wards in which no awareness work has been held for six months, the strongest first. */
export function quietHotspots({ lattice }: ReleaseBody, held: readonly WorkedIn[], today: CalendarDay): QuietHotspot[] {
  const lately = held.filter(({ heldOn }) => heldOn > addMonths(today, -QUIET_MONTHS) && heldOn <= today)
  const worked = new Set(lately.flatMap((work) => cellOf(work) ?? []))
  const scores = new Map(lattice.cell.map((cell, at) => [cell, lattice.giStar[at] ?? 0]))
  return [...Map.groupBy(WARDS, cellOfWard)]
    .map(([cell, wards]) => ({ cell, wards, score: scores.get(cell) ?? 0 }))
    .filter(({ cell, score }) => score >= HOTSPOT && !worked.has(cell))
    .sort((a, b) => b.score - a.score)
    .map(({ cell, wards }) => ({ cell, wards }))
}

function cellOf({ ward, cell }: WorkedIn): Cell | null {
  if (cell) return widen(cell, OF_A_WARD)
  const named = WARDS.find((one) => one === ward)
  return named ? cellOfWard(named) : null
}
