import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type FormRow, isEmptyRow, nameInRow, rowsOf, valuesOf } from './rows.ts'

const rowsIn = (values: Record<string, string | string[]>) => rowsOf(Object.entries(values), 'holidays')

describe('the rows of a group', () => {
  it.each<{ why: string; values: Record<string, string | string[]>; are: FormRow[] }>([
    {
      why: 'in the order of their numbers',
      values: { 'holidays[10].on': 'b', 'holidays[2].on': 'a' },
      are: [{ on: 'a' }, { on: 'b' }],
    },
    {
      why: 'with every field of a row',
      values: { 'holidays[0].on-day': '7', 'holidays[0].name': 'May Day' },
      are: [{ 'on-day': '7', name: 'May Day' }],
    },
    {
      why: 'with several answers to one question',
      values: { 'holidays[0].for': ['a', 'b'] },
      are: [{ for: ['a', 'b'] }],
    },
    { why: 'and no field beside them', values: { holidays: 'x', 'holidays.add': 'yes', on: '7' }, are: [] },
    { why: 'and not those of a group with a longer name', values: { 'holidaysOf[0].on': 'x' }, are: [] },
    {
      why: 'and no name that is not a row',
      values: { 'holidays[-1].on': 'x', 'holidays[x].on': 'x', 'holidays[0]': 'x' },
      are: [],
    },
    { why: 'and no number beyond any group', values: { 'holidays[99999].on': 'x' }, are: [] },
    {
      why: 'and no field of the language itself',
      values: { 'holidays[0].__proto__': 'x' },
      are: [{ ['__proto__']: 'x' }],
    },
  ])('are read $why', ({ values, are }) => {
    expect(rowsIn(values)).toEqual(are)
  })

  it.each<{ row: FormRow; is: boolean }>([
    { row: {}, is: true },
    { row: { on: '', name: [' ', '\u200b'] }, is: true },
    { row: { on: '', name: 'May Day' }, is: false },
  ])('are empty when nothing visible was typed: $row', ({ row, is }) => {
    expect(isEmptyRow(row)).toBe(is)
  })

  it('come back as they were written, whatever was typed and in whichever order it arrives', () => {
    const field = fc.stringMatching(/^[a-z][a-z-]{0,8}$/)
    const row = fc.dictionary(field, fc.oneof(fc.string(), fc.array(fc.string())), { minKeys: 1, maxKeys: 4 })
    fc.assert(
      fc.property(fc.array(row, { maxLength: 30 }), fc.integer(), (rows, seed) => {
        const written = valuesOf('holidays', rows)
        const arrived = [...written].sort(([one], [other]) => hash(one, seed) - hash(other, seed))
        expect(rowsOf(arrived, 'holidays')).toEqual(rows)
      }),
    )
  })

  it('say nothing of another group, whatever its fields are called', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\w.[\]-]{0,20}$/), fc.string(), (name, value) => {
        const isRow = /^holidays\[\d{1,4}\]\.[\w-]+$/.test(name)
        expect(rowsIn({ [name]: value })).toHaveLength(isRow ? 1 : 0)
      }),
    )
    expect(nameInRow('holidays', 3, 'on-day')).toBe('holidays[3].on-day')
  })
})

function hash(text: string, seed: number): number {
  return [...text].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0) + seed) % 1_000_003, 7)
}
