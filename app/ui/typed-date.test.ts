import { describe, expect, it } from 'vitest'
import { dayFields, typedDay, typedDayAndTime } from './typed-date.ts'

describe('typedDay', () => {
  it.each([
    { day: '3', month: '7', year: '2026', typed: '2026-07-03', why: 'single digits are padded' },
    { day: ' 03 ', month: '07', year: '26', typed: '2026-07-03', why: 'a short year is of this century' },
    { day: '', month: '', year: '', typed: '', why: 'nothing typed is nothing' },
    { day: '31', month: '2', year: '2026', typed: '2026-02-31', why: 'refusing is for the schema, in words' },
    { day: '3', month: '', year: '2026', typed: '2026-00-03', why: 'a part left out cannot pass for a date' },
  ])('reads $day/$month/$year as "$typed": $why', ({ day, month, year, typed }) => {
    expect(typedDay({ 'on-day': day, 'on-month': month, 'on-year': year }, 'on')).toBe(typed)
  })

  it('reads what was sent as it reads what is shown', () => {
    const formData = new FormData()
    for (const [name, value] of Object.entries(dayFields('on', '2026-07-03'))) formData.set(name, value)
    expect(typedDay(formData, 'on')).toBe('2026-07-03')
  })
})

describe('typedDayAndTime', () => {
  it.each(['9:30', '09:30', '9.30', '0930'])('reads %s as half past nine', (time) => {
    expect(typedDayAndTime({ ...dayFields('at', '2026-11-20'), 'at-time': time }, 'at')).toBe('2026-11-20T09:30')
  })

  it('leaves what is no time for the schema to refuse', () => {
    expect(typedDayAndTime({ ...dayFields('at', '2026-11-20'), 'at-time': 'noonish' }, 'at')).toBe('2026-11-20Tnoonish')
  })
})
