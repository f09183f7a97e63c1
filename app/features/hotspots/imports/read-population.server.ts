import { asMapReader } from '../../../../db/as-map-reader.ts'
import { cellPopulation } from '../../../../db/schema/hotspot.ts'
import type { Cell } from '../../../domain/hotspots/map/cell.ts'

/** The population of each finest hexagon. It changes rarely, so it is cached for five minutes. */
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
