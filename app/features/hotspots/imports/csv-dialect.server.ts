import type { Buffer } from 'node:buffer'

const DELIMITERS = [',', ';', '\t', '|'] as const

/**
 * Reads blocks until one has text. Returns the character that separates the cells of the first line, and all blocks.
 */
export async function readDialect(
  blocks: AsyncGenerator<Buffer>,
): Promise<{ delimiter: string; blocks: AsyncGenerator<Buffer> }> {
  const taken: Buffer[] = []
  let line = ''
  while (line === '') {
    const next = await blocks.next()
    if (next.done) break
    taken.push(next.value)
    line = firstLineOf(next.value)
  }
  return { delimiter: delimiterOf(line), blocks: withFirst(taken, blocks) }
}

async function* withFirst(taken: readonly Buffer[], rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  yield* taken
  yield* rest
}

function firstLineOf(block: Buffer): string {
  return (
    block
      .toString('utf8')
      .trimStart()
      .split(/[\r\n]/, 1)[0] ?? ''
  )
}

/** Spreadsheets in countries with a decimal comma separate cells with semicolons, and may say so in a first line. */
const SAID = /^"?sep=(.)"?$/i

export function saysDelimiter(record: readonly string[]): boolean {
  return /^sep=/i.test(record[0] ?? '')
}

function delimiterOf(line: string): string {
  const said = SAID.exec(line)?.[1]
  if (said) return said
  const bare = line.replace(/"[^"]*"/g, '')
  const counts = DELIMITERS.map((delimiter) => bare.split(delimiter).length)
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ','
}

const DECIMAL_COMMA = /^\s*-?\d+,\d+\s*$/

/** In a file that does not separate cells with commas, '53,4084' is the number 53.4084. */
export function withDecimalPoint(text: string): string {
  return DECIMAL_COMMA.test(text) ? text.replace(',', '.') : text
}
