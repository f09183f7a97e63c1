import { and, eq, gte, lt, ne, sql } from 'drizzle-orm'
import type { Tx } from '../../../db/as-actor.ts'
import { clock } from '../../../db/schema/timeline.ts'
import type { Actor } from '../../domain/actor.ts'
import type { ClauseId } from '../../domain/service-standard.ts'

/** How the deadlines of a period went, by clause; `exceptions` are those set aside with a reason. */
export interface Kept {
  clause: ClauseId
  kept: number
  late: number
  overdue: number
  exceptions: number
}

/** The agency's own deadlines that fell due between two instants. C4 is an eligibility and is left out. */
export async function readKept(
  tx: Tx,
  { actor, now }: { actor: Actor; now: Date },
  since: Date,
  until: Date,
): Promise<Kept[]> {
  const at = sql`${now.toISOString()}::timestamptz`
  return tx
    .select({
      clause: clock.clause,
      kept: sql<number>`(count(*) filter (where ${clock.state} = 'met'))::int`,
      late: sql<number>`(count(*) filter (where ${clock.state} = 'met_late'))::int`,
      overdue: sql<number>`(count(*) filter (where ${clock.state} = 'running' and ${clock.dueAt} < ${at}))::int`,
      exceptions: sql<number>`(count(*) filter (where ${clock.state} = 'exception'))::int`,
    })
    .from(clock)
    .where(
      and(eq(clock.agencyId, actor.agencyId), ne(clock.clause, 'C4'), gte(clock.dueAt, since), lt(clock.dueAt, until)),
    )
    .groupBy(clock.clause)
    .orderBy(clock.clause)
}
