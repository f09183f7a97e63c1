import { and, eq } from 'drizzle-orm'
import { asSignIn } from '../../../db/as-actor.ts'
import { session } from '../../../db/schema/staff.ts'
import { emptyCookie, type SignedIn } from '../../access/session.server.ts'
import { recordEvent } from '../../timeline/record-event.server.ts'

/** Ends every session of the person, including this one: for example after losing a phone. */
export async function signOutEverywhere({ actor, now }: Pick<SignedIn, 'actor' | 'now'>): Promise<{ cookie: string }> {
  const { agencyId, staffId } = actor
  await asSignIn(async (tx) => {
    await tx.delete(session).where(and(eq(session.agencyId, agencyId), eq(session.staffId, staffId)))
    await recordEvent(tx, { actor, now }, { kind: 'signed-out-everywhere', data: { staffId }, subjectId: staffId })
  }, actor)
  return { cookie: emptyCookie() }
}
