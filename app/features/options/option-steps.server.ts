import { DECISIONS, type DecisionKind, requestInWords } from '../../domain/decisions/decision-request.ts'
import { MEASURE_CANCEL_REASONS, MEASURES } from '../../domain/options/measure.ts'
import type { CaseOption, OptionAnswer } from '../../domain/options/option.ts'
import { lowerFirst } from '../../domain/text/first-letter.ts'
import { dayInWords } from '../../domain/time/calendar-day.ts'
import type { DecisionOfCase } from '../../facts/casework/decisions-of-case.server.ts'
import type { MeasureOfCase } from '../../facts/casework/measures-of-case.server.ts'
import { href } from '../../href.ts'

interface StepLink {
  href: string
  label: string
}

/** What follows from an answer: the one next step, what already happened, and what to know. */
export interface OptionSteps {
  next: StepLink | null
  record: (StepLink & { id: string; state: string })[]
  note: string
}

interface Known {
  caseId: string
  newest: OptionAnswer | null
  measures: readonly MeasureOfCase[]
  decisions: readonly DecisionOfCase[]
}

const NOTHING: OptionSteps = { next: null, record: [], note: '' }

/** What a wish leads on to, in one tap. */
export function stepsOfOption(option: CaseOption, known: Known): OptionSteps {
  const { caseId, newest } = known
  const wants = newest === 'wants'
  if (option === 'target_hardening') return stepsOfMeasures(known)
  if (option === 'rehousing' || option === 'storage') return stepsOfRequest(option, known)
  if (!wants) return NOTHING
  return option === 'referral'
    ? { ...NOTHING, next: { href: href('/cases/:caseId/refer', { caseId }), label: 'Choose an agency to refer to' } }
    : { ...NOTHING, note: 'The investigation follows this wish.' }
}

function stepsOfMeasures({ caseId, newest, measures }: Known): OptionSteps {
  return {
    ...NOTHING,
    next:
      newest === 'wants' ? { href: href('/cases/:caseId/measures/new', { caseId }), label: 'Request measures' } : null,
    record: measures.map((one) => ({
      id: one.measureId,
      href: href('/cases/:caseId/measures/:measureId', { caseId, measureId: one.measureId }),
      label: MEASURES[one.kind].label,
      state: stateOfMeasure(one),
    })),
  }
}

function stateOfMeasure({ state, contractor, requestedOn, doneOn, workedBy, cancelReason }: MeasureOfCase): string {
  if (state === 'done' && doneOn) return `done on ${dayInWords(doneOn)} by ${workedBy}`
  if (state === 'cancelled' && cancelReason)
    return `cancelled: ${lowerFirst(MEASURE_CANCEL_REASONS[cancelReason].label)}`
  return `open, requested from ${contractor} on ${dayInWords(requestedOn)}`
}

function stepsOfRequest(kind: DecisionKind & CaseOption, { caseId, newest, decisions }: Known): OptionSteps {
  const ofKind = decisions.filter((one) => one.kind === kind)
  const waits = ofKind.some(({ decision }) => decision === 'asked')
  const label = ofKind.length > 0 ? 'Ask a manager again' : 'Ask a manager'
  return {
    ...NOTHING,
    next:
      newest === 'wants' && !waits ? { href: href('/cases/:caseId/options/ask/:kind', { caseId, kind }), label } : null,
    record: ofKind.map((one) => ({
      id: one.decisionId,
      href: href('/decisions/:decisionId', { decisionId: one.decisionId }),
      label: requestInWords(one.kind, one.scope),
      state: stateOfRequest(one),
    })),
  }
}

function stateOfRequest({ decision, rehousedOn, storedFrom, storedTo }: DecisionOfCase): string {
  if (rehousedOn) return `moved on ${dayInWords(rehousedOn)}`
  if (storedFrom) return `stored from ${dayInWords(storedFrom)}${storedTo ? ` to ${dayInWords(storedTo)}` : ''}`
  return lowerFirst(DECISIONS[decision].label)
}
