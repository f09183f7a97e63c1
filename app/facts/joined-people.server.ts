import { sql } from 'drizzle-orm'
import { invitation, staff } from '../../db/schema/staff.ts'

/**
 * Whether a person of `staff` has joined: they have used an invitation, or their account is older than their first one.
 * A new person is invited in the transaction that adds them, so both rows have the same time. app.joined_agencies
 * applies the same rule for readers who may not see people of other agencies. The SQL names the table because the query
 * builder leaves it out in a list of fields.
 */
export const HAS_JOINED = sql<boolean>`(select coalesce(bool_or(i.used_at is not null), true) or min(i.created_at) <> ${staff}.created_at
  from ${invitation} i where i.agency_id = ${staff}.agency_id and i.staff_id = ${staff}.staff_id)`
