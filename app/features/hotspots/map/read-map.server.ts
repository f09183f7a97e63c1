import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import { STRAND_IDS, type StrandId } from '../../../domain/cases/strand.ts'
import { type Cell, WIDEST, widen } from '../../../domain/hotspots/map/cell.ts'
import { historyOf } from '../../../domain/hotspots/map/compare-areas.ts'
import { sizeOf } from '../../../domain/hotspots/map/hexagon.ts'
import {
  layerOfAreas,
  layerOfStrand,
  type MapLayer,
  NOTHING,
  strandCounts,
} from '../../../domain/hotspots/map/map-layer.ts'
import { type StrandTrend, strandChanges, strandTrends } from '../../../domain/hotspots/map/strand-trend.ts'
import { type Change, offMapCount, whatChanged } from '../../../domain/hotspots/map/what-changed.ts'
import { placeName } from '../../../domain/hotspots/places/place-name.ts'
import { sayPeriod } from '../../../domain/hotspots/release/period.ts'
import { OFF_MAP, type OffMap, type ReleaseBody } from '../../../domain/hotspots/release/release-body.ts'
import type { ReleaseRules } from '../../../domain/hotspots/release/release-rules.ts'
import { residentsOf } from '../../../domain/hotspots/statistics/rate.ts'
import { href } from '../../../href.ts'
import { type CrimeContext, readCrimes } from '../imports/read-crimes.server.ts'
import { readPopulation } from '../imports/read-population.server.ts'
import { type AreaRow, areaRows, sortRows, TABLE_PAGE } from './area-row.ts'
import type { MapQuery } from './map-query.ts'
import { listReleases, markOf, type ReleaseHead, readBodies, upTo } from './read-releases.server.ts'

interface PeriodChoice {
  period: string
  label: string
}

/** Incidents counted without a hexagon. `before` is null if the previous release has no such number. */
interface OffMapRow {
  word: OffMap
  label: string
  count: number
  before: number | null
}

/** One number for each release up to the one shown, oldest first. */
export interface MapTrend {
  /** The place counted, such as "the whole city". */
  of: string
  points: { label: string; count: number | null }[]
}

export interface ShownRelease {
  releaseId: string
  period: string
  strand: StrandId | null
  label: string
  beforeLabel: string | null
  number: number
  sha256: string
  publishedAt: string
  ruleVersion: number
  rules: ReleaseRules
  total: number
  dataHref: string
  /** The address of the same map as a picture, for print. */
  pictureHref: string
  rows: AreaRow[]
  offMap: OffMapRow[]
  changed: Change[]
  /** For the chosen area, or else the whole city. */
  trend: MapTrend
  strands: StrandTrend[]
  /** All releases up to this one. */
  labels: string[]
  /** The area whose facts are shown: the selected one, or the one that contains it. */
  at: AreaRow | null
}

export interface MapPageData {
  periods: PeriodChoice[]
  release: ShownRelease | null
  crimes: (Omit<CrimeContext, 'layer'> & { dataHref: string; pictureHref: string }) | null
}

/** Everything on the map page, calculated only from published releases. Null if the period does not exist. */
export async function readMap(query: MapQuery, strandsInUse = STRAND_IDS): Promise<MapPageData | null> {
  const heads = await listReleases()
  const chosen = upTo(heads, query.period)
  const head = chosen.at(-1)
  if (query.period && !head) return null
  const bodies = await readBodies(chosen)
  const body = bodies.at(-1)
  const crimes = await readCrimes(body ? { opensAt: new Date(body.opensAt), closesAt: new Date(body.closesAt) } : null)
  return {
    periods: heads.map(({ period }) => ({ period, label: sayPeriod(period) })),
    release:
      head && body
        ? shownRelease(query, { heads: chosen, bodies, strandsInUse, population: await readPopulation() })
        : null,
    crimes: crimes && crimesShown(crimes, head?.period ?? ''),
  }
}

function crimesShown({ from, to, months, layer }: CrimeContext, period: string) {
  const data = new URLSearchParams({ period, beside: 'police', v: markOfLayer(layer) })
  return { from, to, months, dataHref: href('/map/data', data), pictureHref: href('/map/picture.svg', data) }
}

interface Read {
  heads: ReleaseHead[]
  bodies: ReleaseBody[]
  population: ReadonlyMap<Cell, number>
  strandsInUse: readonly StrandId[]
}

