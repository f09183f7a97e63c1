import { upperFirst } from '../../text/first-letter.ts'
import { placeName } from '../places/place-name.ts'
import { findPeriod } from '../release/period.ts'
import { isHot, RELEASES_IN_TREND, type Spot } from '../statistics/emerging.ts'

/**
 * The history of a hotspot over the last releases, such as "Clubmoor West: hotspot in 7 of the last 8 quarters, rising".
 * Every page that names a hotspot says it in these words.
 * @param periods of the releases that the spot was calculated from, the oldest first
 */
export function saySpot(spot: Spot, periods: readonly string[]): string {
  return `${upperFirst(placeName(spot.cell))}: ${saySpan(spot, periods.slice(-RELEASES_IN_TREND))}`
}

function saySpan(spot: Spot, periods: readonly string[]): string {
  const unit = areConsecutiveQuarters(periods) ? 'quarter' : 'release'
  const last = spot.of === 1 ? `the only ${unit} so far` : `the last ${spot.of} ${unit}s`
  if (spot.times === 0) return `numbers are rising over ${last}, not a hotspot yet`
  const said = spot.of === 1 ? `hotspot in ${last}` : `hotspot in ${spot.times} of ${last}`
  return [said, sayTurn(spot)].filter((part) => part !== '').join(', ')
}

function sayTurn(spot: Spot): string {
  if (!isHot(spot)) return spot.rising ? 'not now, numbers are rising' : 'not now'
  if (spot.hot === 'new') return 'new'
  return spot.trend ?? ''
}

/** A gap, a half year or a year between them would make "the last 8 quarters" untrue. */
function areConsecutiveQuarters(names: readonly string[]): boolean {
  const periods = names.map((name) => findPeriod(name))
  return periods.every((period, at) => {
    const before = at === 0 ? undefined : periods[at - 1]
    return period?.name.includes('-Q') && (at === 0 || before?.closesAt.getTime() === period.opensAt.getTime())
  })
}
