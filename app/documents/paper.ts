/** The languages a paper can be written in. Each needs its words for every paper, and fonts for its script. */
export type PaperLanguage = 'en'

export type Block =
  | { is: 'heading'; text: string }
  | { is: 'paragraph'; text: string }
  | { is: 'list'; items: readonly string[] }

/** What a paper says, in reading order, in one language. Texts are plain: nothing in them is markup. */
export interface Paper {
  language: PaperLanguage
  /** What the window of a PDF reader shows, for anybody who passes by: no name and nothing that happened. */
  title: string
  heading: string
  blocks: readonly Block[]
}

/** Every text of a paper in reading order. */
export function textsOf({ heading, blocks }: Paper): string[] {
  return [heading, ...blocks.flatMap((block) => (block.is === 'list' ? block.items : [block.text]))]
}
