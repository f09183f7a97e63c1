import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { neededDayField } from '../date-fields.server.ts'
import { neededText, typedText } from '../form-fields.server.ts'
import { readForm } from '../read-form.server.ts'
import { repeatingGroup } from './repeating-group.server.ts'

const NOW = new Date('2026-11-23T10:00:00Z')
const schema = z.object({
  note: typedText(200),
  holidays: repeatingGroup({
    entries: { on: neededDayField('recorded', 'Enter the day'), name: neededText(20, 'Enter the name') },
    item: 'Holiday',
    most: 3,
    missing: 'Enter at least one holiday',
  }),
})

/** Rows as a page sends them: day, month, year and name. */
function rows(...typed: [day: string, month: string, year: string, name: string][]): Record<string, string> {
  const fields = typed.map(([day, month, year, name], at) => {
    const start = `holidays[${at}].`
    return { [`${start}on-day`]: day, [`${start}on-month`]: month, [`${start}on-year`]: year, [`${start}name`]: name }
  })
  return Object.assign({}, ...fields)
}

function read(fields: Record<string, string>, key = '0a1b2c3d-0000-4000-8000-000000000000') {
  const body = new URLSearchParams({ idempotencyKey: key, ...fields })
  return readForm(new Request('https://accord.example.org/', { method: 'POST', body }), schema, { now: NOW })
}

const EMPTY = ['', '', '', ''] as [string, string, string, string]

describe('a form with a repeating group', () => {
  it('is read as a list, without its empty rows', async () => {
    const form = await read(rows(EMPTY, ['1', '5', '2026', 'May Day'], EMPTY, ['25', 'dec', '2025', 'Christmas']))
    expect(form).toMatchObject({
      ok: true,
      value: {
        holidays: [
          { on: '2026-05-01', name: 'May Day' },
          { on: '2025-12-25', name: 'Christmas' },
        ],
      },
    })
  })

  it('says at once what is wrong in each row, by its item and number, and keeps what was typed', async () => {
    const form = await read({
      ...rows(['1', '5', '2026', ''], EMPTY, ['31', '2', '2026', 'None'], ['1', '1', '2027', 'New Year']),
      note: 'Kept',
    })
    expect(form).toMatchObject({
      ok: false,
      why: 'errors',
      form: {
        errors: [
          { field: 'holidays[0].name', message: 'Holiday 1: Enter the name' },
          { field: 'holidays[1].on', message: 'Holiday 2: Enter a real date, like 23 11 2026' },
          { field: 'holidays[2].on', message: expect.stringMatching(/^Holiday 3: /) },
        ],
        values: { note: 'Kept', 'holidays[0].on-day': '1', 'holidays[1].name': 'None', 'holidays[2].on-year': '2027' },
      },
    })
  })

  it.each([
    { why: 'every row is empty', typed: rows(EMPTY, EMPTY), message: 'Enter at least one holiday' },
    { why: 'there are none', typed: {}, message: 'Enter at least one holiday' },
    {
      why: 'there are too many',
      typed: rows(...(['1', '2', '3', '4'].map((day) => [day, '5', '2026', 'x']) as (typeof EMPTY)[])),
      message: 'Add 3 or fewer at once',
    },
  ])('says what to do when $why', async ({ typed, message }) => {
    expect(await read(typed)).toMatchObject({ ok: false, form: { errors: [{ field: 'holidays', message }] } })
  })
})

describe('without JavaScript', () => {
  const TWO = rows(['1', '5', '2026', ''], ['x', '', '', 'Odd'])

  it('a row is added under what was typed, which is neither checked nor lost', async () => {
    const form = await read({ ...TWO, note: 'Kept', 'holidays.add': 'yes' })
    expect(form).toMatchObject({ ok: false, why: 'rows', form: { errors: [], focusOn: 'holidays[2]' } })
    expect(form.form.values).toMatchObject({ ...TWO, note: 'Kept', 'holidays[2].name': '' })
  })

  it('a row is removed, and those after it move up', async () => {
    const form = await read({ ...TWO, note: 'Kept', 'holidays.remove': '0' })
    expect(form).toMatchObject({ why: 'rows', form: { errors: [], focusOn: 'holidays' } })
    expect(form.form.values).toMatchObject({ note: 'Kept', ...rows(['x', '', '', 'Odd']) })
    expect(Object.keys(form.form.values).filter((name) => name.startsWith('holidays[1]'))).toEqual([])
  })

  it('no row is added beyond the highest number', async () => {
    const form = await read({ ...rows(EMPTY, EMPTY, EMPTY), 'holidays.add': 'yes' })
    expect(form).toMatchObject({ why: 'rows', form: { focusOn: 'holidays' } })
    expect(Object.keys(form.form.values).filter((name) => name.startsWith('holidays[3]'))).toEqual([])
  })

  it('a page without its key is incomplete, whichever button was pressed', async () => {
    expect(await read({ ...TWO, 'holidays.add': 'yes' }, 'no-key')).toMatchObject({ why: 'errors' })
  })
})
