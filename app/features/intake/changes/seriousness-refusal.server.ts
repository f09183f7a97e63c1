import { data } from '@remix-run/node'
import { notFound } from '../../../access/require.server.ts'
import { type FormState, withError } from '../../../forms/form-state.ts'
import type { SeriousnessRefusal } from './change-seriousness.server.ts'

const WORDS = {
  'nothing-changes': 'The case is already marked like this',
  'reason-missing': 'Choose a reason',
  'not-a-manager': 'Only a manager can remove the mark. Ask your manager',
  'already-done': 'You have already sent this form, with different answers. Open the case to see what was saved',
} as const

/**
 * The form again with what is wrong, 409 or 403.
 * @throws Response 404 for a case that is not there, or not for this person to see
 */
export function refuseSeriousness(refusal: SeriousnessRefusal | { kind: 'already-done' }, form: FormState) {
  if (refusal.kind === 'not-found') throw notFound()
  return data({ form: withError(form, 'reason', WORDS[refusal.kind]) }, refusal.kind === 'not-a-manager' ? 403 : 409)
}
