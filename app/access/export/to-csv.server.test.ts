import { describe, expect, it } from 'vitest'
import { toCsv } from './to-csv.server.ts'

describe('an export', () => {
  it.each([
    { cell: 'Anna;=1+1', quoted: '"Anna;=1+1"', why: 'a semicolon' },
    { cell: 'Anna\t=1+1', quoted: '"Anna\t=1+1"', why: 'a tab' },
  ])('quotes what another spreadsheet would part: $why', ({ cell, quoted }) => {
    expect(toCsv([[cell, 'b']])).toBe(`\uFEFF${quoted},b\r\n`)
  })

  it('quotes what holds a comma, a quote or a line break, after making it safe', () => {
    expect(
      toCsv([
        ['Name', 'Note'],
        ['O"Neil, Ann', '=1\n2'],
      ]),
    ).toBe('\uFEFFName,Note\r\n"O""Neil, Ann","\'=1\n2"\r\n')
  })
})
