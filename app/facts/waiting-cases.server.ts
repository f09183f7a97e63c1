import { and, eq, isNull, type SQL } from 'drizzle-orm'
import { caseFile } from '../../db/schema/case-file.ts'
import { consentOverride } from '../../db/schema/consent.ts'

/** The open cases of an agency without a case worker: of Today, of the list and of its number. */
export function isUnallocated(agencyId: string): SQL | undefined {
  return and(eq(caseFile.agencyId, agencyId), eq(caseFile.stage, 'open'), isNull(caseFile.caseWorkerId))
}

/** The requests of an agency to share without consent that a manager has not decided: of Today and of the list. */
export function isWaitingOverride(agencyId: string): SQL | undefined {
  return and(eq(consentOverride.agencyId, agencyId), eq(consentOverride.decision, 'asked'))
}
