import { randomUUID } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../../../db/as-actor.ts'
import { type AlreadyDone, writeOnce } from '../../../db/once.ts'
import { agency } from '../../../db/schema/agency.ts'
import { staff } from '../../../db/schema/staff.ts'
import { mayInsert } from '../../access/ability.ts'
import { countTry } from '../../access/rate-limit.server.ts'
import type { Asking } from '../../domain/partnership/actor.ts'
import { STAFF_ROLES } from '../../domain/partnership/actor.ts'
import { done, type Result, refused } from '../../domain/result.ts'
import { emailKeyOf } from '../../domain/text/email-key.ts'
import { choiceOf, neededEmail, neededText, typedPhone, typedText } from '../../forms/form-fields.server.ts'
import { openInvitation } from './invitation-row.server.ts'

export const inviteStaffInput = z.object({
  agencyId: z.uuid('Choose an agency'),
  name: neededText(120, 'Enter the person’s name'),
  email: neededEmail('Enter their e-mail address at work', 'Enter an e-mail address, such as name@agency.org'),
  jobTitle: typedText(120),
  phone: typedPhone(),
  role: choiceOf(STAFF_ROLES, 'Choose their role'),
})

export type InviteStaffInput = z.output<typeof inviteStaffInput>

export type InviteStaffRefusal =
  | { kind: 'not-allowed' }
  | { kind: 'no-such-agency' }
  | { kind: 'known-already' }
  | { kind: 'wait'; seconds: number }

/** Adds a person and opens an invitation, with which they choose a password; no password is ever sent. */
export async function inviteStaff(
  asking: Asking,
  input: InviteStaffInput,
): Promise<Result<Invitation, InviteStaffRefusal | AlreadyDone>> {
  const seconds = await countTry([['invitation-sent', asking.actor.staffId]])
  if (seconds > 0) return refused({ kind: 'wait', seconds })
  return writeOnce(asking, 'invite-staff', input, (tx) => inviteIn(tx, asking, input))
}

type Invitation = Awaited<ReturnType<typeof openInvitation>>

async function inviteIn(
  tx: Tx,
  asking: Asking,
  input: InviteStaffInput,
): Promise<Result<Invitation, InviteStaffRefusal>> {
  const { agencyId, name, email, jobTitle, phone, role } = input
  const staffId = randomUUID()
  const row = { agencyId, staffId, name, email, emailKey: emailKeyOf(email), role, jobTitle, phone }
  if (!mayInsert(asking.actor, 'staff', { ...row, active: true })) return refused({ kind: 'not-allowed' })
  const [there] = await tx.select({ agencyId: agency.agencyId }).from(agency).where(eq(agency.agencyId, agencyId))
  if (!there) return refused({ kind: 'no-such-agency' })
  // A second account with the same mailbox would let one person decide what they themselves requested.
  const [sameMailbox] = await tx
    .select({ staffId: staff.staffId })
    .from(staff)
    .where(and(eq(staff.agencyId, agencyId), sql`app.mailbox_key(${staff.email}) = app.mailbox_key(${email})`))
  if (sameMailbox) return refused({ kind: 'known-already' })
  const added = await tx.insert(staff).values(row).onConflictDoNothing().returning({ staffId: staff.staffId })
  if (added.length === 0) return refused({ kind: 'known-already' })
  return done(await openInvitation(tx, asking, { agencyId, staffId, role }))
}
