import { PROGRESS_STAGES, type ProgressFacts, stageLine } from '../../../domain/cases/case-progress.ts'
import type { StageItem } from './stage-line.tsx'

/** The line of stages with its words, which no browser has to load as a table. */
export function shownStages(facts: ProgressFacts): StageItem[] {
  return stageLine(facts).map((item) => ({ ...item, label: PROGRESS_STAGES[item.stage].label }))
}
