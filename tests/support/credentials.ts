import { randomUUID } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { invitationSecrets } from '../../app/access/invitation-token.server.ts'
import { hashPassword } from '../../app/access/password.server.ts'
import { newRecoveryCodes, recoveryCodeHash } from '../../app/access/recovery-code.server.ts'
import { seal } from '../../app/access/secret-box.server.ts'
import { newTotpSecret } from '../../app/access/totp.server.ts'
import type { Person, World } from './world.ts'

export const GOOD_PASSWORD = 'copper lantern Tuesday'

export interface Enrolled {
  secret: string
  recoveryCodes: string[]
}

/** A person who has joined: GOOD_PASSWORD and, unless told otherwise, an app and recovery codes. */
export async function withCredentials(world: World, { actor }: Person, { app = true } = {}): Promise<Enrolled> {
  const { agencyId, staffId } = actor
  const secret = newTotpSecret()
  const sealed = seal('second-factor', secret, `credential|totp_secret|${agencyId}|${staffId}`)
  await world.admin`insert into credential ${world.admin({
    agency_id: agencyId,
    staff_id: staffId,
    password_hash: await hashPassword(GOOD_PASSWORD, 'test'),
    totp_secret: app ? sealed : null,
    totp_enrolled_at: app ? new Date() : null,
  })}`
  const recoveryCodes = app ? newRecoveryCodes() : []
  for (const code of recoveryCodes)
    await world.admin`insert into recovery_code (agency_id, staff_id, code_hash)
      values (${agencyId}, ${staffId}, ${recoveryCodeHash(staffId, code)})`
  return { secret, recoveryCodes }
}

/**
 * What an app with this secret shows `steps` half minutes after `at`. A new half minute may begin at any moment: a test
 * that says how early or late a code is must say from when.
 */
export function codeOf(secret: string, steps = 0, at = new Date()): string {
  const totp = new TOTP({ secret: Secret.fromBase32(secret.replaceAll(' ', '')) })
  return totp.generate({ timestamp: at.getTime() + steps * 30_000 })
}

/** An open invitation, as it lies in the database; returns the token of its link. */
export async function invited(world: World, { actor }: Person, given: { role?: string; days?: number } = {}) {
  const invitationId = randomUUID()
  const { tokenHash, link } = invitationSecrets(invitationId)
  await world.admin`insert into invitation (agency_id, staff_id, invitation_id, token_hash, role, expires_at, created_at)
    values (${actor.agencyId}, ${actor.staffId}, ${invitationId}, ${tokenHash}, ${given.role ?? actor.role},
      now() + make_interval(days => ${given.days ?? 7}), coalesce(
        (select max(clock_timestamp()) from invitation where staff_id = ${actor.staffId} having count(*) > 0),
        (select created_at from staff where staff_id = ${actor.staffId})))`
  return link.split('/').at(-1) ?? ''
}

/** The token of a person's newest link, which only their mail contains. */
export async function tokenInMailOf(world: Pick<World, 'admin'>, staffId: string): Promise<string> {
  const [row] = await world.admin<{ invitation_id: string }[]>`
    select invitation_id from invitation where staff_id = ${staffId} order by created_at desc limit 1`
  return (
    invitationSecrets(row?.invitation_id ?? '')
      .link.split('/')
      .at(-1) ?? ''
  )
}
