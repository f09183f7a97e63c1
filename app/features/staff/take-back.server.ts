import { and, eq } from 'drizzle-orm'
import { type AlreadyDone, writeOnce } from '../../../db/once.ts'
import { staff } from '../../../db/schema/staff.ts'
import type { Asking } from '../../domain/partnership/actor.ts'
import { done, type Result } from '../../domain/result.ts'
import { recordEvent } from '../../timeline/record-event.server.ts'
import { openInvitation } from './invitation-row.server.ts'
import { lockPerson, type PersonRefusal } from './lock-person.server.ts'

/** Restores a person who had left: they may sign in again, and get a link in case they have forgotten how. */
export function takeBack(
  asking: Asking,
  input: { staffId: string },
): Promise<Result<{ staffId: string }, PersonRefusal | AlreadyDone>> {
  return writeOnce<{ staffId: string }, PersonRefusal>(asking, 'take-back', input, async (tx) => {
    const held = await lockPerson(tx, asking.actor, input.staffId)
    if (!held.ok) return held
    const { agencyId, staffId, active } = held.value
    if (active) return done({ staffId })
    await tx
      .update(staff)
      .set({ active: true, leftAt: null })
      .where(and(eq(staff.agencyId, agencyId), eq(staff.staffId, staffId)))
    await recordEvent(tx, asking, { kind: 'staff-returned', data: { staffId }, subjectId: staffId })
    await openInvitation(tx, asking, held.value)
    return done({ staffId })
  })
}
