import type { AlreadyDone } from '../../../db/once.ts'
import { hintsInWords } from '../../domain/text/personal-name-hint.ts'
import { dayInWords } from '../../domain/time/calendar-day.ts'
import type { RefusalTable } from '../../forms/refusal-table.server.ts'
import type { EditRefusal } from './edit-event.server.ts'
import type { HoldRefusal } from './hold-event.server.ts'
import type { InviteRefusal } from './invitations/invite-partners.server.ts'
import type { PlanRefusal } from './plan-event.server.ts'

const STATE_WORDS = {
  planned: 'You can do this after the event has been held',
  held: 'The event has been held, so you cannot change its plan',
  cancelled: 'The event was cancelled, so you cannot change it',
}

export const AWARENESS_REFUSALS: RefusalTable<PlanRefusal | EditRefusal | HoldRefusal | InviteRefusal | AlreadyDone> = {
  'not-allowed': 'not-found',
  'not-possible': ({ state }) => ({ message: STATE_WORDS[state] }),
  'ward-needed': { field: 'ward', message: 'Choose the ward it is held in' },
  'changed-since': {
    message: 'A colleague has changed this plan since you opened it. Open the page again to see it',
  },
  'moved-to-the-past': { field: 'heldOn', message: 'The date must be today or later' },
  'not-yet': ({ heldOn }) => ({
    status: 422,
    message: `The event is planned for ${dayInWords(heldOn)}. Record it once it has been held, or change its day`,
  }),
  'no-such-agency': { field: 'partnerAgencyIds', message: 'Choose from the other agencies of the partnership' },
  'looks-personal': ({ fields }) => ({
    errors: fields.map(({ field, hints }) => ({ field, message: hintsInWords(hints) })),
    // An empty answer shows the question to the writer.
    values: { nobodyNamed: '' },
  }),
  'already-done': { message: 'You have already sent this form, with different answers. Open the page again' },
}
