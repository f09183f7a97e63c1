import { describe, expect, it } from 'vitest'
import { dayFields } from './day-fields.ts'
import { typedDay, typedDayAndTime } from './typed-date.ts'

describe('typedDay', () => {
  it.each([
    { day: '3', month: '7', year: '2026', typed: '2026-07-03', why: 'single digits are padded' },
    { day: '12', month: '5', year: '87', typed: '87-05-12', why: 'the century is never guessed' },
    { day: '12', month: 'May', year: '1987', typed: '1987-05-12', why: 'a month may be a word' },
    { day: '28', month: 'nov', year: '2026', typed: '2026-11-28', why: 'an abbreviated month is understood' },
    { day: '1', month: 'Sept.', year: '2026', typed: '2026-09-01', why: 'with a full stop too' },
    { day: '1', month: 'FEBRUARY', year: '2026', typed: '2026-02-01', why: 'in capitals' },
    { day: '1', month: 'ju', year: '2026', typed: '2026-ju-01', why: 'June or July is not guessed' },
    { day: '１', month: '７', year: '２０２６', typed: '2026-07-01', why: 'wide digits are digits' },
    { day: '', month: '', year: '', typed: '', why: 'nothing typed is nothing' },
    { day: '31', month: '2', year: '2026', typed: '2026-02-31', why: 'refusing is for the schema, in words' },
    { day: '3', month: '', year: '2026', typed: '2026--03', why: 'a part left out cannot pass for a date' },
    { day: '0', month: '5', year: '1987', typed: '1987-05-00', why: 'a zero is not an empty box' },
    { day: '', month: '5', year: '1987', typed: '1987-05', why: 'a month and a year may be all that is known' },
    { day: '', month: '', year: '1987', typed: '1987', why: 'so may a year' },
  ])('reads $day/$month/$year as "$typed": $why', ({ day, month, year, typed }) => {
    expect(typedDay({ 'on-day': day, 'on-month': month, 'on-year': year }, 'on')).toBe(typed)
  })

  it.each(['2026-07-03', '1987-05', '1987'])('reads what was sent as it reads what is shown: %s', (on) => {
    const formData = new FormData()
    for (const [name, value] of Object.entries(dayFields('on', on))) formData.set(name, value)
    expect(typedDay(formData, 'on')).toBe(on)
  })
})

describe('typedDayAndTime', () => {
  it.each(['9:30', '09:30', '9.30', '0930', '9.30am', '9:30 am'])('reads %s as half past nine', (time) => {
    expect(typedDayAndTime({ ...dayFields('at', '2026-11-20'), 'at-time': time }, 'at')).toBe('2026-11-20T09:30')
  })

  it('leaves what is no time for the schema to refuse', () => {
    expect(typedDayAndTime({ ...dayFields('at', '2026-11-20'), 'at-time': 'noonish' }, 'at')).toBe('2026-11-20Tnoonish')
  })
})
