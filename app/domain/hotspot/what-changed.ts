import { sayCount } from './area-words.ts'
import type { Cell } from './cell.ts'
import { SPOT_PATTERNS, type Spot, spotsOf } from './emerging.ts'
import { isDrawable } from './hexagon.ts'
import { sayPeriod } from './period.ts'
import { placeName } from './place-name.ts'
import { OFF_MAP, type ReleaseBody } from './release-body.ts'

/** A sentence about two releases, and the hexagon it is about. */
export interface Change {
  text: string
  cell: Cell | null
}

const MOST = 3

/** What the newest of these releases, the oldest first, says beside the one before it. */
export function whatChanged(releases: readonly ReleaseBody[]): Change[] {
  const now = releases.at(-1)
  if (!now) return []
  const before = releases.at(-2)
  return [
    total(now, before),
    ...hotspots(spotsOf(releases)),
    ...(before ? [...moves(now, before), ...online(now, before)] : []),
  ]
}

function total(now: ReleaseBody, before: ReleaseBody | undefined): Change {
  const own = sum(now.areas.incidents)
  const start = `${capital(sayCount(own))} incidents in ${sayPeriod(now.period)}`
  if (!before) return { text: `${start}. There is no release before it to compare with.`, cell: null }
  return { text: `${start}, ${sayMore(own - sum(before.areas.incidents))} in ${sayPeriod(before.period)}.`, cell: null }
}

function hotspots(spots: readonly Spot[]): Change[] {
  const current = spots.filter(({ hot }) => hot !== null && hot !== 'historical')
  const emerging = current.filter((spot) => spot.emerging).sort((a, b) => b.giStar - a.giStar)
  const gone = spots.filter(({ hot }) => hot === 'historical')
  const steady = current.filter((spot) => !spot.emerging).sort((a, b) => b.giStar - a.giStar)
  const say = (spot: Spot) => `${capital(placeName(spot.cell))}: ${patternOf(spot)}`
  return [
    ...(current.length === 0
      ? [{ text: 'No place stands out from its surroundings by more than chance.', cell: null }]
      : []),
    ...emerging.slice(0, MOST).map((spot) => ({ text: say(spot), cell: spot.cell })),
    ...steady.slice(0, MOST).map((spot) => ({ text: say(spot), cell: spot.cell })),
    ...gone.slice(0, MOST).map((spot) => ({ text: say(spot), cell: spot.cell })),
  ].filter(({ cell }) => cell === null || isDrawable(cell))
}

function patternOf({ hot, rising }: Spot): string {
  if (!hot) return rising ? 'it rises from release to release.' : ''
  const { says } = SPOT_PATTERNS[hot]
  return `${says.charAt(0).toLowerCase()}${says.slice(1)}`
}

/** The hexagons of one size with the greatest rise and fall; smaller ones than two steps of rounding are none. */
function moves(now: ReleaseBody, before: ReleaseBody): Change[] {
  const then = new Map(before.lattice.cell.map((cell, at) => [cell, before.lattice.incidents[at] ?? 0]))
  const differences = now.lattice.cell
    .filter((cell) => then.has(cell) && isDrawable(cell))
    .map((cell) => ({ cell, by: (now.lattice.incidents[now.lattice.cell.indexOf(cell)] ?? 0) - (then.get(cell) ?? 0) }))
    .sort((a, b) => b.by - a.by)
  const least = 2 * now.rules.rounding
  const greatest = [differences[0], differences.at(-1)].filter((one) => one && Math.abs(one.by) >= least)
  return greatest.flatMap((one) =>
    one
      ? [
          {
            text: `The greatest ${one.by > 0 ? 'rise' : 'fall'}: ${placeName(one.cell)}, ${sayMore(rounded(one.by, now))} before.`,
            cell: one.cell,
          },
        ]
      : [],
  )
}

function online(now: ReleaseBody, before: ReleaseBody): Change[] {
  const own = offMapCount(now, 'online')
  const then = offMapCount(before, 'online')
  if (own === null || then === null) return []
  return [{ text: `${OFF_MAP.online.label}: ${sayCount(own)}, ${sayMore(own - then)} before.`, cell: null }]
}

export function offMapCount({ areas }: ReleaseBody, word: keyof typeof OFF_MAP): number | null {
  const at = areas.where.indexOf(word)
  return at < 0 ? null : (areas.incidents[at] ?? 0)
}

function sayMore(difference: number): string {
  if (difference === 0) return 'as many as'
  return `about ${Math.abs(difference)} ${difference > 0 ? 'more' : 'fewer'} than`
}

function rounded(value: number, { rules }: ReleaseBody) {
  return Math.round(value / rules.rounding) * rules.rounding
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
