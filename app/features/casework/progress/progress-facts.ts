import type { Contactability } from '../../../domain/cases/case-event.ts'
import type { ProgressFacts, ProgressStage } from '../../../domain/cases/case-progress.ts'
import { refersOn } from '../../../domain/partnership/agency.ts'

export interface StagedCase {
  contactability: Contactability
  agency: { kind: string; investigates: boolean }
}

/** What decides which stages apply to a case of this agency. */
export function progressFacts(
  { contactability, agency: { kind, investigates } }: StagedCase,
  reached: readonly ProgressStage[],
): ProgressFacts {
  return { reached, contactability, agencyInvestigates: investigates, agencyRefersOn: refersOn(kind) }
}
