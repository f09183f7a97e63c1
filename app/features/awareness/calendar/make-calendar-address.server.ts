import { and, eq } from 'drizzle-orm'
import { asActor } from '../../../../db/as-actor.ts'
import { type AlreadyDone, writeOnce } from '../../../../db/once.ts'
import { calendarFeed } from '../../../../db/schema/awareness.ts'
import { mayInsert } from '../../../access/ability.ts'
import { calendarSecrets } from '../../../access/calendar-token.server.ts'
import type { Actor, Asking } from '../../../domain/partnership/actor.ts'
import { done, type Result, refused } from '../../../domain/result.ts'
import { recordEvent } from '../../../timeline/record-event.server.ts'

/**
 * Makes a person's secret address for their agency's calendar and ends their previous one. The secret is derived from
 * the form's key, so the same form sent twice shows the same address although only its hash is stored.
 */
export async function makeCalendarAddress(
  asking: Asking,
): Promise<Result<{ address: string }, { kind: 'not-allowed' } | AlreadyDone>> {
  const { actor, now } = asking
  const { tokenHash, address } = calendarSecrets(actor, asking.key)
  const made = await writeOnce<null, { kind: 'not-allowed' }>(asking, 'make-calendar-address', {}, async (tx) => {
    if (!mayInsert(actor, 'calendarFeed', actor)) return refused({ kind: 'not-allowed' })
    const columns = { tokenHash, madeAt: now }
    const renewed = await tx
      .update(calendarFeed)
      .set(columns)
      .where(ownFeed(actor))
      .returning({ agencyId: calendarFeed.agencyId })
    if (renewed.length === 0)
      await tx.insert(calendarFeed).values({ agencyId: actor.agencyId, staffId: actor.staffId, ...columns })
    await recordEvent(tx, asking, { kind: 'calendar-address-made', data: { renewed: renewed.length > 0 } })
    return done(null)
  })
  return made.ok ? done({ address }) : made
}

/** When the person made the address that works now; null where there is none. */
export async function readCalendarAddress({ actor }: { actor: Actor }) {
  const [row] = await asActor(actor, (tx) => tx.select().from(calendarFeed).where(ownFeed(actor)))
  return row ? { madeAt: row.madeAt.toISOString() } : null
}

function ownFeed({ agencyId, staffId }: Actor) {
  return and(eq(calendarFeed.agencyId, agencyId), eq(calendarFeed.staffId, staffId))
}
