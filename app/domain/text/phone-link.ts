export interface PhonePart {
  text: string
  /** 'tel:+447700900123'; null for text that is not a number. */
  href: string | null
}

/** British numbers end after eleven digits: the 2 of “07700 900123 (2nd floor)” is not dialled. */
const NUMBER = new RegExp(
  [
    /\b0(?!0)(?:[\s().-]*\d){10}(?!\d)/,
    /\+44(?:[\s.-]*\(0\))?(?:[\s().-]*\d){10}(?!\d)/,
    /(?:\+|\b)\d(?:[\d\s().-]*\d)?/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'g',
)
const SHORTEST_TO_DIAL = 3
const LONGEST_TO_DIAL = 15

/** Typed text in parts: each number can be dialled, and the words between stay. */
export function phoneParts(typed: string): PhonePart[] {
  const parts: PhonePart[] = []
  let end = 0
  for (const found of typed.matchAll(NUMBER)) {
    const digits = found[0].replace(/\(0\)/, '').replace(/\D/g, '')
    if (digits.length < SHORTEST_TO_DIAL || digits.length > LONGEST_TO_DIAL) continue
    if (found.index > end) parts.push({ text: typed.slice(end, found.index), href: null })
    parts.push({ text: found[0], href: `tel:${found[0].startsWith('+') ? '+' : ''}${digits}` })
    end = found.index + found[0].length
  }
  if (end < typed.length) parts.push({ text: typed.slice(end), href: null })
  return parts
}
