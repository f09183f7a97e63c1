import { and, eq, not, type SQL, sql } from 'drizzle-orm'
import { staff } from '../../db/schema/staff.ts'
import { HAS_JOINED } from './joined-people.server.ts'

/** The groups of people that Today counts. The list of people filters by the same names. */
export type CountedPeople = 'not-joined' | 'left-lately'

export function isCounted(which: CountedPeople, now: Date): SQL | undefined {
  if (which === 'not-joined') return and(eq(staff.active, true), not(HAS_JOINED))
  return sql`${staff.leftAt} > ${now.toISOString()}::timestamptz - interval '30 days'`
}
