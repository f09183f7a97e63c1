/** Values that identify nothing. The database decides what identifies a recorded crime (app.crime_reference_of). */

/** '1.23E+10', '#####', '#N/A', '12345678.0', zeros after the fifteenth digit: a spreadsheet reformatted the text. */
const DAMAGE = [/^[0-9]+([.,][0-9]+)?E[+-]?[0-9]{1,3}$/, /^#/, /^[0-9]{15}0+$/, /^[0-9]+[.,]0+$/]

/** Whether a spreadsheet changed the text into something its author did not type. */
export function isSpreadsheetDamage(text: string): boolean {
  const typed = asTyped(text)
  return DAMAGE.some((pattern) => pattern.test(typed))
}

const UNKNOWN_WORDS =
  /^(the)?(client|person|name|victim|reference|ref|number|crime)?(is)?(unknown|unkown|not?known|dont?know|unk|nk|na|none|noname|nil|null|nan|tbc|tba|tobeconfirmed|pending|awaiting|awaited|anon|anonymous|undefined|blank|empty|x+|refused|declined|withheld|not?(given|stated|provided|recorded|applicable|available|disclosed|supplied|yet|asked|reported|sure|set))(client|person|male|female|man|woman|name|yet|atthistime)?$/

/** Whether a name, a number or a reference only says that it is not known: 'Unknown', 'n/k', 'TBC', '?', '-'. */
export function saysUnknown(text: string): boolean {
  const letters = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
  return letters === '' || /^0+$/.test(letters) || UNKNOWN_WORDS.test(letters)
}

/** Letters outside A to Z stay as they are, as in the database's "C" collation. */
function asTyped(text: string): string {
  return text.replace(/^[ \t\r\n\u00a0]+|[ \t\r\n\u00a0]+$/g, '').replace(/[a-z]+/g, (letters) => letters.toUpperCase())
}
