import { pipeline } from 'node:stream/promises'
import { CsvError, type Info, parse } from 'csv-parse'
import { type CsvSource, LONGEST_LINE_BYTES, soundBlocks, TOO_LONG, UnreadableLine } from './csv-bytes.server.ts'
import { readDialect, saysDelimiter, withDecimalPoint } from './csv-dialect.server.ts'
import { addProblem, type CsvProblems } from './csv-problems.server.ts'

/** The columns of a file, and how one line becomes a row. */
export interface CsvShape<Column extends string, Row> {
  columns: readonly Column[]
  /** Columns that may be missing; their cells are then empty. */
  optional?: readonly Column[]
  /** Columns with numbers, which some countries write with a decimal comma. */
  decimals?: readonly Column[]
  /** Without a header, the columns are in this order from the left, and others may follow. */
  header: boolean
  /** Whether other columns are allowed; they are ignored. */
  othersToo: boolean
  /** Returns a row, or undefined if the line has errors or is not needed. */
  readRow: (cells: Readonly<Record<Column, string>>, complain: (message: string) => void) => Row | undefined
}

export interface ReadRow<Row> {
  line: number
  row: Row
}

interface Reading {
  problems: CsvProblems
  /** The file's name for error messages, if several files are read together. */
  file?: string
}

const ROWS_AT_ONCE = 5_000

/**
 * Reads a CSV file, a few thousand rows at a time, and collects all errors in `problems`. Accepts CRLF, a byte order
 * mark, and semicolons or tabs between cells; ignores empty lines and columns. If `problems` is not empty at the end,
 * the caller must undo what it wrote.
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
    const { delimiter, blocks } = await readDialect(soundBlocks(source))
    const decimals = delimiter === ',' ? [] : (shape.decimals ?? [])
    for await (const { info, record } of records(blocks, delimiter, last)) {
      if (record.every(isBlank) || (info.lines === 1 && saysDelimiter(record))) continue
      const line = info.lines
      const complain = complainOf(line)
      if (!places) {
        places = placesOf(record, shape, complain)
        if (!places) return
        continue
      }
      const cells = cellsOf(record, places, complain)
      for (const column of decimals) if (cells) cells[column] = withDecimalPoint(cells[column])
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

/** `last` is the line the parser has reached, which may be after the record it has yielded. */
async function* records(
  blocks: AsyncGenerator<Buffer>,
  delimiter: string,
  last: { line: number },
): AsyncGenerator<{ info: Info; record: string[] }> {
  const parser = parse({
    bom: true,
    delimiter,
    info: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_LINE_BYTES,
    on_record: (record, { lines }) => {
      last.line = lines
      return record
    },
  })
  // An error ends the parser, which throws it to the reader.
  const fed = pipeline(blocks, parser).catch(() => {})
  yield* parser
  await fed
}

interface Places<Column extends string> {
  of: readonly (readonly [Column, number])[]
  /** The minimum number of columns in each line. */
  count: number
  /** The header's names, to find a filled cell without a column name; null for a file without a header. */
  names: readonly string[] | null
}

function inOrder<Column extends string>(columns: readonly Column[]): Places<Column> {
  return { of: columns.map((column, at) => [column, at] as const), count: columns.length, names: null }
}

function placesOf<Column extends string>(
  header: readonly string[],
  { columns, optional = [], othersToo }: CsvShape<Column, unknown>,
  complain: (message: string) => void,
): Places<Column> | undefined {
  const names = header.map((name) => name.trim().toLowerCase())
  const missing = columns.filter((column) => !optional.includes(column) && !names.includes(column.toLowerCase()))
  const known = new Set<string>(columns.map((column) => column.toLowerCase()))
  const others = othersToo ? [] : names.filter((name) => name !== '' && !known.has(name))
  const twice = names.filter((name, at) => known.has(name) && names.indexOf(name) !== at)
  if (missing.length > 0) complain(`The first line must name the columns. Missing: ${missing.join(', ')}`)
  if (others.length > 0 && missing.length < columns.length)
    complain(`Remove these columns, which are not accepted: ${shortened(others.join(', '))}`)
  if (twice.length > 0) complain(`This column appears twice: ${twice.join(', ')}`)
  if (missing.length + others.length + twice.length > 0) return undefined
  const of = columns.map((column) => [column, names.indexOf(column.toLowerCase())] as const)
  return { of, count: names.findLastIndex((name) => name !== '') + 1, names }
}

function cellsOf<Column extends string>(
  record: readonly string[],
  { of, count, names }: Places<Column>,
  complain: (message: string) => void,
): Record<Column, string> | undefined {
  const filled = record.findLastIndex((cell) => !isBlank(cell)) + 1
  const cut = record.length < count
  if (cut || (names && filled > names.length)) {
    const why = cut ? ': the file may have been cut off here' : ': is a comma not in quotation marks?'
    complain(`This line has ${cut ? record.length : filled} columns instead of ${count}${why}`)
    return undefined
  }
  const nameless = names ? record.findIndex((cell, at) => names[at] === '' && !isBlank(cell)) : -1
  if (nameless >= 0) {
    complain(`Column ${nameless + 1} is filled in here but has no name in the first line`)
    return undefined
  }
  return Object.fromEntries(of.map(([column, at]) => [column, record[at] ?? ''])) as Record<Column, string>
}

function isBlank(cell: string): boolean {
  return cell.trim() === ''
}

const WORDS: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'A quotation mark is opened here and never closed: the file may have been cut off',
  CSV_MAX_RECORD_SIZE: TOO_LONG,
  INVALID_OPENING_QUOTE:
    'There is a quotation mark inside a cell. Put the whole cell in quotation marks and double those inside it',
  CSV_INVALID_CLOSING_QUOTE: 'There is text after the quotation mark that closes a cell',
}

/** The error message and line for an unreadable file. Errors that are not about the file are rethrown. */
function unreadable(error: unknown, line: number): { line: number; message: string } {
  if (error instanceof UnreadableLine) return error
  const words = error instanceof CsvError ? WORDS[error.code] : undefined
  if (words === undefined) throw error
  return { line, message: words }
}

function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}
