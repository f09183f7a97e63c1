import type { Actor } from '../../domain/partnership/actor.ts'
import { download } from './download.server.ts'
import { toCsv } from './to-csv.server.ts'

/** A column of a spreadsheet: its header, and its cell in the row of one record. */
export interface CsvColumn<Row> {
  header: string
  cell: (row: Row) => string
}

interface DownloadedList<Row> {
  filename: `${string}.csv`
  columns: readonly CsvColumn<Row>[]
  /** Writes into the log that the rows leave. */
  read: () => Promise<readonly Row[]>
}

/** The rows of a list for a spreadsheet. @throws Response 429 */
export function downloadList<Row>(actor: Actor, { filename, columns, read }: DownloadedList<Row>): Promise<Response> {
  return download(actor, async () => {
    const lines = (await read()).map((row) => columns.map(({ cell }) => cell(row)))
    return { filename, content: toCsv([columns.map(({ header }) => header), ...lines]) }
  })
}
