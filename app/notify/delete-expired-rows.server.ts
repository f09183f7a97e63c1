import { and, eq, lt, type SQL, sql } from 'drizzle-orm'
import { asActor, asSignIn } from '../../db/as-actor.ts'
import { draft, idempotency } from '../../db/schema/everyday.ts'
import { tensionNote } from '../../db/schema/hotspot.ts'
import { session } from '../../db/schema/staff.ts'
import { NOBODY, systemOf } from '../domain/partnership/actor.ts'
import { londonDayOf } from '../domain/time/calendar-day.ts'
import { deleteEndedDrafts } from '../facts/drafts.server.ts'
import type { Running } from './agency-job.server.ts'

/** After this time a form with the same key counts as a new form. */
const KEY_DAYS = 7
/** After this time an unfinished form is deleted. */
const DRAFT_DAYS = 30
/** Kept after its end, because a form that arrives late goes back to the person of the session. */
const SESSION_HOURS = 1

/** Deletes an agency's expired rows: idempotency keys, drafts, tension notes, ended sessions. */
export async function deleteExpiredRows({ actor, now }: Running): Promise<void> {
  const { agencyId } = actor
  await asActor(actor, async (tx) => {
    await deleteEndedDrafts(tx, agencyId)
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

/** Deletes expired rows that belong to no agency, such as the keys of forms sent before sign-in. */
export function deleteExpiredSignInRows(): Promise<void> {
  return deleteExpiredRows({ actor: systemOf(NOBODY), now: new Date() })
}
