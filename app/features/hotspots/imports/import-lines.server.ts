import { keepActing, type Tx } from '../../../../db/as-actor.ts'
import type { Reading } from '../../../domain/partnership/actor.ts'
import { londonDayOf } from '../../../domain/time/calendar-day.ts'
import { findPostcodes } from '../../../facts/find-postcodes.server.ts'
import { readStrandsOffered } from '../../../facts/read-strands.server.ts'
import type { CsvSource } from './csv-bytes.server.ts'
import { addProblem, type CsvProblems } from './csv-problems.server.ts'
import { incidentsCsv } from './incident-row.server.ts'
import { readCsv } from './read-csv.server.ts'
import { writeIncidents } from './write-incidents.server.ts'

export interface ImportIncidentsInput {
  agencyId: string
  source: CsvSource
  /** Runs the import and rolls it back, to report what it would do. */
  dryRun: boolean
  /** Hash of the file, if known before reading: the same form with another file is another action. */
  fileSha256?: string
  onProgress?: (rows: number) => void
}

export interface ImportedIncidents {
  rows: number
  /** How many incidents are new; the others were already imported with the same values. */
  added: number
}

/** Reads the whole file and writes it, some thousand lines at a time. Errors are added to `problems`. */
export async function importLines(
  tx: Tx,
  { actor, now }: Reading,
  { agencyId, source, onProgress }: ImportIncidentsInput,
  { importId, problems }: { importId: string; problems: CsvProblems },
): Promise<ImportedIncidents> {
  const shape = incidentsCsv({ strands: await readStrandsOffered(tx), today: londonDayOf(now) })
  const told = { rows: 0, added: 0 }
  for await (const rows of readCsv(source, shape, { problems })) {
    told.rows += rows.length
    await keepActing(tx, actor)
    const keys = rows.flatMap(({ row: { place } }) => ('postcode' in place ? [place.postcode] : []))
    const postcodes = await findPostcodes(tx, [...new Set(keys)])
    // After the first error nothing will be kept, so the rest is only checked.
    const write = problems.total === 0 ? { agencyId, importId } : null
    told.added += await writeIncidents(tx, write, { rows, postcodes, problems })
    onProgress?.(told.rows)
  }
  if (told.rows === 0 && problems.total === 0)
    addProblem(problems, { line: 1, message: 'There are no lines after the header' })
  return told
}
