import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { type Actor, type Asking, NOBODY } from '../../app/domain/partnership/actor.ts'
import { emailKeyOf } from '../../app/domain/text/email-key.ts'
import { asActor } from '../../db/as-actor.ts'
import { Obstacle } from '../../db/obstacle.ts'
import { readNow } from '../../db/read-now.ts'
import { staff } from '../../db/schema/staff.ts'

/** Reads rows that belong to no agency, with the permissions of the portal's administrator. */
export const operator: Actor = { agencyId: NOBODY, staffId: NOBODY, role: 'administrator' }

/** The person for whom an operator decides. @throws Obstacle when no active person has this address */
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
