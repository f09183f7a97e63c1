import { and, eq, gte, lt, ne, type SQL, sql } from 'drizzle-orm'
import { caseFile } from '../../db/schema/case-file.ts'
import { clock } from '../../db/schema/timeline.ts'
import type { DeadlineFilter, DeadlineResult } from '../domain/standards/deadline-result.ts'
import { addDays, endOfLondonDay, londonDayOf } from '../domain/time/calendar-day.ts'

/** Deadlines that fell due in the last seven days, without C4, which nobody can miss. */
export function isRecentDeadline(agencyId: string, now: Date): SQL | undefined {
  const since = endOfLondonDay(addDays(londonDayOf(now), -7))
  return and(eq(clock.agencyId, agencyId), ne(clock.clause, 'C4'), gte(clock.dueAt, since), lt(clock.dueAt, now))
}

const RESULTS: Readonly<Record<DeadlineResult, SQL>> = {
  kept: sql`${clock.state} = 'met'`,
  late: sql`${clock.state} = 'met_late'`,
  overdue: sql`${clock.state} = 'running'`,
}

/** The number of cases in which the selected deadlines have this result. */
export function casesWithResult(result: DeadlineResult): SQL<number> {
  return sql<number>`(count(distinct ${clock.caseId}) filter (where ${RESULTS[result]}))::int`
}

/** The cases that `casesWithResult` counts for one clause. */
export function hasRecentDeadline({ clause, result }: DeadlineFilter, agencyId: string, now: Date): SQL {
  return sql`exists (select 1 from ${clock} where ${clock.caseId} = ${caseFile.caseId} and ${clock.clause} = ${clause}
    and ${isRecentDeadline(agencyId, now)} and ${RESULTS[result]})`
}
