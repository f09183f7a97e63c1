import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { type Actor, type Asking, NOBODY } from '../../app/domain/partnership/actor.ts'
import { emailKeyOf } from '../../app/domain/text/email-key.ts'
import { asActor } from '../../db/as-actor.ts'
import { Obstacle } from '../../db/obstacle.ts'
import { readNow } from '../../db/read-now.ts'
import { staff } from '../../db/schema/staff.ts'

/** Reads what is of no agency, as the portal's administrator may. */
export const operator: Actor = { agencyId: NOBODY, staffId: NOBODY, role: 'administrator' }

/**
 * The person on whose account an operator does something that one person decides.
 * @throws Obstacle when nobody signs in with that address
 */
export async function askingAs(email: string): Promise<Asking> {
  const { now, person } = await asActor(operator, async (tx) => {
    const [person] = await tx
      .select()
      .from(staff)
      .where(eq(staff.emailKey, emailKeyOf(email)))
    return { person, now: await readNow(tx) }
  })
  if (!person?.active) throw new Obstacle(`There is no sign-in for ${email}.`)
  const { agencyId, staffId, role } = person
  return { actor: { agencyId, staffId, role }, now, key: randomUUID() }
}
