/** The languages of papers. Each needs words for every kind of paper, and fonts for its script. */
export type PaperLanguage = 'en'

export type Block =
  | { is: 'heading'; text: string }
  | { is: 'paragraph'; text: string }
  | { is: 'list'; items: readonly string[] }

/** The content of a paper in reading order, in one language. The texts are plain, without markup. */
export interface Paper {
  language: PaperLanguage
  /** Shown in the window of a PDF reader, where others may see it: no name, and nothing that happened. */
  title: string
  heading: string
  blocks: readonly Block[]
}

export function textsOf({ heading, blocks }: Paper): string[] {
  return [heading, ...blocks.flatMap((block) => (block.is === 'list' ? block.items : [block.text]))]
}
