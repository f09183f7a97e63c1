import type { AlreadyDone } from '../../../../db/once.ts'
import { notFound } from '../../../access/require.server.ts'
import { type FormState, withError } from '../../../forms/form-state.ts'
import type { ProtectPlaceRefusal } from './protect-place.server.ts'

const WORDS = {
  nowhere: { field: 'ward', message: 'Choose the ward, enter a postcode, or choose a point on the map' },
  'postcode-unknown': {
    field: 'postcode',
    message: 'This postcode is not in the partnership’s area. Check it, or leave it empty and choose the ward',
  },
  'already-done': {
    field: '',
    message: 'You have already sent this form, with different answers. Look at the list of places',
  },
} as const

/**
 * A refusal beside its field, in the form as it was sent.
 * @throws Response 404 for who may not
 */
export function withPlaceRefusal(form: FormState, refusal: ProtectPlaceRefusal | AlreadyDone): FormState {
  if (refusal.kind === 'not-allowed') throw notFound()
  const { field, message } = WORDS[refusal.kind]
  return withError(form, field, message)
}
