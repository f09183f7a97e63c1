import { and, eq, isNull, type SQL } from 'drizzle-orm'
import { caseFile } from '../../db/schema/case-file.ts'
import { consentOverride } from '../../db/schema/consent.ts'

/** The open cases of an agency without a case worker. Today, the list of cases and its count share the condition. */
export function isUnallocated(agencyId: string): SQL | undefined {
  return and(eq(caseFile.agencyId, agencyId), eq(caseFile.stage, 'open'), isNull(caseFile.caseWorkerId))
}

/** The requests to share without consent that no manager has decided. Today and the list share the condition. */
export function isWaitingOverride(agencyId: string): SQL | undefined {
  return and(eq(consentOverride.agencyId, agencyId), eq(consentOverride.decision, 'asked'))
}
