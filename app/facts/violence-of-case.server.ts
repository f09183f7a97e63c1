import { type SQL, sql } from 'drizzle-orm'
import { caseFile, client } from '../../db/schema/case-file.ts'
import { referral, referralPackage } from '../../db/schema/referral.ts'

/**
 * The safe times of the client if the case is open and marked as violence or threat of violence, otherwise null. For a
 * query that joins case and client.
 */
export function violenceOfCase(): SQL<{ safeTimes: string } | null> {
  return sql`case when ${caseFile.urgentOrder} = 0
    then json_build_object('safeTimes', coalesce(${client.safeContact} ->> 'safeTimes', '')) end`
}

/**
 * The same for an open referral, from the package that its recipient got. For a query that joins the newest package.
 */
export function violenceShared(): SQL<{ safeTimes: string } | null> {
  return sql`case when ${referral.urgentOrder} = 0
    then json_build_object('safeTimes', coalesce(${referralPackage.safeTimes}, '')) end`
}
