import { type SQL, sql } from 'drizzle-orm'
import { caseFile, client } from '../../db/schema/case-file.ts'
import { referral, referralPackage } from '../../db/schema/referral.ts'

/** Null, or the safe hours of a client whose open case is one of violence or its threat. Of a query that joins both. */
export function violenceOfCase(): SQL<{ safeTimes: string } | null> {
  return sql`case when ${caseFile.urgentOrder} = 0
    then json_build_object('safeTimes', coalesce(${client.safeContact} ->> 'safeTimes', '')) end`
}

/** The same of an open referral, as its recipient was sent it. Of a query that joins its newest package. */
export function violenceShared(): SQL<{ safeTimes: string } | null> {
  return sql`case when ${referral.urgentOrder} = 0
    then json_build_object('safeTimes', coalesce(${referralPackage.safeTimes}, '')) end`
}
