import { and, eq, type SQL, sql } from 'drizzle-orm'
import { invitation, staff } from '../../db/schema/staff.ts'

/** The people of Today's numbers and of the lists that those lead to. */
export const COUNTED_PEOPLE = ['not-joined', 'left-lately'] as const

export type CountedPeople = (typeof COUNTED_PEOPLE)[number]

/** A new person is invited in the transaction that adds them, so both rows have its time. A person without an invitation has joined. */
const INVITED_ONLY = sql`(select bool_and(i.used_at is null) and min(i.created_at) = ${staff}.created_at
  from ${invitation} i where i.agency_id = ${staff}.agency_id and i.staff_id = ${staff}.staff_id)`

export function isCounted(which: CountedPeople, now: Date): SQL | undefined {
  if (which === 'not-joined') return and(eq(staff.active, true), INVITED_ONLY)
  return sql`${staff.leftAt} > ${now.toISOString()}::timestamptz - interval '30 days'`
}
