import type { PictogramId } from './pictures/pictogram.ts'

/**
 * The languages that the fonts can set, and from which side. Papers have words in fewer (`PAPER_LANGUAGES`). These
 * fonts give back the same letters when text is copied; the Noto fonts for Arabic and Bengali do not.
 */
export const SET_LANGUAGES = {
  en: { fonts: ['Noto Sans', 'Amiri', 'Hind Siliguri'] },
  pl: { fonts: ['Noto Sans', 'Amiri', 'Hind Siliguri'] },
  ar: { fonts: ['Amiri', 'Noto Sans'] },
  bn: { fonts: ['Hind Siliguri', 'Noto Sans'] },
} as const satisfies Record<string, { fonts: readonly string[] }>

export type SetLanguage = keyof typeof SET_LANGUAGES

export type Block =
  | { is: 'heading'; text: string; level: 2 | 3 }
  | { is: 'paragraph'; text: string }
  | { is: 'list'; items: readonly string[] }
  /** `widths`: of the columns, as parts of the whole. */
  | {
      is: 'table'
      columns: readonly string[]
      widths: readonly number[]
      rows: readonly (readonly string[])[]
    }
  /** Easy Read: a picture beside a few short sentences. */
  | { is: 'pictured'; picture: PictogramId; alt: string; texts: readonly string[] }
  /** A question with ruled lines to write on. */
  | { is: 'write'; label: string; lines: number }
  | { is: 'new-page' }

/** The content of a paper in reading order, in one language. The texts are plain, without markup. */
export interface Paper {
  language: SetLanguage
  /** Shown in the window of a PDF reader, where others may see it: no name, and nothing that happened. */
  title: string
  heading: string
  blocks: readonly Block[]
}

export function textsOf({ heading, blocks }: Paper): string[] {
  return [heading, ...blocks.flatMap(textsOfBlock)]
}

function textsOfBlock(block: Block): readonly string[] {
  if (block.is === 'list') return block.items
  if (block.is === 'table') return [...block.columns, ...block.rows.flat()]
  if (block.is === 'pictured') return block.texts
  if (block.is === 'write') return [block.label]
  return block.is === 'new-page' ? [] : [block.text]
}
