import { isUtf8 } from 'node:buffer'

/** The bytes of a file, from a disk or from a form. */
export type CsvSource = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

/** No line of an accepted file comes near it. */
export const LONGEST_LINE_BYTES = 65_536

/** Stops reading: the rest of the file cannot be read either. */
export class UnreadableLine extends Error {
  readonly line: number
  constructor(line: number, message: string) {
    super(message)
    this.line = line
  }
}

const NEWLINE = 10
const RETURN = 13

/**
 * Yields the file in UTF-8 blocks that end at a line end. Memory holds one block and one line at most, whatever the
 * size of the file.
 * @throws UnreadableLine if a line is too long or not UTF-8
 */
export async function* soundBlocks(source: CsvSource): AsyncGenerator<Buffer> {
  let line = 1
  let rest = Buffer.alloc(0)
  let isChecked = false
  for await (const chunk of source) {
    const held = Buffer.concat([rest, chunk])
    if (!isChecked && held.length >= LONGEST_SIGNATURE) {
      checkSignature(held)
      isChecked = true
    }
    const end = (held.includes(NEWLINE) ? held.lastIndexOf(NEWLINE) : held.lastIndexOf(RETURN, -2)) + 1
    const block = held.subarray(0, end)
    checkEncoding(block, line)
    line += linesIn(block)
    rest = held.subarray(end)
    if (rest.length > LONGEST_LINE_BYTES) throw new UnreadableLine(line, TOO_LONG)
    if (block.length > 0) yield block
  }
  if (!isChecked) checkSignature(rest)
  checkEncoding(rest, line)
  if (rest.length > 0) yield rest
}

/** First bytes of workbooks, PDF, RTF, UTF-16 text and HTML: what programs save if CSV was not chosen. */
const SIGNATURES = ['504b0304', 'd0cf11e0', '25504446', '7b5c7274', 'fffe', 'feff', '3c'].map((hex) =>
  Buffer.from(hex, 'hex'),
)
const LONGEST_SIGNATURE = 4

function checkSignature(start: Buffer): void {
  if (SIGNATURES.some((signature) => start.subarray(0, signature.length).equals(signature)))
    throw new UnreadableLine(1, NOT_CSV)
}

export const TOO_LONG =
  'This line is longer than 64 KB. Is this a CSV file, and is every quotation mark in it closed again?'

function checkEncoding(block: Buffer, firstLine: number): void {
  if (isText(block)) return
  let start = 0
  for (let line = firstLine; ; line += 1) {
    const found = block.indexOf(NEWLINE, start)
    const end = found < 0 ? block.length : found
    const bytes = block.subarray(start, end)
    if (bytes.includes(0)) throw new UnreadableLine(line, NOT_CSV)
    if (!isUtf8(bytes)) throw new UnreadableLine(line, NOT_UTF8)
    start = end + 1
  }
}

/** NUL is valid UTF-8, but only files that are not UTF-8 text contain it. */
function isText(bytes: Buffer): boolean {
  return isUtf8(bytes) && !bytes.includes(0)
}

const NOT_CSV =
  'This is not a CSV file. Save it as “CSV UTF-8”, which spreadsheets offer under “Save as”, and choose that file'

const NOT_UTF8 =
  'This line is not in UTF-8. Save the file again as “CSV UTF-8”, which spreadsheets offer beside plain CSV'

function linesIn(block: Buffer): number {
  let lines = 0
  for (let at = block.indexOf(NEWLINE); at >= 0; at = block.indexOf(NEWLINE, at + 1)) lines += 1
  return lines
}
