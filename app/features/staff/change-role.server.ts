import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { asSystemWithin, type Tx } from '../../../db/as-actor.ts'
import { type AlreadyDone, writeOnce } from '../../../db/once.ts'
import { staff } from '../../../db/schema/staff.ts'
import { permissionsOf } from '../../access/ability.ts'
import { type Asking, holdsCases, STAFF_ROLES } from '../../domain/partnership/actor.ts'
import { done, type Result, refused } from '../../domain/result.ts'
import { choiceOf } from '../../forms/form-fields.server.ts'
import { recordEvent } from '../../timeline/record-event.server.ts'
import { lockCasesOfLeaver, returnCasesOfLeaver } from '../../timeline/return-leavers-cases.server.ts'
import { lockReferralsOfLeaver, returnReferralsOfLeaver } from '../../timeline/return-leavers-referrals.server.ts'
import { lockPerson, type PersonRefusal, type PersonRow } from './lock-person.server.ts'

export const changeRoleInput = z.object({ role: choiceOf(STAFF_ROLES, 'Choose their role') })

export type ChangeRoleInput = z.output<typeof changeRoleInput> & { staffId: string }

/**
 * Changes a person's role, from their next request on; the database ends their sessions. If the new role does not
 * work with cases, their cases return to the queue and their received referrals to the managers, all or nothing: no
 * work may stay with a person who cannot see it.
 */
export function changeRole(
  asking: Asking,
  input: ChangeRoleInput,
): Promise<Result<{ agencyId: string }, PersonRefusal | AlreadyDone>> {
  return writeOnce(asking, 'change-role', input, (tx) => changeIn(tx, asking, input))
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
  // Locks the work before the event: a person who works on a case locks it and then waits for the log.
  if (!holdsCases(role)) await lockWork(tx, asking, held.value)
  await recordEvent(tx, asking, { kind: 'staff-role-changed', data: { staffId, role }, subjectId: staffId })
  if (!holdsCases(role)) await returnWork(tx, asking, held.value)
  return done({ agencyId })
}

async function lockWork(tx: Tx, { actor, now }: Asking, { agencyId, staffId }: PersonRow) {
  await asSystemWithin(tx, { actor, agencyId }, async (system) => {
    await lockCasesOfLeaver(tx, { actor: system, now }, staffId)
    await lockReferralsOfLeaver(tx, { actor: system, now }, staffId)
  })
}

/** The portal itself does this, since the person who changes the role may see neither cases nor referrals. */
async function returnWork(tx: Tx, { actor, now }: Asking, { agencyId, staffId }: PersonRow) {
  await asSystemWithin(tx, { actor, agencyId }, async (system) => {
    await returnCasesOfLeaver(tx, { actor: system, now }, staffId)
    await returnReferralsOfLeaver(tx, { actor: system, now }, staffId)
  })
}
