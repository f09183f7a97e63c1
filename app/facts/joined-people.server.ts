import { sql } from 'drizzle-orm'
import { invitation, staff } from '../../db/schema/staff.ts'

/**
 * Whether a person of `staff` has joined: has taken an invitation, or was there before any. Somebody new is invited in the
 * transaction that adds them, so their first invitation has the time of their row. app.joined_agencies has the same rule for
 * readers who may not see the people of other agencies. Names the table: the query builder leaves it out of fields.
 */
export const HAS_JOINED = sql<boolean>`(select coalesce(bool_or(i.used_at is not null), true) or min(i.created_at) <> ${staff}.created_at
  from ${invitation} i where i.agency_id = ${staff}.agency_id and i.staff_id = ${staff}.staff_id)`
