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
const RETURN = 13

/**
 * The file in blocks that end with a line, every one of them UTF-8. Holds one block and one line, whatever the file holds.
 * @throws UnreadableLine where a line is too long or is not UTF-8
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

/** Workbooks of every age, documents, and text of two bytes a character: what programs save where CSV was not chosen. */
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

/** A NUL is UTF-8 too, but only files that are no UTF-8 text hold one. */
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
