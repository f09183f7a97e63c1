import { eq } from 'drizzle-orm'
import { asActor } from '../../../db/as-actor.ts'
import { type AlreadyDone, writeOnce } from '../../../db/once.ts'
import { calendarFeed } from '../../../db/schema/awareness.ts'
import { permissionsOf } from '../../access/ability.ts'
import { calendarSecrets } from '../../access/calendar-token.server.ts'
import { ownName } from '../../access/own-name.server.ts'
import type { Actor, Asking } from '../../domain/actor.ts'
import { done, type Result, refused } from '../../domain/result.ts'
import { recordEvent } from '../../timeline/record-event.server.ts'

/**
 * Makes the secret address of the agency's calendar; one made before ends. It follows from the form's key, so that the
 * same form sent twice shows the same address although only its hash is kept.
 */
export async function makeCalendarAddress(
  asking: Asking,
): Promise<Result<{ address: string }, { kind: 'not-allowed' } | AlreadyDone>> {
  const { actor, now } = asking
  const { tokenHash, address } = calendarSecrets(actor.agencyId, asking.key)
  const made = await writeOnce<null, { kind: 'not-allowed' }>(asking, 'make-calendar-address', {}, async (tx) => {
    if (!permissionsOf(actor).mayEver('insert', 'calendarFeed')) return refused({ kind: 'not-allowed' })
    const columns = { tokenHash, madeByName: await ownName(tx, actor), madeAt: now }
    const renewed = await tx
      .update(calendarFeed)
      .set(columns)
      .where(eq(calendarFeed.agencyId, actor.agencyId))
      .returning({ agencyId: calendarFeed.agencyId })
    if (renewed.length === 0) await tx.insert(calendarFeed).values({ agencyId: actor.agencyId, ...columns })
    await recordEvent(tx, asking, { kind: 'calendar-address-made', data: { renewed: renewed.length > 0 } })
    return done(null)
  })
  return made.ok ? done({ address }) : made
}

/** Who made the address that works now, and when; null where there is none. */
export async function readCalendarAddress({ actor }: { actor: Actor }) {
  const own = eq(calendarFeed.agencyId, actor.agencyId)
  const [row] = await asActor(actor, (tx) => tx.select().from(calendarFeed).where(own))
  return row ? { madeByName: row.madeByName, madeAt: row.madeAt.toISOString() } : null
}
