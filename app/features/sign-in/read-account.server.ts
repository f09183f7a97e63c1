import { and, eq } from 'drizzle-orm'
import { asSignIn } from '../../../db/as-actor.ts'
import { credential, staff } from '../../../db/schema/staff.ts'
import type { SignedIn } from '../../access/session.server.ts'
import { STAFF_ROLES } from '../../domain/partnership/actor.ts'
import { countRecoveryCodes } from './renew-recovery-codes.server.ts'

export interface Account {
  name: string
  agencyName: string
  role: string
  email: string
  phone: string
  /** False for people of the demo without a password: they can change nothing. */
  hasPassword: boolean
  phoneSetUpAt: string | null
  recoveryCodesLeft: number
}

export async function readAccount({ actor, name, agencyName, role }: SignedIn): Promise<Account> {
  const { agencyId, staffId } = actor
  const [row] = await asSignIn((tx) =>
    tx
      .select({
        email: staff.email,
        phone: staff.phone,
        passwordHash: credential.passwordHash,
        enrolledAt: credential.totpEnrolledAt,
      })
      .from(staff)
      .leftJoin(credential, and(eq(credential.agencyId, staff.agencyId), eq(credential.staffId, staff.staffId)))
      .where(and(eq(staff.agencyId, agencyId), eq(staff.staffId, staffId))),
  )
  return {
    ...{ name, agencyName, role: STAFF_ROLES[role].label, email: row?.email ?? '', phone: row?.phone ?? '' },
    hasPassword: Boolean(row?.passwordHash),
    phoneSetUpAt: row?.enrolledAt?.toISOString() ?? null,
    recoveryCodesLeft: await countRecoveryCodes({ actor }),
  }
}
