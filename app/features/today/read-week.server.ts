import type { Tx } from '../../../db/as-actor.ts'
import { clock } from '../../../db/schema/timeline.ts'
import type { Actor } from '../../domain/partnership/actor.ts'
import type { ClauseId } from '../../domain/standards/service-standard.ts'
import { casesWithResult, isRecentDeadline } from '../../facts/recent-deadlines.server.ts'

/** The number of cases in which the deadlines of a clause were kept, kept late, or missed in the last seven days. */
export interface Kept {
  clause: ClauseId
  kept: number
  late: number
  overdue: number
}

/** Uses the same conditions as the list of cases that each number links to. */
export function readKept(tx: Tx, { actor, now }: { actor: Actor; now: Date }): Promise<Kept[]> {
  return tx
    .select({
      clause: clock.clause,
      kept: casesWithResult('kept'),
      late: casesWithResult('late'),
      overdue: casesWithResult('overdue'),
    })
    .from(clock)
    .where(isRecentDeadline(actor.agencyId, now))
    .groupBy(clock.clause)
    .orderBy(clock.clause)
}
