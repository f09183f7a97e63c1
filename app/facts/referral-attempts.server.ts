import { type SQL, sql } from 'drizzle-orm'
import { referral } from '../../db/schema/referral.ts'

/**
 * How often the recipient tried to reach the client of a referral, or null once they have; `referralStatus` needs it.
 * About the row of `referral` that the query selects or the row with this alias.
 */
export function attemptsSql(alias?: string): SQL<number | null> {
  const from = alias ? sql.raw(`${alias}.from_agency_id`) : sql`${referral.fromAgencyId}`
  const id = alias ? sql.raw(`${alias}.referral_id`) : sql`${referral.referralId}`
  return sql`(select case when bool_or(tried.move = 'engage') then null else count(*)::int end from referral_step tried
    where tried.from_agency_id = ${from} and tried.referral_id = ${id} and tried.error_at is null
      and tried.move in ('engage', 'record_contact_attempt'))`
}
