import { randomUUID } from 'node:crypto'
import type { Tx } from '../../../db/as-actor.ts'
import { invitation } from '../../../db/schema/staff.ts'
import { invitationSecrets } from '../../access/invitation-token.server.ts'
import type { Asking, StaffRole } from '../../domain/partnership/actor.ts'
import { recordEvent } from '../../timeline/record-event.server.ts'

const OPEN_DAYS = 7

export interface Invited {
  agencyId: string
  staffId: string
  role: StaffRole
}

/** Opens an invitation in the caller's transaction; the person's older ones are void from now on. */
export async function openInvitation(tx: Tx, asking: Asking, { agencyId, staffId, role }: Invited) {
  const invitationId = randomUUID()
  const expiresAt = new Date(asking.now.getTime() + OPEN_DAYS * 86_400_000)
  const { tokenHash } = invitationSecrets(invitationId)
  await tx.insert(invitation).values({ agencyId, staffId, invitationId, tokenHash, role, expiresAt })
  const data = { staffId, role, invitationId }
  await recordEvent(tx, asking, { kind: 'staff-invited', data, subjectId: staffId })
  return { staffId, invitationId }
}
