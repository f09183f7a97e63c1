import { asActor, type Tx } from '../../../../db/as-actor.ts'
import type { Reading } from '../../../domain/partnership/actor.ts'
import { londonDayOf } from '../../../domain/time/calendar-day.ts'
import { type CaseProgress, readCaseProgress } from '../../../facts/casework/read-case-progress.server.ts'
import { recordEvent } from '../../../timeline/record-event.server.ts'
import type { SaidTask } from '../../../ui/lists/task-list.tsx'
import type { NextStep } from '../progress/casework-step.ts'
import { progressFacts } from '../progress/progress-facts.ts'
import { shownStages } from '../progress/shown-stages.server.ts'
import { type ShownWork, shownWork } from '../progress/shown-work.server.ts'
import type { StageItem } from '../progress/stage-line.tsx'
import { nextStepOf } from './next-step.ts'
import { type CaseView, readCaseView } from './read-case-view.server.ts'
import { readStepFacts } from './read-step-facts.server.ts'
import { readUnsentConsents } from './read-unsent-consents.server.ts'

/** The facts with how far the case is, and what the standard asks next. */
interface CasePage extends CaseView {
  stages: StageItem[]
  next: NextStep | null
  unsent: SaidTask[]
  work: ShownWork
}

/** Reads the part of a case that its page is about. What is known of the work on the case is read at the same time. */
type ReadPart<Part> = (tx: Tx, view: CaseView, progress: Promise<CaseProgress>) => Promise<Part>

/**
 * Opens a page of a case: the facts on every page, and the part this page is about. Writes an audit event. Null if
 * the case does not exist or belongs to another agency.
 */
export function openCase<Part extends object>(
  reading: Reading,
  caseId: string,
  readPart: ReadPart<Part>,
): Promise<{ view: CasePage; part: Part } | null> {
  return asActor(reading.actor, async (tx) => {
    const view = await readCaseView(tx, reading, caseId)
    if (!view) return null
    const progress = readCaseProgress(tx, reading.actor, view)
    const [part, unsent, steps, known] = await Promise.all([
      readPart(tx, view, progress),
      readUnsentConsents(tx, reading, caseId),
      readStepFacts(tx, reading, view),
      progress,
    ])
    await recordEvent(tx, reading, { kind: 'record-consulted', data: { what: 'case' }, caseId })
    const today = londonDayOf(reading.now)
    const next = nextStepOf({ ...view, ...steps, unsent, progress: known, today })
    const stages = shownStages(progressFacts(view, known.reached))
    return { view: { ...view, stages, next, unsent, work: shownWork(known, today) }, part }
  })
}
