import { asMapReader } from '../../../../db/as-map-reader.ts'
import { cellPopulation } from '../../../../db/schema/hotspot.ts'
import type { Cell } from '../../../domain/hotspots/map/cell.ts'

/** How many live in each finest hexagon, where the operator has told; loaded rarely, so read once in five minutes. */
const KEPT_MS = 300_000
let kept: { until: number; population: Promise<Map<Cell, number>> } | undefined

export function readPopulation(): Promise<Map<Cell, number>> {
  const now = performance.now()
  if (kept && kept.until > now) return kept.population
  const population = asMapReader((db) => db.select().from(cellPopulation)).then(
    (rows) => new Map(rows.map(({ cell, residents }) => [cell, residents])),
  )
  kept = { until: now + KEPT_MS, population }
  population.catch(() => {
    kept = undefined
  })
  return population
}
