import type { AddHolidayRefusal } from './add-holiday.server.ts'
import type { CompleteYearRefusal } from './complete-year.server.ts'
import type { LocalStrandsRefusal } from './set-local-strands.server.ts'

interface Words {
  status: number
  field: string
  message: string
}

type Refusal = AddHolidayRefusal | CompleteYearRefusal | LocalStrandsRefusal | { kind: 'already-done' }

/** A refusal in words, with its status and the field it belongs to. */
export function refusalWords(refusal: Refusal): Words {
  switch (refusal.kind) {
    case 'not-allowed':
      return { status: 403, field: '', message: 'Only the portal’s administrator may change this' }
    case 'always-on':
      return {
        status: 422,
        field: '',
        message: `“${refusal.strand}” is a national strand: the standard asks every agency to accept it (G1), so it is always on`,
      }
    case 'unknown':
      return { status: 422, field: 'on', message: 'Choose from the strands listed' }
    case 'listed-already':
      return { status: 409, field: 'on', message: `This day is already in the list: ${refusal.name}` }
    case 'week-end':
      return {
        status: 422,
        field: 'on',
        message: `${refusal.day} is not a working day. Add the weekday that replaces it`,
      }
    case 'past':
      return {
        status: 422,
        field: 'on',
        message: 'You cannot add a bank holiday in the past. Deadlines already given do not change',
      }
    case 'not-next':
      return { status: 409, field: '', message: `The next list to complete is that of ${refusal.next}` }
    case 'too-few':
      return {
        status: 422,
        field: '',
        message: `Only ${refusal.listed} holidays of that year are in the list; there are at least eight. Add the others first`,
      }
    case 'already-done':
      return {
        status: 409,
        field: '',
        message: 'You have already sent this form, with different answers. Open the page again',
      }
  }
}
