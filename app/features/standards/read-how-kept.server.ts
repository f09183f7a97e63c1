import { and, eq, gte, lt, sql } from 'drizzle-orm'
import { asActor } from '../../../db/as-actor.ts'
import { clock } from '../../../db/schema/timeline.ts'
import type { Actor } from '../../domain/partnership/actor.ts'
import { type ClauseId, DEADLINE_CLAUSES } from '../../domain/standards/service-standard.ts'
import { addMonths, londonDayOf, startOfLondonDay } from '../../domain/time/calendar-day.ts'

/** A percentage of fewer would reveal single cases. */
const FEWEST = 5

/** An agency's results for each timed clause over three months; null if fewer than five deadlines fell due. */
export type HowKept = Partial<Record<ClauseId, { due: number; inTime: number } | null>>

export async function readHowKept({ actor, now }: { actor: Actor; now: Date }): Promise<HowKept> {
  const since = startOfLondonDay(addMonths(londonDayOf(now), -3))
  const rows = await asActor(actor, (tx) =>
    tx
      .select({
        clause: clock.clause,
        due: sql<number>`(count(*) filter (where ${clock.state} in ('met', 'met_late', 'running')))::int`,
        inTime: sql<number>`(count(*) filter (where ${clock.state} = 'met'))::int`,
      })
      .from(clock)
      .where(and(eq(clock.agencyId, actor.agencyId), gte(clock.dueAt, since), lt(clock.dueAt, now)))
      .groupBy(clock.clause),
  )
  const byClause = new Map(rows.map(({ clause, ...counts }) => [clause, counts]))
  return Object.fromEntries(DEADLINE_CLAUSES.map((clause) => [clause, hideSmallCount(byClause.get(clause))]))
}

function hideSmallCount(counts: { due: number; inTime: number } | undefined) {
  return counts && counts.due >= FEWEST ? counts : null
}
