import { holdEvent } from '../features/awareness/hold-event.server.ts'
import { answerInvitation } from '../features/awareness/invitations/answer-invitation.server.ts'
import { invitePartners } from '../features/awareness/invitations/invite-partners.server.ts'
import { planEvent } from '../features/awareness/plan-event.server.ts'
import { planInput } from '../features/awareness/plan-input.server.ts'
import { noteInput, writeTensionNote } from '../features/tension/write-note.server.ts'
import type { StoryAgency } from './agencies.ts'
import { type Ask, valueOrThrow } from './ask.ts'
import type { StoryPerson } from './people.ts'
import type { StoryEventPlan, StoryEventResult, StoryTensionNote } from './story-types.ts'

export function awarenessActs(ask: Ask) {
  return {
    planEvent: async (planner: StoryPerson, plan: StoryEventPlan) =>
      valueOrThrow(await planEvent(ask(planner), planInput.parse(plan))).eventId,
    invitePartners: async (planner: StoryPerson, eventId: string, partners: readonly StoryAgency[]) => {
      const partnerAgencyIds = partners.map(({ agencyId }) => agencyId)
      valueOrThrow(await invitePartners(ask(planner), { eventId, partnerAgencyIds }))
    },
    answerInvitation: async (by: StoryPerson, eventId: string, answer: 'accepted' | 'declined', note: string) =>
      valueOrThrow(await answerInvitation(ask(by), { eventId, answer, note, nobodyNamed: false })),
    holdEvent: async (planner: StoryPerson, eventId: string, went: StoryEventResult) =>
      valueOrThrow(await holdEvent(ask(planner), { ...went, eventId, nobodyNamed: false })),
    noteTension: async (by: StoryPerson, note: StoryTensionNote) =>
      valueOrThrow(await writeTensionNote(ask(by), noteInput.parse(note))),
  }
}
