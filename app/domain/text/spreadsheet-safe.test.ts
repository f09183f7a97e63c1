import { describe, expect, it } from 'vitest'
import { spreadsheetSafe } from './spreadsheet-safe.ts'

describe('a cell of an export', () => {
  it.each([
    { cell: '=HYPERLINK("http://evil")', safe: '\'=HYPERLINK("http://evil")', why: 'a formula' },
    { cell: '+44 7700 900123', safe: "'+44 7700 900123", why: 'a number with its country' },
    { cell: '-1', safe: "'-1", why: 'a minus' },
    { cell: '@SUM(A1)', safe: "'@SUM(A1)", why: 'an at sign' },
    { cell: '\t=1', safe: "'\t=1", why: 'a tab before a formula' },
    { cell: '\r=1', safe: "'\r=1", why: 'a return before a formula' },
    { cell: 'Amara Diallo', safe: 'Amara Diallo', why: 'a name' },
    { cell: '1-2', safe: '1-2', why: 'a minus further on' },
    { cell: '', safe: '', why: 'nothing' },
  ])('is text, never a formula: $why', ({ cell, safe }) => {
    expect(spreadsheetSafe(cell)).toBe(safe)
  })
})
