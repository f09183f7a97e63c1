/** Spaces, control and format characters, and Unicode letters that draw nothing, such as the Hangul filler. */
const UNSEEN = String.raw`[\s\p{C}\p{Z}\p{Default_Ignorable_Code_Point}\u2800]`
const AROUND = new RegExp(`^${UNSEEN}+|${UNSEEN}+$`, 'gu')
const SEEN = /[\p{L}\p{N}\p{P}\p{S}]/u

/** Text without invisible characters around it, or ''. Inside they stay, because emoji and scripts need them. */
export function visibleText(text: string): string {
  const seen = text.replace(AROUND, '')
  return SEEN.test(seen) ? seen : ''
}
