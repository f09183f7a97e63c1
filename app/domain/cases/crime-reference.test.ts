import { describe, expect, it } from 'vitest'
import { crimeReferenceKey } from '../../../tests/support/hotspots/crime-reference-key.ts'
import { isSpreadsheetDamage, saysUnknown } from './crime-reference.ts'

describe('a crime reference', () => {
  it.each([
    { text: 'MS/26/104411', key: 'MS26104411', why: 'year and number behind a force' },
    { text: ' ms 26 104411 ', key: 'MS26104411', why: 'the same, typed otherwise' },
    { text: 'MS–26–104411', key: 'MS26104411', why: 'the dashes of a word processor' },
    { text: 'Crime ref: MS/26/104411', key: 'MS26104411', why: 'the label typed with it' },
    { text: 'Ref No. MS/26/104411', key: 'MS26104411', why: 'two labels' },
    { text: 'MP/2026/0001', key: 'MP20260001', why: 'a short number behind its year' },
    { text: '42/12345/26', key: '421234526', why: 'digits alone, in three parts' },
    { text: '44260123456', key: '44260123456', why: 'eleven digits that begin like a foreign phone number' },
    { text: 'CRI/06AA/0012345/26', key: 'CRI06AA001234526', why: 'letters in several parts' },
    { text: 'E23049912', key: 'E23049912', why: 'one letter' },
  ])('identifies a crime: $why', ({ text, key }) => {
    expect(crimeReferenceKey(text)).toBe(key)
  })

  it.each([
    ...['', '-', '?', 'Not known', 'not known 2026', 'unknown', 'N/K', 'n/a', 'TBC', 'awaiting', 'none given'].map(
      (text) => ({ text, why: 'a way of saying unknown' }),
    ),
    ...['TBC 104411', 'Not yet 104411', 'see notes 104411', 'неизвестно 104411', 'Log 432 of 12/11/2026'].map(
      (text) => ({
        text,
        why: 'words with a number',
      }),
    ),
    ...['1.23E+10', '1.23457E+11', '1,23E+10', '2.6E10', '#####', '#N/A', '#REF!', '24000123.0'].map((text) => ({
      text,
      why: 'damaged by a spreadsheet',
    })),
    { text: '1234567890123450000', why: 'a number whose last digits a spreadsheet has lost' },
    ...['12/05/2026', '12.5.26', '2026-11-23', '23-Nov-26', 'Nov-2026', '20261123', '23112026', '46349'].map(
      (text) => ({
        text,
        why: 'a day',
      }),
    ),
    ...['000000', 'MS/26/000000', '111111', '123456', '12345678', '987654', 'MS/123456'].map((text) => ({
      text,
      why: 'a number typed to fill the field',
    })),
    ...['07700 900830', '0151 709 6010', '+44 7700 900830', '447700900830'].map((text) => ({
      text,
      why: 'a phone number',
    })),
    { text: 'PC 12345', why: 'the number of an officer' },
    { text: 'MS/26', why: 'too short' },
    { text: 'MS/26/104411, MS/26/104412', why: 'two references' },
    { text: '１２３４５６７', why: 'digits of another script' },
  ])('never merges two incidents where it is $why: $text', ({ text }) => {
    expect(crimeReferenceKey(text)).toBeNull()
  })

  it.each([
    { text: '1.23E+10', damaged: true },
    { text: '####', damaged: true },
    { text: '#VALUE!', damaged: true },
    { text: '12345678.0', damaged: true },
    { text: '1234567890123450000', damaged: true },
    { text: 'MS/26/104411', damaged: false },
    { text: 'Not known', damaged: false },
    { text: '', damaged: false },
  ])('shows whether a spreadsheet has damaged it: $text', ({ text, damaged }) => {
    expect(isSpreadsheetDamage(text)).toBe(damaged)
  })
})

describe('a word for what is not known', () => {
  it.each([
    'Unknown',
    'NOT KNOWN',
    'n/k',
    'N.A.',
    'tbc',
    '?',
    '--',
    'xxx',
    '000',
    'Client unknown',
    'Anonymous',
    'unknown male',
    'don’t know',
    'Not given',
  ])('is recognised: %s', (text) => {
    expect(saysUnknown(text)).toBe(true)
  })

  it.each(['P-9', 'c-19', 'Nona Ali', 'Xanthe', 'Anna', 'Ana', 'K. Nair', '4711', 'Rahman', 'Nila'])(
    'is not seen in %s',
    (text) => {
      expect(saysUnknown(text)).toBe(false)
    },
  )
})
