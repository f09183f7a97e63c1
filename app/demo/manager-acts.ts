import { and, eq, inArray } from 'drizzle-orm'
import { asActor } from '../../db/as-actor.ts'
import { clock } from '../../db/schema/timeline.ts'
import type { LateReason } from '../domain/cases/case-reason.ts'
import { giveLateReason } from '../features/casework/standards/give-late-reason.server.ts'
import { markLeaver } from '../features/staff/mark-leaver.server.ts'
import { type Ask, valueOrThrow } from './ask.ts'
import type { StoryPerson } from './people.ts'
import type { StoryCase } from './story-types.ts'

export function managerActs(ask: Ask) {
  return {
    /** Records why the client was contacted late. */
    explainLateContact: async (manager: StoryPerson, { caseId }: StoryCase, reason: LateReason) => {
      const asking = ask(manager)
      const ofContact = and(eq(clock.agencyId, asking.actor.agencyId), inArray(clock.clause, ['R3', 'R4']))
      const late = await asActor(asking.actor, (tx) =>
        tx
          .select({ clockId: clock.clockId })
          .from(clock)
          .where(and(ofContact, eq(clock.caseId, caseId), eq(clock.state, 'met_late'))),
      )
      for (const { clockId } of late) valueOrThrow(await giveLateReason(asking, { caseId, clockId, reason, note: '' }))
    },
    leave: async (manager: StoryPerson, leaver: StoryPerson) =>
      valueOrThrow(await markLeaver(ask(manager), { staffId: leaver.actor.staffId })),
  }
}
