import { foldText } from './fold-text.ts'

const GAP = '[\\s().\\-\\u2010-\\u2015/]*'
const digits = (many: string) => `(?:${GAP}\\d){${many}}`
/** The zero that is dialled only within the country: +44 (0)7700. */
const HOME_ZERO = `(?:${GAP}0)?`
/**
 * Telephone numbers as people write them: British with +44 or 0, of another country, or without either, as
 * spreadsheets strip the zero and local people leave out the area code.
 */
const NUMBER = new RegExp(
  [
    `(?<country>(?:\\+|00)${GAP}44|44(?=${GAP}(?:0${GAP})?[1-9]${digits('9')}))${HOME_ZERO}(?<withCountry>${GAP}[1-9]${digits('8,9')})`,
    `(?<abroad>(?:\\+|00)${GAP}[1-9](?:[\\s().\\-]*\\d){6,13})`,
    `0(?<withZero>${GAP}[1-9]${digits('8,9')})`,
    `(?<bare>\\d${digits('5,14')})`,
  ]
    .map((form) => `(?<![\\d+])${form}`)
    .join('|'),
  'g',
)
const NATIONAL = 10

/**
 * The telephone numbers in a text, in one form: 07700 900830, 447700900830 and “+44 (0)7700 900830 (after six)” are
 * all '+447700900830'. A number without its area code stays as it is. Empty if there is none.
 */
export function phoneKeys(text: string): string[] {
  const found = [...foldText(text).matchAll(NUMBER)].map(({ groups = {} }) => keyOf(groups))
  return [...new Set(found)]
}

function keyOf({ withCountry, withZero, abroad, bare }: Record<string, string | undefined>): string {
  const british = withCountry ?? withZero
  if (british !== undefined) return `+44${digitsOf(british)}`
  if (abroad !== undefined) return `+${digitsOf(abroad).replace(/^00/, '')}`
  const plain = digitsOf(bare ?? '')
  return plain.length === NATIONAL && /^[12378]/.test(plain) ? `+44${plain}` : plain
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '')
}

/** The numbers of a text with their digits reversed, so that country and area code do not matter to an index. */
export function phoneSearchKeys(text: string): string[] {
  return phoneKeys(text).map((key) => `#${[...key.replace('+', '')].reverse().join('')}`)
}
