import { stringify } from 'csv-stringify/sync'
import { spreadsheetSafe } from '../../domain/text/spreadsheet-safe.ts'

/**
 * Rows as CSV for spreadsheets (RFC 4180, CRLF), every cell made safe; starts with a BOM. Quoted is also what holds a
 * semicolon or a tab: where spreadsheets part cells by these, what follows would stand alone, and not be safe.
 */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return stringify([...rows], {
    bom: true,
    record_delimiter: 'windows',
    quoted_match: /[;\t\r\n]/,
    cast: { string: spreadsheetSafe },
  })
}
