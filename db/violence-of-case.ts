import { type SQL, sql } from 'drizzle-orm'
import { caseFile, client } from './schema/case-file.ts'

/** Null, or the safe hours of a client whose open case is one of violence or its threat. Of a query that joins both. */
export function violenceOfCase(): SQL<{ safeTimes: string } | null> {
  return sql`case when ${caseFile.urgentOrder} = 0
    then json_build_object('safeTimes', coalesce(${client.safeContact} ->> 'safeTimes', '')) end`
}
