import { sql } from 'drizzle-orm'
import type { Tx } from '../../../../db/as-actor.ts'
import { sqlList } from '../../../../db/sql-list.ts'
import { cellOf } from '../../../domain/hotspots/map/cell.ts'
import { readPoint } from '../../../domain/hotspots/places/point.ts'
import type { Reading } from '../../../domain/partnership/actor.ts'
import type { Result } from '../../../domain/result.ts'
import { londonDayOf } from '../../../domain/time/calendar-day.ts'
import { type LoadInput, type LoadRefusal, loadMapData } from '../map/load-map-data.server.ts'
import { faultOfText, quoteCell } from './csv-cell.server.ts'
import type { CsvShape } from './read-csv.server.ts'

export interface LoadedStreetCrime {
  rows: number
  /** Crimes with a place inside the area, without duplicates: the number that the map shows. */
  counted: number
  months: string[]
}

interface CrimeRow {
  /** Null if the police give none, as for anti-social behaviour. Such a line counts as a crime of its own. */
  crimeId: string | null
  month: string
  force: string
  category: string
  /** Null for a crime without a place, or outside the area. */
  cell: string | null
}

const COLUMNS = ['Crime ID', 'Month', 'Falls within', 'Longitude', 'Latitude', 'Crime type'] as const
/** A separator that accepted cells cannot contain. */
const PARTED = '\t'
/** The police publish a hash. Any other text in that column does not identify a crime. */
const PUBLISHED_ID = /^[0-9a-f]{64}$/
const MONTH = /^(20\d\d)-(0[1-9]|1[0-2])$/

/** The street-level file of data.police.uk. Its points are already public and anonymised to the middle of a street. */
function streetCsv(thisMonth: string): CsvShape<(typeof COLUMNS)[number], CrimeRow> {
  return {
    columns: COLUMNS,
    optional: ['Crime ID'],
    decimals: ['Longitude', 'Latitude'],
    header: true,
    othersToo: true,
    readRow(cells, complain) {
      const month = cells.Month.trim()
      const category = cells['Crime type'].trim()
      if (!MONTH.test(month) || month > thisMonth) complain(`${quoteCell(month)} is not a month. Enter it like 2026-11`)
      const fault =
        category === '' ? 'The cell “Crime type” must be filled in' : faultOfText('Crime type', category, 80)
      if (fault) complain(fault)
      const point = readPoint(cells.Latitude.trim(), cells.Longitude.trim())
      if (!point.ok && point.refusal.kind === 'swapped') complain('“Longitude” and “Latitude” are swapped')
      if (!point.ok && point.refusal.kind === 'no-number') complain('“Longitude” and “Latitude” must be degrees')
      const cell = point.ok && point.value ? cellOf(point.value) : null
      const id = cells['Crime ID'].trim().toLowerCase()
      return { crimeId: PUBLISHED_ID.test(id) ? id : null, month, force: cells['Falls within'].trim(), category, cell }
    },
  }
}

/**
 * Loads published street-level crime as counts by month, hexagon and category. The files must contain all of their
 * months: they replace what was loaded for these months, so the same files twice change nothing.
 */
export function loadStreetCrime(
  { actor, now }: Reading,
  input: LoadInput,
): Promise<Result<LoadedStreetCrime, LoadRefusal>> {
  const counts = new Map<string, number>()
  const seen = new Set<string>()
  const fileOf = new Map<string, string>()
  const told = { rows: 0, counted: 0, months: new Set<string>() }
  return loadMapData({ actor, now }, input, {
    what: 'police',
    table: 'streetCrime',
    shape: streetCsv(londonDayOf(now).slice(0, 7)),
    take: (_tx, rows, { file, complain }) => {
      for (const { line, row } of rows) {
        const { crimeId, month, force, category, cell } = row
        told.rows += 1
        told.months.add(month)
        const part = `${force}, ${month}`
        if ((fileOf.get(part) ?? file) !== file) complain(line, `${part} is already in ${fileOf.get(part)}`)
        else fileOf.set(part, file)
        if (cell === null || (crimeId && seen.has(crimeId))) continue
        if (crimeId) seen.add(crimeId)
        told.counted += 1
        const key = [month, cell, category].join(PARTED)
        counts.set(key, (counts.get(key) ?? 0) + 1)
      }
    },
    finish: async (tx) => {
      const months = [...told.months].sort()
      await replaceMonths(tx, months, counts)
      return { ...told, months }
    },
  })
}

const AT_ONCE = 5_000

async function replaceMonths(tx: Tx, months: readonly string[], counts: ReadonlyMap<string, number>): Promise<void> {
  const days = months.map((month) => `${month}-01`)
  await tx.execute(sql`delete from street_crime where month = any(${sqlList(days)}::date[])`)
  const all = [...counts].map(([key, crimes]) => [...key.split(PARTED), String(crimes)])
  for (let from = 0; from < all.length; from += AT_ONCE) {
    const some = all.slice(from, from + AT_ONCE)
    const column = (at: number) => sqlList(some.map((row) => row[at] ?? ''))
    const cells = sqlList(some.map((row) => BigInt(`0x${row[1]}`).toString()))
    await tx.execute(sql`
      insert into street_crime (month, cell, category, crimes)
      select (m || '-01')::date, c, k, n from unnest(
        ${column(0)}::text[], ${cells}::bigint[], ${column(2)}::text[], ${column(3)}::integer[]) as t (m, c, k, n)`)
  }
}
