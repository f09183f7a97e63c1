import { upperFirst } from '../../text/first-letter.ts'
import { placeName } from '../places/place-name.ts'
import { sayPeriod } from '../release/period.ts'
import { OFF_MAP, type ReleaseBody } from '../release/release-body.ts'
import { isOffMap } from '../release/strand-blocks.ts'
import { emergingOf, isHot, type Spot, spotsOf } from '../statistics/emerging.ts'
import { sayCount } from './area-words.ts'
import type { Cell } from './cell.ts'
import { comparedAreas } from './compare-areas.ts'
import { isDrawable } from './hexagon.ts'
import { changesBetween } from './release-changes.ts'
import { saySpot } from './spot-words.ts'

/** A sentence about two releases, and the hexagon it is about. */
export interface Change {
  text: string
  cell: Cell | null
}

const MOST = 3

/**
 * Sentences that compare the newest release with the one before.
 * @param releases the oldest first
 */
export function whatChanged(releases: readonly ReleaseBody[]): Change[] {
  const now = releases.at(-1)
  if (!now) return []
  const before = releases.at(-2)
  return [
    total(now, before),
    ...hotspots(releases),
    ...(before
      ? [...sayChanges(before, now).slice(0, MOST), ...sayNotCompared(before, now), ...online(now, before)]
      : []),
  ]
}

/**
 * A sentence for each emerging area of the newest release.
 * @param releases the oldest first
 */
export function sayEmerging(releases: readonly ReleaseBody[]): { text: string; cell: Cell }[] {
  return emergingOf(spotsOf(releases)).map((spot) => sentenceOf(spot, releases))
}

/** A sentence for each area whose total changed clearly between two releases. */
export function sayChanges(before: ReleaseBody, now: ReleaseBody): { text: string; cell: Cell }[] {
  return changesBetween(before, now)
    .filter(({ cell }) => isDrawable(cell))
    .map(({ cell, before: was, now: is }) => ({
      cell,
      text: `${upperFirst(placeName(cell))}: ${sayCount(is)}, ${is > was ? 'up' : 'down'} from ${sayCount(was)}.`,
    }))
}

/** How many areas of the newer release have no total in the older one. */
export function sayNotCompared(before: ReleaseBody, now: ReleaseBody): Change[] {
  const areas = new Set(now.areas.where.filter((where) => !isOffMap(where)))
  for (const { cell } of comparedAreas(before, now)) areas.delete(cell)
  if (areas.size === 0) return []
  const which = areas.size === 1 ? '1 area' : `${areas.size} areas`
  return [
    {
      text: `${which} cannot be compared: ${sayPeriod(before.period)} has no number for exactly the same area.`,
      cell: null,
    },
  ]
}

function total(now: ReleaseBody, before: ReleaseBody | undefined): Change {
  const own = sum(now.areas.incidents)
  const start = `${upperFirst(sayCount(own))} incidents in ${sayPeriod(now.period)}`
  if (!before) return { text: `${start}. There is no release before it to compare with.`, cell: null }
  return { text: `${start}, ${sayMore(own - sum(before.areas.incidents))} in ${sayPeriod(before.period)}.`, cell: null }
}

function hotspots(releases: readonly ReleaseBody[]): Change[] {
  const spots = spotsOf(releases)
  const byScore = (some: Spot[]) => some.filter(({ cell }) => isDrawable(cell)).sort((a, b) => b.giStar - a.giStar)
  const steady = byScore(spots.filter((spot) => isHot(spot) && !spot.emerging))
  const gone = byScore(spots.filter((spot) => spot.hot === 'historical' && !spot.emerging))
  return [
    ...(spots.some(isHot) ? [] : [{ text: 'No place differs from the city average by more than chance.', cell: null }]),
    ...sayEmerging(releases),
    ...[...steady.slice(0, MOST), ...gone.slice(0, MOST)].map((spot) => sentenceOf(spot, releases)),
  ]
}

function sentenceOf(spot: Spot, releases: readonly ReleaseBody[]): { text: string; cell: Cell } {
  return {
    text: saySpot(
      spot,
      releases.map(({ period }) => period),
    ),
    cell: spot.cell,
  }
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

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
