import type { Block } from './paper.ts'
import type { PictogramId } from './pictures/pictogram.ts'

export function heading(text: string, level: 2 | 3 = 2): Block {
  return { is: 'heading', text, level }
}

export function paragraph(text: string): Block {
  return { is: 'paragraph', text }
}

/** A list of what is known: an empty text is left out, and so is a list of nothing. */
export function list(items: readonly string[]): Block[] {
  const known = items.filter((item) => item !== '')
  return known.length > 0 ? [{ is: 'list', items: known }] : []
}

/** The blocks of Easy Read, with what each picture shows in the language of the paper. */
export function pictures(alts: Readonly<Record<PictogramId, string>>) {
  return (picture: PictogramId, ...texts: string[]): Block => ({
    is: 'pictured',
    picture,
    alt: alts[picture],
    texts: texts.filter((text) => text !== ''),
  })
}
