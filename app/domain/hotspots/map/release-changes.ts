import type { ReleaseBody } from '../release/release-body.ts'
import { resolutionOf, widen } from './cell.ts'
import { type ComparedArea, comparedAreas } from './compare-areas.ts'

const AT_LEAST = 10
const SHARE = 0.5

/**
 * The hexagons in which clearly more, or clearly fewer, incidents were published than in the release before, the greatest
 * change first. Numbers are rounded and few: only what changed by ten or more, and by half of what it was, is worth a
 * sentence. Of a hexagon and a smaller one within it the smaller one is named.
 */
export function changesBetween(older: Published, newer: Published): ComparedArea[] {
  const changed = comparedAreas(older, newer).filter(
    ({ before, now }) => Math.abs(now - before) >= AT_LEAST && Math.abs(now - before) >= SHARE * before,
  )
  return changed
    .filter(
      ({ cell }) => !changed.some((other) => other.cell !== cell && widen(other.cell, resolutionOf(cell)) === cell),
    )
    .sort((a, b) => Math.abs(b.now - b.before) - Math.abs(a.now - a.before) || (a.cell < b.cell ? -1 : 1))
}

type Published = Pick<ReleaseBody, 'areas'>
