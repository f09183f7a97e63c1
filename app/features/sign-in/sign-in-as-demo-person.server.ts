import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { asSignIn } from '../../../db/as-actor.ts'
import { readNow } from '../../../db/read-now.ts'
import { staff } from '../../../db/schema/staff.ts'
import { startSession } from '../../access/session.server.ts'
import { done, type Result, refused } from '../../domain/result.ts'
import { recordEvent } from '../../timeline/record-event.server.ts'

export const demoSignInInput = z.object({
  staffId: z.uuid(),
  to: z.string().default(''),
  kept: z.string().default(''),
})

/** Signs in as an invented person, without password and code. The caller must have checked that this is the demo. */
export async function signInAsDemoPerson(staffId: string): Promise<Result<{ cookie: string; now: Date }, 'unknown'>> {
  const person = await asSignIn(async (tx) => {
    const known = and(eq(staff.staffId, staffId), eq(staff.active, true))
    const [row] = await tx.select({ agencyId: staff.agencyId, staffId: staff.staffId }).from(staff).where(known)
    return row
  })
  if (!person) return refused('unknown')
  const now = await asSignIn(async (tx) => {
    const asking = { actor: { ...person, role: 'sign_in' as const }, now: await readNow(tx) }
    await recordEvent(tx, asking, { kind: 'signed-in', data: { staffId, factor: 'demo' }, subjectId: staffId })
    return asking.now
  }, person)
  return done({ ...(await startSession(person, { confined: false })), now })
}
