import { notFound } from '../../access/require.server.ts'
import { dayInWords } from '../../domain/calendar-day.ts'
import type { EditRefusal } from './edit-event.server.ts'
import type { HoldRefusal } from './hold-event.server.ts'
import type { InviteRefusal } from './invite-partners.server.ts'
import type { PlanRefusal } from './plan-event.server.ts'

interface Words {
  status: number
  field: string
  message: string
}

type Refusal = PlanRefusal | EditRefusal | HoldRefusal | InviteRefusal | { kind: 'already-done' }

const STATE_WORDS = {
  planned: 'The event is planned: this can be done later',
  held: 'The event has been held: its plan cannot be changed any more',
  cancelled: 'The event was cancelled: nothing about it changes any more',
}

/**
 * A refusal in words, with its status and the field it belongs to.
 * @throws Response 404 for an event that there is not, or that is another agency’s to plan
 */
export function refusalWords(refusal: Refusal): Words {
  switch (refusal.kind) {
    case 'not-found':
    case 'not-allowed':
      throw notFound()
    case 'not-possible':
      return { status: 409, field: '', message: STATE_WORDS[refusal.state] }
    case 'ward-needed':
      return { status: 422, field: 'ward', message: 'Choose the ward it is held in' }
    case 'changed-meanwhile':
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
      return { status: 409, field: '', message: 'This form was sent before with other answers. Open the page again' }
  }
}
