import type { DecisionKind } from '../domain/decisions/decision-request.ts'
import type { MeasureKind } from '../domain/options/measure.ts'
import { type CaseOption, OPTION_IDS, type OptionAnswer } from '../domain/options/option.ts'
import { addDays, type CalendarDay, londonDayOf } from '../domain/time/calendar-day.ts'
import { askDecision } from '../features/decisions/ask-decision.server.ts'
import { carryOutDecision } from '../features/decisions/carry-out-decision.server.ts'
import { type MakeDecisionInput, makeDecision } from '../features/decisions/make-decision.server.ts'
import { answerOption } from '../features/options/answer-option.server.ts'
import { endMeasure } from '../features/options/end-measure.server.ts'
import { requestMeasures } from '../features/options/request-measures.server.ts'
import { lowerRiskAsDecided } from '../features/risk/change-risk-level.server.ts'
import { type Ask, valueOrThrow } from './ask.ts'
import type { StoryPerson } from './people.ts'
import type { StoryCase } from './story-types.ts'

const AGREED = { clientWish: 'agreed', clientWishReason: '' } as const

/** What a client says about the five options, and what follows from it. */
export function optionActs(ask: Ask) {
  return {
    /** All five options are discussed; those not named are “no”. */
    discussOptions: async (file: StoryCase, said: Partial<Record<CaseOption, [OptionAnswer, string?]>>) => {
      for (const option of OPTION_IDS) {
        const [answer, reason = ''] = said[option] ?? ['no']
        valueOrThrow(await answerOption(ask(file.worker), { caseId: file.caseId, option, answer, reason }))
      }
    },
    requestMeasures: async (file: StoryCase, kinds: MeasureKind[], contractor: string) => {
      const asking = ask(file.worker)
      const input = { caseId: file.caseId, kinds, contractor, requestedOn: londonDayOf(asking.now), ...AGREED }
      return valueOrThrow(await requestMeasures(asking, input)).measureIds
    },
    measureDone: async (file: StoryCase, measureId: string | undefined, workedBy: string) => {
      const asking = ask(file.worker)
      const end = { result: 'done', doneOn: londonDayOf(asking.now), workedBy, cancelReason: null } as const
      valueOrThrow(await endMeasure(asking, { caseId: file.caseId, measureId: measureId ?? '', ...end }))
    },
    askManager: async (file: StoryCase, kind: DecisionKind, scope: string, reason: string) => {
      const asking = ask(file.worker)
      const wantedBy = addDays(londonDayOf(asking.now), 4)
      const input = { caseId: file.caseId, kind, scope, reason, wantedBy, ...AGREED }
      return valueOrThrow(await askDecision(asking, input)).decisionId
    },
    decideRequest: async (
      manager: StoryPerson,
      decisionId: string,
      decision: MakeDecisionInput['decision'],
      note: string,
    ) => valueOrThrow(await makeDecision(ask(manager), { decisionId, decision, note }, lowerRiskAsDecided)),
    storeBelongings: async (file: StoryCase, decisionId: string, storedTo: CalendarDay, storedWhere: string) => {
      const asking = ask(file.worker)
      const storedFrom = londonDayOf(asking.now)
      const dates = { rehousedOn: null, storedFrom, storedTo, storedWhere, seenVersion: '' }
      valueOrThrow(await carryOutDecision(asking, { decisionId, ...dates }))
    },
  }
}
