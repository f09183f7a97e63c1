import { and, eq } from 'drizzle-orm'
import { asActor, type Tx } from '../../../db/as-actor.ts'
import { type AlreadyDone, writeOnce } from '../../../db/once.ts'
import { staff } from '../../../db/schema/staff.ts'
import { permissionsOf } from '../../access/ability.ts'
import type { Asking } from '../../domain/partnership/actor.ts'
import { done, type Result } from '../../domain/result.ts'
import { recordEvent } from '../../timeline/record-event.server.ts'
import { lockCasesOfLeaver, returnCasesOfLeaver } from '../../timeline/return-leavers-cases.server.ts'
import { lockReferralsOfLeaver, returnReferralsOfLeaver } from '../../timeline/return-leavers-referrals.server.ts'
import { lockPerson, type PersonRefusal, type PersonRow } from './lock-person.server.ts'

export interface Left {
  toQueue: number
  withoutAlternative: number
  /** Received referrals that no one works with now. */
  inHand: number
}

/**
 * Marks a person as having left: their sessions end and their open cases return to the queue (R6), all or nothing.
 * The portal administrator may not see cases, so the portal itself does that part in the leaver's agency, logged
 * under the administrator.
 */
export async function markLeaver(
  asking: Asking,
  input: { staffId: string },
): Promise<Result<Left, PersonRefusal | AlreadyDone>> {
  const { actor } = asking
  const allowed = await asActor(actor, (tx) => lockPerson(tx, actor, input.staffId))
  if (!allowed.ok) return allowed
  const { agencyId } = allowed.value
  const seesCases = permissionsOf(actor).may('update', 'caseFile', { agencyId, caseWorkerId: input.staffId })
  const acting: Asking = seesCases ? asking : { ...asking, actor: { agencyId, staffId: actor.staffId, role: 'system' } }
  return writeOnce(acting, 'mark-leaver', input, async (tx) => done(await markAsLeft(tx, acting, allowed.value)))
}

async function markAsLeft(tx: Tx, asking: Asking, { agencyId, staffId }: PersonRow): Promise<Left> {
  // Locks cases and referrals before the first event: a person who works on one locks it and then waits for the log.
  await lockCasesOfLeaver(tx, asking, staffId)
  await lockReferralsOfLeaver(tx, asking, staffId)
  const marked = await tx
    .update(staff)
    .set({ active: false, leftAt: asking.now })
    .where(and(eq(staff.agencyId, agencyId), eq(staff.staffId, staffId), eq(staff.active, true)))
    .returning({ staffId: staff.staffId })
  if (marked.length > 0) await recordEvent(tx, asking, { kind: 'staff-left', data: { staffId }, subjectId: staffId })
  const cases = await returnCasesOfLeaver(tx, asking, staffId)
  return { ...cases, ...(await returnReferralsOfLeaver(tx, asking, staffId)) }
}
