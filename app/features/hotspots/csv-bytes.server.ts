import { isUtf8 } from 'node:buffer'

/** A file, as it comes: from a disk, or from a form. */
export type CsvSource = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

/** No line of any file that is taken comes near it. */
export const LONGEST_LINE_BYTES = 65_536

/** Ends the reading: what follows cannot be read either. */
export class UnreadableLine extends Error {
  readonly line: number
  constructor(line: number, message: string) {
    super(message)
    this.line = line
  }
}

const NEWLINE = 10

/**
 * The file in blocks that end with a line, every one of them UTF-8. Holds one block and one line, whatever the file holds.
 * @throws UnreadableLine where a line is too long or is not UTF-8
 */
export async function* soundBlocks(source: CsvSource): AsyncGenerator<Buffer> {
  let line = 1
  let rest = Buffer.alloc(0)
  for await (const chunk of source) {
    const held = Buffer.concat([rest, chunk])
    const end = held.lastIndexOf(NEWLINE) + 1
    const block = held.subarray(0, end)
    checkEncoding(block, line)
    line += linesIn(block)
    rest = held.subarray(end)
    if (rest.length > LONGEST_LINE_BYTES) throw new UnreadableLine(line, TOO_LONG)
    if (block.length > 0) yield block
  }
  checkEncoding(rest, line)
  if (rest.length > 0) yield rest
}

export const TOO_LONG =
  'This line is longer than 64 KB. Is this a CSV file, and is every quotation mark in it closed again?'

function checkEncoding(block: Buffer, firstLine: number): void {
  if (isText(block)) return
  let start = 0
  for (let line = firstLine; ; line += 1) {
    const found = block.indexOf(NEWLINE, start)
    const end = found < 0 ? block.length : found
    if (!isText(block.subarray(start, end))) throw new UnreadableLine(line, NOT_UTF8)
    start = end + 1
  }
}

/** A NUL is UTF-8 too, but only files that are no UTF-8 text hold one. */
function isText(bytes: Buffer): boolean {
  return isUtf8(bytes) && !bytes.includes(0)
}

const NOT_UTF8 =
  'This line is not in UTF-8. Save the file again as “CSV UTF-8”, which spreadsheets offer beside plain CSV'

function linesIn(block: Buffer): number {
  let lines = 0
  for (let at = block.indexOf(NEWLINE); at >= 0; at = block.indexOf(NEWLINE, at + 1)) lines += 1
  return lines
}
