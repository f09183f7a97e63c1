import { notFound } from '../../access/require.server.ts'
import { hintsInWords } from '../../domain/text/personal-name-hint.ts'
import { dayInWords } from '../../domain/time/calendar-day.ts'
import { type FieldError, type FormState, withError } from '../../forms/form-state.ts'
import type { EditRefusal } from './edit-event.server.ts'
import type { HoldRefusal } from './hold-event.server.ts'
import type { InviteRefusal } from './invitations/invite-partners.server.ts'
import type { PlanRefusal } from './plan-event.server.ts'
import type { NamesRefusal } from './refuse-names.server.ts'

type Words = { status: number } & FieldError

type Refusal = OtherRefusal | NamesRefusal

type OtherRefusal = Exclude<
  PlanRefusal | EditRefusal | HoldRefusal | InviteRefusal | { kind: 'already-done' },
  NamesRefusal
>

const STATE_WORDS = {
  planned: 'You can do this after the event has been held',
  held: 'The event has been held, so you cannot change its plan',
  cancelled: 'The event was cancelled, so you cannot change it',
}

/**
 * The form as it was sent, with the refusal beside the fields it is about, and its status.
 * @throws Response 404 for an event that there is not, or that is another agency’s to plan
 */
export function refusedForm(form: FormState, refusal: Refusal): { form: FormState; status: number } {
  if (refusal.kind === 'looks-personal') {
    const withQuestion: FormState = { ...form, values: { ...form.values, nobodyNamed: '' } }
    const withHints = refusal.fields.reduce(
      (shown, { field, hints }) => withError(shown, field, hintsInWords(hints)),
      withQuestion,
    )
    return { form: withHints, status: 422 }
  }
  const { status, field, message } = wordsOf(refusal)
  return { form: withError(form, field, message), status }
}

export function wordsOf(refusal: OtherRefusal): Words {
  switch (refusal.kind) {
    case 'not-found':
    case 'not-allowed':
      throw notFound()
    case 'not-possible':
      return { status: 409, field: '', message: STATE_WORDS[refusal.state] }
    case 'ward-needed':
      return { status: 422, field: 'ward', message: 'Choose the ward it is held in' }
    case 'changed-since':
      return {
        status: 409,
        field: '',
        message: 'A colleague has changed this plan since you opened it. Open the page again to see it',
      }
    case 'moved-to-the-past':
      return { status: 422, field: 'heldOn', message: 'The date must be today or later' }
    case 'not-yet':
      return {
        status: 422,
        field: '',
        message: `The event is planned for ${dayInWords(refusal.heldOn)}. Record it once it has been held, or change its day`,
      }
    case 'no-such-agency':
      return { status: 422, field: 'partnerAgencyIds', message: 'Choose from the other agencies of the partnership' }
    case 'already-done':
      return {
        status: 409,
        field: '',
        message: 'You have already sent this form, with different answers. Open the page again',
      }
  }
}
