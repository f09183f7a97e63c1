import type { Buffer } from 'node:buffer'

const DELIMITERS = [',', ';', '\t', '|'] as const

/** Takes blocks until one holds words; answers them with the character that parts the cells of the first line. */
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

/** Spreadsheets of countries with a decimal comma part cells with semicolons, and may say so in a line of its own. */
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

/** '53,4084' of a file that parts its cells otherwise is the number 53.4084. */
export function withDecimalPoint(text: string): string {
  return DECIMAL_COMMA.test(text) ? text.replace(',', '.') : text
}
