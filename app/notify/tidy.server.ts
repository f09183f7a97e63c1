import { and, eq, lt, type SQL, sql } from 'drizzle-orm'
import { asActor, asSignIn } from '../../db/as-actor.ts'
import { draft, idempotency } from '../../db/schema/everyday.ts'
import { tensionNote } from '../../db/schema/hotspot.ts'
import { session } from '../../db/schema/staff.ts'
import { NOBODY, systemOf } from '../domain/partnership/actor.ts'
import { londonDayOf } from '../domain/time/calendar-day.ts'
import type { Running } from './agency-job.server.ts'

/** A form that comes again after this is a new one. */
const KEY_DAYS = 7
/** A form half filled in for this long is not going to be sent. */
const DRAFT_DAYS = 30
/** Kept a while after its end: whose it was decides who may have a form back that came too late. */
const SESSION_HOURS = 1

/** Deletes what has expired in one agency: keys of forms, forgotten drafts, tension notes past their last day, sessions that have ended. */
export async function tidyAgency({ actor, now }: Running): Promise<void> {
  const { agencyId } = actor
  await asActor(actor, async (tx) => {
    await tx.delete(idempotency).where(and(eq(idempotency.agencyId, agencyId), before(idempotency.doneAt, KEY_DAYS)))
    await tx.delete(draft).where(and(eq(draft.agencyId, agencyId), before(draft.savedAt, DRAFT_DAYS)))
    const over = lt(tensionNote.expiresOn, londonDayOf(now))
    await tx.delete(tensionNote).where(and(eq(tensionNote.agencyId, agencyId), over))
  })
  const ended = lt(session.absoluteExpiresAt, sql`now() - make_interval(hours => ${SESSION_HOURS})`)
  await asSignIn((tx) => tx.delete(session).where(and(eq(session.agencyId, agencyId), ended)))
}

function before(column: typeof idempotency.doneAt | typeof draft.savedAt, days: number): SQL {
  return lt(column, sql`now() - make_interval(days => ${days})`)
}

/** The same for what belongs to no agency: forms sent before anybody was signed in. */
export function deleteExpiredSignInRows(): Promise<void> {
  return tidyAgency({ actor: systemOf(NOBODY), now: new Date() })
}