function shownRelease(query: MapQuery, { heads, bodies, population, strandsInUse }: Read): ShownRelease {
  const [head, body, before] = [heads.at(-1) as ReleaseHead, bodies.at(-1) as ReleaseBody, bodies.at(-2)]
  const { layer, changed, mark } = calculateMap(heads, bodies, query.strand)
  // Rates are only for all strands: one strand is counted by block, and blocks have no population.
  const residents = query.strand ? undefined : residentsOf(body.areas, population)
  const rows = sortRows(areaRows(layer, residents), query)
  const at = query.at ? areaOf(query.at, rows) : null
  const data = new URLSearchParams({
    period: head.period,
    ...(query.strand ? { strand: query.strand } : {}),
    v: mark,
  })
  return {
    releaseId: head.releaseId,
    period: head.period,
    strand: query.strand,
    label: sayPeriod(head.period),
    beforeLabel: before ? sayPeriod(before.period) : null,
    number: head.number,
    sha256: head.sha256,
    publishedAt: head.publishedAt.toISOString(),
    ruleVersion: body.ruleVersion,
    rules: body.rules,
    total: body.areas.incidents.reduce((sum, count) => sum + count, 0),
    dataHref: href('/map/data', data),
    pictureHref: href('/map/picture.svg', data),
    rows,
    offMap: offMapRows(body, before, query.strand),
    changed,
    trend: trendOf(bodies, query.strand, at?.cell ?? null),
    strands: strandTrends(bodies, strandsInUse),
    labels: bodies.map(({ period }) => sayPeriod(period)),
    at,
  }
}

function trendOf(bodies: readonly ReleaseBody[], strand: StrandId | null, cell: Cell | null): MapTrend {
  const points = (counts: readonly (number | null)[]) =>
    bodies.map(({ period }, at) => ({ label: sayPeriod(period), count: counts[at] ?? null }))
  if (strand) return { of: WHOLE_CITY, points: points(strandTrends(bodies, [strand])[0]?.counts ?? []) }
  const history = cell ? historyOf(bodies, cell) : null
  const isPlace = history && history.area !== 'everything'
  const counts = history?.counts ?? bodies.map(({ areas }) => areas.incidents.reduce((sum, count) => sum + count, 0))
  return { of: isPlace ? placeName(history.area) : WHOLE_CITY, points: points(counts) }
}

const WHOLE_CITY = 'the whole city'

function offMapRows(body: ReleaseBody, before: ReleaseBody | undefined, strand: MapQuery['strand']): OffMapRow[] {
  const countIn = (of: ReleaseBody | undefined, word: OffMap) => {
    if (!of) return null
    return strand ? (strandCounts(of, strand).get(word) ?? null) : offMapCount(of, word)
  }
  return (Object.keys(OFF_MAP) as OffMap[]).flatMap((word) => {
    const count = countIn(body, word)
    return count === null ? [] : [{ word, label: OFF_MAP[word].label, count, before: countIn(before, word) }]
  })
}

/** The area of a hexagon: itself, the one around it, or the first inside it. */
function areaOf(cell: Cell, rows: readonly AreaRow[]): AreaRow | null {
  const known = new Map(rows.map((row) => [row.cell, row]))
  for (let size = sizeOf(cell); size >= WIDEST; size -= 1) {
    const found = known.get(widen(cell, size))
    if (found) return found
  }
  return rows.find((row) => sizeOf(row.cell) > sizeOf(cell) && widen(row.cell, sizeOf(cell)) === cell) ?? null
}

const kept = new LRUCache<string, { layer: MapLayer; changed: Change[]; mark: string }>({ max: 64 })

/** Cached: the trends of a dozen releases take longer to calculate than the rest of the page. */
function calculateMap(heads: ReleaseHead[], bodies: ReleaseBody[], strand: MapQuery['strand']) {
  const key = `${markOf(heads)} ${strand}`
  const known = kept.get(key)
  if (known) return known
  const layer = strand ? layerOfStrand(bodies, strand) : layerOfAreas(bodies)
  const changed = strand ? strandChanges(bodies, strand) : whatChanged(bodies)
  const made = { layer, changed, mark: markOfLayer(layer) }
  kept.set(key, made)
  return made
}

/** Part of the data's address, which browsers cache for a year: other columns need another address. */
function markOfLayer(layer: MapLayer): string {
  return createHash('sha256').update(JSON.stringify(layer)).digest('hex').slice(0, 16)
}

/** The columns that the map draws; null if there is nothing to draw. */
export async function readMapLayer(query: MapQuery): Promise<MapLayer | null> {
  const chosen = upTo(await listReleases(), query.period)
  const bodies = await readBodies(chosen)
  const body = bodies.at(-1)
  if (query.beside === 'police') {
    const crimes = await readCrimes(
      body ? { opensAt: new Date(body.opensAt), closesAt: new Date(body.closesAt) } : null,
    )
    return crimes?.layer ?? NOTHING
  }
  return body ? calculateMap(chosen, bodies, query.strand).layer : null
}

/** The list beside the map shows this many; the table shows all. */
const LISTED = 60

type Part = { page: MapPageData; rowCount: number }

export function firstRows(page: MapPageData): Part {
  return withRows(page, (rows) => rows.slice(0, LISTED))
}

export function onePage(page: MapPageData, number: number): Part {
  return withRows(page, (rows) => rows.slice((number - 1) * TABLE_PAGE, number * TABLE_PAGE))
}

function withRows(page: MapPageData, choose: (rows: AreaRow[]) => AreaRow[]): Part {
  const { release } = page
  return {
    page: { ...page, release: release && { ...release, rows: choose(release.rows) } },
    rowCount: release?.rows.length ?? 0,
  }
}
