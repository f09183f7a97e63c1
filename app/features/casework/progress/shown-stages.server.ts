import type { Contactability } from '../../../domain/cases/case-event.ts'
import { PROGRESS_STAGES, type ProgressStage, stageLine } from '../../../domain/cases/case-progress.ts'
import { refersOn } from '../../../domain/partnership/agency.ts'
import type { StageItem } from './stage-line.tsx'

interface StagedCase {
  contactability: Contactability
  agency: { kind: string; investigates: boolean }
}

/** The line of stages with its words, which no browser has to load as a table. */
export function shownStages({ contactability, agency }: StagedCase, reached: readonly ProgressStage[]): StageItem[] {
  const facts = { contactability, agencyInvestigates: agency.investigates, agencyRefersOn: refersOn(agency.kind) }
  return stageLine({ ...facts, reached }).map((item) => ({ ...item, label: PROGRESS_STAGES[item.stage].label }))
}
