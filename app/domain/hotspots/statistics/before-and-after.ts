import { addMonths, type CalendarDay, londonDayOf, startOfLondonDay, toDay, yearOf } from '../../time/calendar-day.ts'
import { type Cell, OF_A_WARD, resolutionOf, widen } from '../map/cell.ts'
import { smallestComparable, WIDEST_OF_A_PLACE } from '../map/compare-areas.ts'
import { findPeriod } from '../release/period.ts'
import type { ReleaseBody } from '../release/release-body.ts'

/** The published number of the quarter before or after an event, or why there is none. */
export type Side =
  | { is: 'counted'; period: string; incidents: number }
  /** Published, but no hexagon around this place has a total in it, or in both releases. */
  | { is: 'not-comparable'; period: string }
  /** The period is over, and no release of it has been published. */
  | { is: 'not-released'; period: string }
  | { is: 'to-come'; period: string; closesOn: CalendarDay }

export interface BeforeAndAfter {
  before: Side
  after: Side
  /** Resolution of the hexagon of both numbers; null without a number. */
  resolution: number | null
}

/**
 * The published numbers around an event, for the quarter before and the quarter after the event's own quarter. Both are
 * totals of the same hexagon: the smallest for which both releases have a total, up to WIDEST_OF_A_PLACE.
 */
export function beforeAndAfter(
  releases: readonly ReleaseBody[],
  event: { heldOn: CalendarDay; cell: Cell },
  now: Date,
): BeforeAndAfter {
  const own = quarterOf(event.heldOn)
  const sides = [addMonths(own, -3), addMonths(own, 3)].map((opensOn) => {
    const period = nameOfQuarter(opensOn)
    return { period, opensOn, body: releases.find((one) => one.period === period) }
  })
  const bodies = sides.flatMap(({ body }) => body ?? [])
  const found = smallestComparable(bodies, widen(event.cell, OF_A_WARD), WIDEST_OF_A_PLACE)
  const [before, after] = sides.map(({ period, opensOn, body }) =>
    body ? counted(period, found?.counts[bodies.indexOf(body)]) : missing(period, opensOn, now),
  ) as [Side, Side]
  return { before, after, resolution: found && bodies.length > 0 ? resolutionOf(found.cell) : null }
}

function counted(period: string, incidents: number | undefined): Side {
  return incidents === undefined ? { is: 'not-comparable', period } : { is: 'counted', period, incidents }
}

function missing(period: string, opensOn: CalendarDay, now: Date): Side {
  const closesAt = findPeriod(period)?.closesAt ?? startOfLondonDay(addMonths(opensOn, 3))
  return closesAt <= now ? { is: 'not-released', period } : { is: 'to-come', period, closesOn: londonDayOf(closesAt) }
}

/** The names of the quarters before and after an event. */
export function quartersAround(heldOn: CalendarDay): [before: string, after: string] {
  const own = quarterOf(heldOn)
  return [nameOfQuarter(addMonths(own, -3)), nameOfQuarter(addMonths(own, 3))]
}

/** The first day of the quarter of a day. */
function quarterOf(day: CalendarDay): CalendarDay {
  const month = Number(day.slice(5, 7))
  return addMonths(toDay(`${day.slice(0, 7)}-01`), -((month - 1) % 3))
}

function nameOfQuarter(opensOn: CalendarDay): string {
  return `${yearOf(opensOn)}-Q${Math.floor((Number(opensOn.slice(5, 7)) - 1) / 3) + 1}`
}
