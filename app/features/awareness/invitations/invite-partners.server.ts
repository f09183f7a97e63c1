import { inArray } from 'drizzle-orm'
import { z } from 'zod'
import { type AlreadyDone, writeOnce } from '../../../../db/once.ts'
import { agency } from '../../../../db/schema/agency.ts'
import { awarenessPartner } from '../../../../db/schema/awareness.ts'
import { mayInsert } from '../../../access/ability.ts'
import type { Asking } from '../../../domain/partnership/actor.ts'
import { done, type Result, refused } from '../../../domain/result.ts'
import { recordEvent } from '../../../timeline/record-event.server.ts'
import { lockOwnEvent, type OwnEventRefusal } from '../own-event.server.ts'

export const inviteInput = z.object({
  partnerAgencyIds: z.array(z.guid('Choose from the agencies listed')).min(1, 'Choose at least one agency').max(100),
})

export type InviteRefusal = OwnEventRefusal | { kind: 'no-such-agency' }

/** Invites other agencies. An agency already invited is not invited again. */
export function invitePartners(
  asking: Asking,
  input: z.output<typeof inviteInput> & { eventId: string },
): Promise<Result<{ invited: number }, InviteRefusal | AlreadyDone>> {
  const { eventId } = input
  return writeOnce<{ invited: number }, InviteRefusal>(asking, 'invite-partners', input, async (tx) => {
    const { actor, now } = asking
    const own = await lockOwnEvent(tx, actor, eventId, 'invite')
    if (!own.ok) return own
    const wanted = [...new Set(input.partnerAgencyIds)]
    const known = await tx.select({ agencyId: agency.agencyId }).from(agency).where(inArray(agency.agencyId, wanted))
    if (known.length < wanted.length || wanted.includes(actor.agencyId)) return refused({ kind: 'no-such-agency' })
    const invited = { state: 'invited' as const, answeredAt: null }
    const rows = wanted.map((partnerAgencyId) => ({ ...invited, eventId, partnerAgencyId, agencyId: actor.agencyId }))
    if (!rows.every((row) => mayInsert(actor, 'awarenessPartner', row))) return refused({ kind: 'not-found' })
    const added = await tx
      .insert(awarenessPartner)
      .values(rows.map((row) => ({ ...row, invitedAt: now })))
      .onConflictDoNothing()
      .returning({ agencyId: awarenessPartner.partnerAgencyId })
    if (added.length > 0) {
      const partnerAgencyIds = added.map((row) => row.agencyId).sort()
      const data = { eventId, heldOn: own.value.heldOn, partnerAgencyIds }
      await recordEvent(tx, asking, { kind: 'awareness-invited', data, subjectId: eventId })
    }
    return done({ invited: added.length })
  })
}
