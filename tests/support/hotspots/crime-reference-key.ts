import { isSpreadsheetDamage } from '../../../app/domain/cases/crime-reference.ts'

/**
 * The rules of app.crime_reference_of, written a second time to be compared with it. Forces write references differently
 * ('MS/26/104411', '42/12345/26', '24000123456'), so this names what no reference is: counting one crime twice is a small
 * error, merging the incidents of different clients hides them.
 */

const FORM = /^[A-Z0-9]+([ /._\\\u00a0\u2010-\u2015-]+[A-Z0-9]+)*$/
const LABEL = /^((POLICE|CRIME|REFERENCE|REF|NUMBER|NO)[ .:#]+)+/

/** Looked for in the text as typed. */
const NO_REFERENCE = [
  /[A-Z]{5}/,
  /(^|[^A-Z])(NOT|NONE|NIL|NULL|UNK|TBC|TBA|ASK|SEE|PER|LOG|CAD|INC|OF|PC|DC|PCSO|SGT|INSP|TEL|MOB|CALL|DATE|DOB|THE|AND)([^A-Z]|$)/,
  // A day, typed or made by a spreadsheet.
  /(^|[^A-Z])(JAN|FEB|MAR|APR|MAY|JUNE?|JULY?|AUG|SEPT?|OCT|NOV|DEC)([^A-Z]|$)/,
  /^[0-9]{1,2}[^A-Z0-9][0-9]{1,2}[^A-Z0-9]([0-9]{2}|[0-9]{4})$/,
  /^[0-9]{4}[^A-Z0-9][0-9]{1,2}[^A-Z0-9][0-9]{1,2}$/,
  // A number that ends in a group of zeros alone counts nothing.
  /(^|[^0-9])0+$/,
]

/** Looked for in its letters and digits alone. */
const NO_KEY = [
  // Too short to be one crime's alone; a day's number in a spreadsheet has five digits.
  /^[0-9]{1,5}$/,
  /^(19|20)[0-9]{2}(0[1-9]|1[0-2])([0-2][0-9]|3[01])$/,
  /^([0-2][0-9]|3[01])(0[1-9]|1[0-2])(19|20)[0-9]{2}$/,
  // Phone numbers.
  /^0[1237][0-9]{9}$/,
  /^(00)?44[1237][0-9]{9}$/,
]

const IN_ORDER = ['01234567890123456789', '98765432109876543210']

/** The letters and digits that identify a crime, or null for any other text: '', 'Not known', 'Log 432', '1.23E+10'. */
export function crimeReferenceKey(text: string): string | null {
  const typed = asTyped(text)
  if (isSpreadsheetDamage(typed)) return null
  const reference = typed.replace(LABEL, '')
  if (!FORM.test(reference) || NO_REFERENCE.some((pattern) => pattern.test(reference))) return null
  const key = reference.replace(/[^A-Z0-9]/g, '')
  const digits = key.replace(/[A-Z]/g, '')
  if (digits.length < 5 || key.length < 6 || key.length - digits.length > 8) return null
  if (/^([0-9])\1*$/.test(digits) || IN_ORDER.some((row) => row.includes(digits))) return null
  return isSpreadsheetDamage(key) || NO_KEY.some((pattern) => pattern.test(key)) ? null : key
}

/** Letters outside A to Z stay as they are, as in the database's "C" collation. */
function asTyped(text: string): string {
  return text.replace(/^[ \t\r\n\u00a0]+|[ \t\r\n\u00a0]+$/g, '').replace(/[a-z]+/g, (letters) => letters.toUpperCase())
}
