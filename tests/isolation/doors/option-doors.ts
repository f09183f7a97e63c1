import { toDay } from '../../../app/domain/time/calendar-day.ts'
import { answerQuestion } from '../../../app/features/decisions/answer-question.server.ts'
import { askDecision } from '../../../app/features/decisions/ask-decision.server.ts'
import { carryOutDecision } from '../../../app/features/decisions/carry-out-decision.server.ts'
import { makeDecision } from '../../../app/features/decisions/make-decision.server.ts'
import { answerOption } from '../../../app/features/options/answer-option.server.ts'
import { endMeasure } from '../../../app/features/options/end-measure.server.ts'
import { requestMeasures } from '../../../app/features/options/request-measures.server.ts'
import { lowerRiskAsDecided } from '../../../app/features/risk/change-risk-level.server.ts'
import { allocatedCase } from '../../support/cases.ts'
import {
  caseWanting,
  decisionInput,
  madeDecision,
  measuresInput,
  openMeasure,
  waitingDecision,
} from '../../support/casework/options.ts'
import type { Partners } from '../../support/referrals.ts'
import { type Doors, door } from './door.ts'

const TODAY = toDay('2026-11-23')

/** The five options, what follows from them, and what managers decide. */
export function optionDoors({ worker, manager }: Partners): Doors {
  return {
    'options/answer-option': door('caseOption', 'insert', worker, async () => {
      const { caseId } = await allocatedCase(worker)
      return (form) => answerOption(form, { caseId, option: 'referral', answer: 'no', reason: '' })
    }),
    'options/request-measures': door('measure', 'insert', worker, async () => {
      const { caseId } = await caseWanting(worker, ['target_hardening'])
      return (form) => requestMeasures(form, measuresInput(caseId))
    }),
    'options/end-measure': door('measure', 'update', worker, async () => {
      const open = await openMeasure(worker)
      const end = { result: 'done', doneOn: TODAY, workedBy: 'The crew', cancelReason: null } as const
      return (form) => endMeasure(form, { ...open, ...end })
    }),
    'decisions/ask-decision': door('decisionRequest', 'insert', worker, async () => {
      const { caseId } = await caseWanting(worker, ['rehousing'])
      return (form) => askDecision(form, decisionInput(caseId))
    }),
    'decisions/make-decision': door('decisionRequest', 'update', manager, async () => {
      const { decisionId } = await waitingDecision(worker)
      return (form) => makeDecision(form, { decisionId, decision: 'yes', note: '' }, lowerRiskAsDecided)
    }),
    'decisions/answer-question': door('decisionRequest', 'insert', worker, async () => {
      const { decisionId } = await madeDecision(worker, manager, { decision: 'asked_back' })
      return (form) => answerQuestion(form, { decisionId, answer: 'To her sister.', wantedBy: TODAY })
    }),
    'decisions/carry-out-decision': door('decisionRequest', 'update', worker, async () => {
      const { decisionId } = await madeDecision(worker, manager)
      const storage = { storedFrom: null, storedTo: null, storedWhere: '' }
      return (form) => carryOutDecision(form, { decisionId, rehousedOn: TODAY, ...storage, seenVersion: '' })
    }),
  }
}
