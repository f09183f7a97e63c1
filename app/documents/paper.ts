/**
 * The languages a paper can be written in. Each language needs words for every kind of paper, and fonts for its script.
 */
export type PaperLanguage = 'en'

export type Block =
  | { is: 'heading'; text: string }
  | { is: 'paragraph'; text: string }
  | { is: 'list'; items: readonly string[] }

/** The content of a paper in reading order, in one language. The texts are plain, without markup. */
export interface Paper {
  language: PaperLanguage
  /**
   * A PDF reader shows the title in its window, where passers-by can read it. It must not contain a name or what
   * happened.
   */
  title: string
  heading: string
  blocks: readonly Block[]
}

export function textsOf({ heading, blocks }: Paper): string[] {
  return [heading, ...blocks.flatMap((block) => (block.is === 'list' ? block.items : [block.text]))]
}
