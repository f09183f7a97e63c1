import { stringify } from 'csv-stringify/sync'
import { spreadsheetSafe } from '../../domain/text/spreadsheet-safe.ts'

/**
 * Rows as CSV for spreadsheets (RFC 4180, CRLF, with a BOM), each cell made safe against formulas. Cells with a
 * semicolon or a tab are quoted too: some spreadsheets split cells there, and the second half could begin a formula.
 */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return stringify([...rows], {
    bom: true,
    record_delimiter: 'windows',
    quoted_match: /[;\t\r\n]/,
    cast: { string: spreadsheetSafe },
  })
}
