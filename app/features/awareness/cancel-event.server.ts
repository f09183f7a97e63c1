import { type AlreadyDone, writeOnce } from '../../../db/once.ts'
import { awarenessEvent } from '../../../db/schema/awareness.ts'
import type { Asking } from '../../domain/partnership/actor.ts'
import { done, type Result } from '../../domain/result.ts'
import { recordEvent } from '../../timeline/record-event.server.ts'
import { listPartnersToNotify, lockOwnEvent, type OwnEventRefusal, ownEvent } from './own-event.server.ts'

/** Cancels a plan and notifies every invited agency that has not declined. */
export function cancelEvent(
  asking: Asking,
  input: { eventId: string },
): Promise<Result<null, OwnEventRefusal | AlreadyDone>> {
  const { eventId } = input
  return writeOnce<null, OwnEventRefusal>(asking, 'cancel-event', input, async (tx) => {
    const { actor, now } = asking
    const own = await lockOwnEvent(tx, actor, eventId, 'cancel')
    if (!own.ok) return own
    await tx.update(awarenessEvent).set({ state: 'cancelled', version: now }).where(ownEvent(actor, eventId))
    const data = { eventId, heldOn: own.value.heldOn, partnerAgencyIds: await listPartnersToNotify(tx, own.value) }
    await recordEvent(tx, asking, { kind: 'awareness-cancelled', data, subjectId: eventId })
    return done(null)
  })
}
