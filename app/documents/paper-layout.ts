import type { PaperFormat } from '../domain/papers/paper-format.ts'
import type { Block, Paper } from './paper.ts'

interface Layout {
  /** In points. RNIB calls 16 points and more large print; the partnership’s leaflets use 18. */
  size: number
  /** In millimetres. */
  margin: number
}

export const PAPER_LAYOUTS = {
  standard: { size: 12, margin: 25 },
  large_print: { size: 18, margin: 20 },
  easy_read: { size: 16, margin: 20 },
} as const satisfies Record<Exclude<PaperFormat, 'braille'>, Layout>

/** The formats that are PDF files. */
export type PrintFormat = keyof typeof PAPER_LAYOUTS

/**
 * A paper without columns, for large print, Easy Read and Braille: each row of a table becomes a heading and a list of
 * what the other columns say.
 */
export function withoutColumns(paper: Paper): Paper {
  return { ...paper, blocks: paper.blocks.flatMap(inOneColumn) }
}

function inOneColumn(block: Block): Block[] {
  if (block.is !== 'table') return [block]
  const [, ...others] = block.columns
  return block.rows.flatMap(([first = '', ...cells]): Block[] => [
    { is: 'heading', level: 3, text: first },
    { is: 'list', items: cells.flatMap((cell, at) => (cell ? [`${others[at]}: ${cell}`] : [])) },
  ])
}
