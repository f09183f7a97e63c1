import { type SQL, sql } from 'drizzle-orm'
import { caseFile, client } from '../../db/schema/case-file.ts'
import { referral, referralPackage } from '../../db/schema/referral.ts'

/** The safe times of an open case with violence or threat, otherwise null. For a query on case and client. */
export function violenceOfCase(): SQL<{ safeTimes: string } | null> {
  return sql`case when ${caseFile.urgentOrder} = 0
    then json_build_object('safeTimes', coalesce(${client.safeContact} ->> 'safeTimes', '')) end`
}

/** The same for an open referral, from its package. For a query that joins the newest package. */
export function violenceShared(): SQL<{ safeTimes: string } | null> {
  return sql`case when ${referral.urgentOrder} = 0
    then json_build_object('safeTimes', coalesce(${referralPackage.safeTimes}, '')) end`
}
