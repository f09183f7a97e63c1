import type { ReleaseBody } from '../release/release-body.ts'
import { resolutionOf, widen } from './cell.ts'
import { type ComparedArea, comparedAreas } from './compare-areas.ts'

const AT_LEAST = 10
const SHARE = 0.5

/**
 * The hexagons whose totals changed clearly since the release before, the greatest change first. Rounded numbers of few
 * incidents change by chance, so a change counts from AT_LEAST incidents and the share SHARE of the earlier number. Of a
 * hexagon and a smaller one inside it, only the smaller one is named.
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
