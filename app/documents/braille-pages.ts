import { type Paper, textsOf } from './paper.ts'
import { withoutColumns } from './paper-layout.ts'

/** The size of a page that embossers expect. */
const CELLS = 40
const LINES = 25

/** The texts of a paper for a Braille translator, one on a line and without columns. */
export function brailleTexts(paper: Paper): string[] {
  return textsOf(withoutColumns(paper)).map((text) => text.replaceAll(/\s+/g, ' ').trim())
}

/**
 * Translated texts as a BRF file: lines of 40 cells, pages of 25 lines, each ended by a form feed. The first line of a
 * text is indented, as in a printed Braille paragraph; a word that is longer than a line is cut.
 */
export function braillePages(translated: readonly string[]): string {
  const lines = translated.flatMap(wrap)
  const pages = Array.from({ length: Math.ceil(lines.length / LINES) }, (_, at) =>
    lines.slice(at * LINES, (at + 1) * LINES),
  )
  return pages.map((page) => `${page.join('\r\n')}\r\n\f`).join('')
}

const INDENT = '  '

function wrap(text: string): string[] {
  const words = text.split(' ').flatMap(cut)
  const lines: string[] = []
  let line = INDENT
  for (const word of words) {
    const joined = line === INDENT || line === '' ? `${line}${word}` : `${line} ${word}`
    if (joined.length <= CELLS) line = joined
    else {
      lines.push(line)
      line = word
    }
  }
  return [...lines, line].filter((each) => each.trim() !== '')
}

function cut(word: string): string[] {
  const room = CELLS - INDENT.length
  return word.length <= room ? [word] : [word.slice(0, room), ...cut(word.slice(room))]
}
