import { pipeline } from 'node:stream/promises'
import { CsvError, type Info, parse } from 'csv-parse'
import { type CsvSource, LONGEST_LINE_BYTES, soundBlocks, TOO_LONG, UnreadableLine } from './csv-bytes.server.ts'
import { addProblem, type CsvProblems } from './csv-problems.server.ts'

/** What a file must look like, and how one line of it becomes a row. */
export interface CsvShape<Column extends string, Row> {
  columns: readonly Column[]
  /** Without a header the columns stand in this order from the left, and others may follow. */
  header: boolean
  /** Whether columns that are not named may stand in the file; their cells are not looked at. */
  othersToo: boolean
  /** A row, or undefined where something was complained of or the line is of no interest. */
  readRow: (cells: Readonly<Record<Column, string>>, complain: (message: string) => void) => Row | undefined
}

export interface ReadRow<Row> {
  line: number
  row: Row
}

interface Reading {
  problems: CsvProblems
  /** Said with each problem, where several files are read together. */
  file?: string
}

const ROWS_AT_ONCE = 5_000

/**
 * Reads a CSV file line by line, a few thousand rows at a time, and collects everything that is wrong with it. Takes CRLF
 * and a byte order mark. Whoever writes what it yields must undo it when `problems` holds any at the end.
 */
export async function* readCsv<Column extends string, Row>(
  source: CsvSource,
  shape: CsvShape<Column, Row>,
  { problems, file }: Reading,
): AsyncGenerator<ReadRow<Row>[]> {
  const complainOf = (line: number) => (message: string) =>
    addProblem(problems, { line, message, ...(file === undefined ? {} : { file }) })
  const last = { line: 0 }
  let places: Places<Column> | undefined = shape.header ? undefined : inOrder(shape.columns)
  let rows: ReadRow<Row>[] = []
  try {
    for await (const { info, record } of records(source, last)) {
      const line = info.lines
      const complain = complainOf(line)
      if (!places) {
        places = placesOf(record, shape, complain)
        if (!places) return
        continue
      }
      const cells = cellsOf(record, places, complain)
      const row = cells && shape.readRow(cells, complain)
      if (row !== undefined) rows.push({ line, row })
      if (rows.length < ROWS_AT_ONCE) continue
      yield rows
      rows = []
    }
    if (last.line === 0) complainOf(1)('The file is empty')
    yield rows
  } catch (error) {
    const { line: at, message } = unreadable(error, last.line + 1)
    complainOf(at)(message)
  }
}

/** `last` is the line that the parser has come to, which may be ahead of what it has handed out. */
async function* records(source: CsvSource, last: { line: number }): AsyncGenerator<{ info: Info; record: string[] }> {
  const parser = parse({
    bom: true,
    info: true,
    record_delimiter: ['\r\n', '\n'],
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_LINE_BYTES,
    on_record: (record, { lines }) => {
      last.line = lines
      return record
    },
  })
  // What goes wrong in it ends the parser, and is thrown to whoever reads.
  const fed = pipeline(soundBlocks(source), parser).catch(() => {})
  yield* parser
  await fed
}

interface Places<Column extends string> {
  of: readonly (readonly [Column, number])[]
  count: number
  exact: boolean
}

function inOrder<Column extends string>(columns: readonly Column[]): Places<Column> {
  return { of: columns.map((column, at) => [column, at] as const), count: columns.length, exact: false }
}

function placesOf<Column extends string>(
  header: readonly string[],
  { columns, othersToo }: CsvShape<Column, unknown>,
  complain: (message: string) => void,
): Places<Column> | undefined {
  const names = header.map((name) => name.trim().toLowerCase())
  const missing = columns.filter((column) => !names.includes(column.toLowerCase()))
  const known = new Set<string>(columns.map((column) => column.toLowerCase()))
  const others = othersToo ? [] : names.filter((name) => !known.has(name))
  const twice = names.filter((name, at) => known.has(name) && names.indexOf(name) !== at)
  if (missing.length > 0) complain(`The first line must name the columns. Missing: ${missing.join(', ')}`)
  if (others.length > 0) complain(`These columns are not taken, so leave them out: ${shortened(others.join(', '))}`)
  if (twice.length > 0) complain(`This column stands there twice: ${twice.join(', ')}`)
  if (missing.length + others.length + twice.length > 0) return undefined
  const of = columns.map((column) => [column, names.indexOf(column.toLowerCase())] as const)
  return { of, count: header.length, exact: true }
}

function cellsOf<Column extends string>(
  record: readonly string[],
  { of, count, exact }: Places<Column>,
  complain: (message: string) => void,
): Record<Column, string> | undefined {
  if (record.length < count || (exact && record.length > count)) {
    const cut = record.length < count ? ': the file may have been cut off here' : ': is a comma not in quotation marks?'
    complain(`This line has ${record.length} columns instead of ${count}${cut}`)
    return undefined
  }
  return Object.fromEntries(of.map(([column, at]) => [column, record[at] ?? ''])) as Record<Column, string>
}

const WORDS: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'A quotation mark is opened here and never closed: the file may have been cut off',
  CSV_MAX_RECORD_SIZE: TOO_LONG,
  INVALID_OPENING_QUOTE:
    'A quotation mark stands inside a cell: put the whole cell in quotation marks and double those inside it',
  CSV_INVALID_CLOSING_QUOTE: 'Something stands behind the quotation mark that closes a cell',
}

/** What made the file unreadable, and where; what is not about the file is thrown on. */
function unreadable(error: unknown, line: number): { line: number; message: string } {
  if (error instanceof UnreadableLine) return error
  const words = error instanceof CsvError ? WORDS[error.code] : undefined
  if (words === undefined) throw error
  return { line, message: words }
}

function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}
