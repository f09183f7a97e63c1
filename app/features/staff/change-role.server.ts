import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { asActor, type Tx } from '../../../db/as-actor.ts'
import { type AlreadyDone, writeOnce } from '../../../db/once.ts'
import { staff } from '../../../db/schema/staff.ts'
import { permissionsOf } from '../../access/ability.ts'
import type { Asking } from '../../domain/actor.ts'
import { STAFF_ROLES, type StaffRole, systemOf } from '../../domain/actor.ts'
import { done, type Result, refused } from '../../domain/result.ts'
import { recordEvent } from '../../timeline/record-event.server.ts'
import { returnCasesOfLeaver } from '../../timeline/return-leavers-cases.server.ts'
import { choiceOf } from '../../ui/form-fields.server.ts'
import { lockPerson, type PersonRefusal } from './lock-person.server.ts'

export const changeRoleFields = z.object({ role: choiceOf(STAFF_ROLES, 'Choose what they will do') })

export type ChangeRoleInput = z.output<typeof changeRoleFields> & { staffId: string }

const HOLDS_CASES: readonly StaffRole[] = ['case_worker', 'manager']

/**
 * Another role, which holds from the next request on; the database ends the person's sessions with the change. Whoever
 * works with cases no longer gives theirs back to the queue, so that none is left with somebody who cannot see it.
 */
export async function changeRole(
  asking: Asking,
  input: ChangeRoleInput,
): Promise<Result<{ agencyId: string }, PersonRefusal | AlreadyDone>> {
  const changed = await writeOnce(asking, 'change-role', input, (tx) => changeIn(tx, asking, input))
  if (changed.ok && !HOLDS_CASES.includes(input.role)) await returnCases(asking, changed.value.agencyId, input.staffId)
  return changed
}

async function changeIn(tx: Tx, asking: Asking, { staffId, role }: ChangeRoleInput) {
  const held = await lockPerson(tx, asking.actor, staffId)
  if (!held.ok) return held
  const { agencyId, role: before } = held.value
  if (!permissionsOf(asking.actor).mayLeave('update', 'staff', { ...held.value, role })) {
    return refused({ kind: 'not-allowed' })
  }
  if (role === before) return done({ agencyId })
  await tx
    .update(staff)
    .set({ role })
    .where(and(eq(staff.agencyId, agencyId), eq(staff.staffId, staffId)))
  await recordEvent(tx, asking, { kind: 'staff-role-changed', data: { staffId, role }, subjectId: staffId })
  return done({ agencyId })
}

/** Safe to repeat: a second form with the same key does it again and finds nothing. */
async function returnCases({ now }: Asking, agencyId: string, staffId: string) {
  const actor = systemOf(agencyId)
  await asActor(actor, (tx) => returnCasesOfLeaver(tx, { actor, now }, staffId))
}
