import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { type AlreadyDone, writeOnce } from '../../../../db/once.ts'
import { awarenessEvent, awarenessPartner } from '../../../../db/schema/awareness.ts'
import { ifMay } from '../../../access/ability.ts'
import { ownName } from '../../../access/own-name.server.ts'
import type { Actor, Asking } from '../../../domain/partnership/actor.ts'
import { mayMove } from '../../../domain/partnership/awareness.ts'
import { done, type Result, refused } from '../../../domain/result.ts'
import { typedText } from '../../../forms/form-fields.server.ts'
import { recordEvent } from '../../../timeline/record-event.server.ts'
import type { OwnEventRefusal } from '../own-event.server.ts'
import { type NamesRefusal, nobodyNamedField, refuseNames } from '../refuse-names.server.ts'

export const answerInput = z.object({
  answer: z.enum(['accepted', 'declined'], 'Choose whether your agency takes part'),
  note: typedText(300),
  ...nobodyNamedField,
})

/** Anyone in an invited agency can answer for it, and change the answer until the day of the event. */
export function answerInvitation(
  asking: Asking,
  input: z.output<typeof answerInput> & { eventId: string },
): Promise<Result<null, OwnEventRefusal | NamesRefusal | AlreadyDone>> {
  const { eventId, answer, note, nobodyNamed } = input
  return writeOnce<null, OwnEventRefusal | NamesRefusal>(asking, 'answer-invitation', input, async (tx) => {
    const { actor, now } = asking
    const [found] = await tx
      .select({ partner: awarenessPartner, state: awarenessEvent.state })
      .from(awarenessPartner)
      .innerJoin(
        awarenessEvent,
        and(
          eq(awarenessEvent.agencyId, awarenessPartner.agencyId),
          eq(awarenessEvent.eventId, awarenessPartner.eventId),
        ),
      )
      .where(ownInvitation(actor, eventId))
    if (!found || !ifMay(actor, 'update', 'awarenessPartner', found.partner)) return refused({ kind: 'not-found' })
    if (!mayMove('answer', found.state)) return refused({ kind: 'not-possible', state: found.state })
    const named = await refuseNames(tx, { note }, nobodyNamed)
    if (named) return named
    const answeredByName = await ownName(tx, actor)
    await tx
      .update(awarenessPartner)
      .set({ state: answer, note, answeredAt: now, answeredByName })
      .where(ownInvitation(actor, eventId))
    await recordEvent(tx, asking, { kind: 'awareness-answered', data: { eventId, answer }, subjectId: eventId })
    return done(null)
  })
}

function ownInvitation({ agencyId }: Actor, eventId: string) {
  return and(eq(awarenessPartner.partnerAgencyId, agencyId), eq(awarenessPartner.eventId, eventId))
}
