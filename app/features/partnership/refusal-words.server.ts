import type { AlreadyDone } from '../../../db/once.ts'
import type { RefusalTable } from '../../forms/refusal-table.server.ts'
import { nameInRow } from '../../forms/repeating/rows.ts'
import type { AddHolidaysRefusal, DayRefusal } from './add-holidays.server.ts'
import type { CompleteYearRefusal } from './complete-year.server.ts'
import type { LocalStrandsRefusal } from './set-local-strands.server.ts'

type Refusal = AddHolidaysRefusal | CompleteYearRefusal | LocalStrandsRefusal | AlreadyDone

export const SETTING_REFUSALS: RefusalTable<Refusal> = {
  'not-allowed': { status: 403, message: 'Only the portal’s administrator may change this' },
  'always-on': ({ strand }) => ({
    status: 422,
    message: `“${strand}” is a national strand: the standard asks every agency to accept it (G1), so it is always on`,
  }),
  unknown: { field: 'on', message: 'Choose from the strands listed' },
  'days-refused': ({ days }) => ({
    errors: days.map((day) => ({
      field: nameInRow('holidays', day.at, 'on'),
      message: `Holiday ${day.at + 1}: ${wordsOfDay(day)}`,
    })),
  }),
  'not-next': ({ next }) => ({ message: `The next list to complete is that of ${next}` }),
  'too-few': ({ listed }) => ({
    status: 422,
    message: `Only ${listed} holidays of that year are in the list; there are at least eight. Add the others first`,
  }),
  'already-done': { message: 'You have already sent this form, with different answers. Open the page again' },
}

function wordsOfDay(refusal: DayRefusal): string {
  switch (refusal.kind) {
    case 'listed-already':
      return `This day is already in the list: ${refusal.name}`
    case 'week-end':
      return `${refusal.day} is not a working day. Add the weekday that replaces it`
    case 'past':
      return 'You cannot add a bank holiday in the past. Deadlines already given do not change'
    case 'twice':
      return 'You entered this day twice. Remove one of them'
  }
}
