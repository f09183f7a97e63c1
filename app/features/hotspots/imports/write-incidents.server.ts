import { sql } from 'drizzle-orm'
import type { Tx } from '../../../../db/as-actor.ts'
import { sqlList } from '../../../../db/sql-list.ts'
import { type Cell, cellOf, type LatLng } from '../../../domain/hotspots/map/cell.ts'
import { postcodeInWords } from '../../../domain/hotspots/places/postcode.ts'
import { startOfLondonDay } from '../../../domain/time/calendar-day.ts'
import { addProblem, type CsvProblems } from './csv-problems.server.ts'
import type { ImportedIncidentRow } from './incident-row.server.ts'
import type { ReadRow } from './read-csv.server.ts'

interface Chunk {
  rows: readonly ReadRow<ImportedIncidentRow>[]
  postcodes: ReadonlyMap<string, LatLng>
  problems: CsvProblems
}

/** A line whose place was found. */
interface Placed extends Omit<ImportedIncidentRow, 'place'> {
  line: number
  cell: Cell | null
  online: boolean
}

/** Writes some thousand lines; returns how many were new. Without `to` it only looks for errors. */
export async function writeIncidents(
  tx: Tx,
  to: { agencyId: string; importId: string } | null,
  { rows, postcodes, problems }: Chunk,
): Promise<number> {
  const placed = keepFirstOfEachReference(
    rows.flatMap((read) => placedOf(read, postcodes, problems)),
    problems,
  )
  if (!to || problems.total > 0 || placed.length === 0) return 0
  const [written] = await tx.execute<{ added: number; differing: number[] }>(sql`
    select added, differing from app.import_incidents(${to.agencyId}::uuid, ${to.importId}::uuid,
      ${sqlList(placed.map(({ reference }) => reference))}::text[],
      ${sqlList(placed.map(({ cell }) => cell && BigInt(`0x${cell}`).toString()))}::bigint[],
      ${sqlList(placed.map(({ online }) => online))}::boolean[],
      ${sqlList(placed.map(({ client }) => client))}::text[],
      ${sqlList(placed.map(({ strand }) => strand))}::text[],
      ${sqlList(placed.map(({ crimeReference }) => crimeReference))}::text[],
      ${sqlList(placed.map(({ recordedOn }) => startOfLondonDay(recordedOn).toISOString()))}::timestamptz[])`)
  for (const at of written?.differing ?? []) addProblem(problems, { line: placed[at - 1]?.line ?? 0, message: DIFFERS })
  return written?.added ?? 0
}

const DIFFERS =
  'This reference was already imported with a different strand, client, place or crime reference. The earlier incident is not changed'
const DIFFERS_IN_FILE = 'This reference appears earlier in the file, with different values'

function placedOf(
  { line, row }: ReadRow<ImportedIncidentRow>,
  postcodes: Chunk['postcodes'],
  problems: CsvProblems,
): Placed[] {
  const { place, ...rest } = row
  if (!('postcode' in place)) return [{ line, ...rest, ...place }]
  const point = postcodes.get(place.postcode)
  if (point) return [{ line, ...rest, cell: cellOf(point), online: false }]
  const message = `The postcode ${postcodeInWords(place.postcode)} is not among those the operator has loaded`
  addProblem(problems, { line, message })
  return []
}

/** Keeps each reference once: the database gets all lines of a call at once, so it could not tell which came first. */
function keepFirstOfEachReference(rows: readonly Placed[], problems: CsvProblems): Placed[] {
  const seen = new Map<string, Placed>()
  for (const row of rows) {
    const before = seen.get(row.reference)
    if (!before) seen.set(row.reference, row)
    else if (contentOf(before) !== contentOf(row)) addProblem(problems, { line: row.line, message: DIFFERS_IN_FILE })
  }
  return [...seen.values()]
}

function contentOf({ cell, online, client, strand, crimeReference }: Placed): string {
  return JSON.stringify([cell, online, client, strand, crimeReference])
}
