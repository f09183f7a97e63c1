import { visibleText } from '../text/visible-text.ts'

const LONGEST_NAME = 120
/** Controls, marks that turn the direction of writing, and other signs that draw nothing. */
const UNSEEN = /[\p{C}\p{Default_Ignorable_Code_Point}]/gu

/**
 * The name of a file as its sender's device called it, fit to be shown: without folders, and without signs that hide a
 * part of it or turn it round ("cod.exe" that reads "exe.doc"). '' where nothing is left.
 */
export function shownFileName(sent: string): string {
  const name = sent.replace(UNSEEN, '').split(/[/\\]/).at(-1) ?? ''
  const seen = visibleText(name)
  return /^\.*$/.test(seen) ? '' : [...seen].slice(0, LONGEST_NAME).join('')
}
