import type { DecisionKind } from '../../../app/domain/decisions/decision-request.ts'
import type { CaseOption } from '../../../app/domain/options/option.ts'
import { addDays, londonDayOf } from '../../../app/domain/time/calendar-day.ts'
import { type AskDecisionInput, askDecision } from '../../../app/features/decisions/ask-decision.server.ts'
import { type MakeDecisionInput, makeDecision } from '../../../app/features/decisions/make-decision.server.ts'
import { answerOption } from '../../../app/features/options/answer-option.server.ts'
import { type RequestMeasuresInput, requestMeasures } from '../../../app/features/options/request-measures.server.ts'
import { lowerRiskAsDecided } from '../../../app/features/risk/change-risk-level.server.ts'
import { allocatedCase, allowed } from '../cases.ts'
import { asking, MONDAY_MORNING, type Person } from '../world.ts'

interface At {
  now?: Date
  caseId?: string
}

/** A case whose client wants these options. */
export async function caseWanting(
  worker: Person,
  options: readonly CaseOption[],
  { now = MONDAY_MORNING, ...given }: At = {},
) {
  const caseId = given.caseId ?? (await allocatedCase(worker, { now })).caseId
  for (const option of options)
    allowed(await answerOption(asking(worker, now), { caseId, option, answer: 'wants', reason: '' }))
  return { caseId }
}

export function measuresInput(caseId: string, given: Partial<RequestMeasuresInput> = {}): RequestMeasuresInput {
  const wish = { clientWish: 'agreed', clientWishReason: '' } as const
  return {
    caseId,
    kinds: ['letterbox'],
    requestedOn: londonDayOf(MONDAY_MORNING),
    contractor: 'Shoreline Fire Safety',
    ...wish,
    ...given,
  }
}

/** A measure that the client wants and that is not done yet. */
export async function openMeasure(worker: Person, { now = MONDAY_MORNING, ...given }: At = {}) {
  const { caseId } = await caseWanting(worker, ['target_hardening'], { now, ...given })
  const input = measuresInput(caseId, { requestedOn: londonDayOf(now) })
  const { measureIds } = allowed(await requestMeasures(asking(worker, now), input))
  return { caseId, measureId: String(measureIds[0]) }
}

export function decisionInput(
  caseId: string,
  given: Partial<AskDecisionInput> = {},
  now = MONDAY_MORNING,
): AskDecisionInput {
  return {
    caseId,
    kind: 'rehousing',
    scope: given.kind === 'storage' ? '' : 'temporary',
    reason: 'Petrol was poured through the letterbox twice.',
    wantedBy: addDays(londonDayOf(now), 1),
    clientWish: 'agreed',
    clientWishReason: '',
    ...given,
  }
}

/** A request that waits for a manager. */
export async function waitingDecision(
  worker: Person,
  { now = MONDAY_MORNING, kind = 'rehousing', ...given }: At & { kind?: Extract<DecisionKind, CaseOption> } = {},
) {
  const { caseId } = await caseWanting(worker, [kind], { now, ...given })
  const { decisionId } = allowed(await askDecision(asking(worker, now), decisionInput(caseId, { kind }, now)))
  return { caseId, decisionId }
}

/** A request that a manager has decided. */
export async function madeDecision(
  worker: Person,
  manager: Person,
  {
    now = MONDAY_MORNING,
    decision = 'yes',
    ...given
  }: Parameters<typeof waitingDecision>[1] & {
    decision?: MakeDecisionInput['decision']
  } = {},
) {
  const asked = await waitingDecision(worker, { now, ...given })
  const { decisionId } = asked
  allowed(
    await makeDecision(
      asking(manager, now),
      { decisionId, decision, note: 'Where would they go?' },
      lowerRiskAsDecided,
    ),
  )
  return asked
}
