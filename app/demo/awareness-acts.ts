import { holdEvent } from '../features/awareness/hold-event.server.ts'
import { answerInvitation } from '../features/awareness/invitations/answer-invitation.server.ts'
import { invitePartners } from '../features/awareness/invitations/invite-partners.server.ts'
import { planEvent } from '../features/awareness/plan-event.server.ts'
import { planInput } from '../features/awareness/plan-input.server.ts'
import { noteInput, writeTensionNote } from '../features/tension/write-note.server.ts'
import type { AgencyTold } from './agencies.ts'
import { type Ask, valueOrThrow } from './ask.ts'
import type { PersonTold } from './people.ts'
import type { NoteTold, PlanTold, WentTold } from './told.ts'

/** Awareness work, and tension notes written at the same time. */
export function awarenessActs(ask: Ask) {
  return {
    planEvent: async (planner: PersonTold, plan: PlanTold) =>
      valueOrThrow(await planEvent(ask(planner), planInput.parse(plan))).eventId,
    invitePartners: async (planner: PersonTold, eventId: string, partners: readonly AgencyTold[]) => {
      const partnerAgencyIds = partners.map(({ agencyId }) => agencyId)
      valueOrThrow(await invitePartners(ask(planner), { eventId, partnerAgencyIds }))
    },
    answerInvitation: async (by: PersonTold, eventId: string, answer: 'accepted' | 'declined', note: string) =>
      valueOrThrow(await answerInvitation(ask(by), { eventId, answer, note, nobodyNamed: false })),
    holdEvent: async (planner: PersonTold, eventId: string, went: WentTold) =>
      valueOrThrow(await holdEvent(ask(planner), { ...went, eventId, nobodyNamed: false })),
    noteTension: async (by: PersonTold, note: NoteTold) =>
      valueOrThrow(await writeTensionNote(ask(by), noteInput.parse(note))),
  }
}
