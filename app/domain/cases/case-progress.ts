import type { CaseEventKind, Contactability } from './case-event.ts'

/** How far a case is, in the order of the standard. Nobody sets a stage: events of the case reach it. */
export const PROGRESS_STAGES = {
  reported: { label: 'Reported', later: false },
  contacted: { label: 'Contacted', later: false },
  interviewed: { label: 'Interviewed', later: false },
  plan_agreed: { label: 'Plan agreed', later: false },
  investigated: { label: 'Investigated', later: true },
  reviewed: { label: 'Reviewed', later: true },
  closed: { label: 'Closed', later: true },
  after_care: { label: 'After-care', later: true },
  finished: { label: 'Finished', later: true },
} as const satisfies Record<string, { label: string /** No page of this release can reach it. */; later: boolean }>

export type ProgressStage = keyof typeof PROGRESS_STAGES

export const PROGRESS_STAGE_IDS = Object.keys(PROGRESS_STAGES) as ProgressStage[]

/** The event that reaches each stage. After-care ends with its contact, so that event finishes the case as well. */
export const STAGE_REACHED_BY = {
  'report-received': ['reported'],
  'client-contacted': ['contacted'],
  'interview-held': ['contacted', 'interviewed'],
  'plan-agreed': ['plan_agreed'],
  'investigation-completed': ['investigated'],
  'case-closed': ['closed'],
  'after-care-contacted': ['after_care', 'finished'],
} as const satisfies Partial<Record<CaseEventKind, readonly ProgressStage[]>>

export type StageEvent = keyof typeof STAGE_REACHED_BY

/** What decides where a case is. `reached` is what has happened, in any order. */
export interface ProgressFacts {
  reached: readonly ProgressStage[]
  contactability: Contactability
  agencyInvestigates: boolean
  /** A reporting centre takes the report and refers on: the interview is the receiver's. */
  agencyRefersOn: boolean
}

type StageState = 'done' | 'now' | 'to_do' | 'not_applicable'

export interface StageOnLine {
  stage: ProgressStage
  state: StageState
  /** Why the stage does not apply; empty otherwise. */
  why: string
}

/** The furthest stage reached. A case starts as reported. */
export function stageOf({ reached }: Pick<ProgressFacts, 'reached'>): ProgressStage {
  return PROGRESS_STAGE_IDS.findLast((stage) => reached.includes(stage)) ?? 'reported'
}

/** What the events of a case have reached, in any order. */
export function stagesAfter(events: readonly StageEvent[]): ProgressStage[] {
  return [...new Set(events.flatMap((kind): readonly ProgressStage[] => STAGE_REACHED_BY[kind]))]
}

/** The whole line of stages: what was done, where the case is now, what is to do, and what does not apply. */
export function stageLine(facts: ProgressFacts): StageOnLine[] {
  const now = stageOf(facts)
  return PROGRESS_STAGE_IDS.map((stage) => {
    if (stage === now) return { stage, state: 'now', why: '' }
    if (facts.reached.includes(stage) || stage === 'reported') return { stage, state: 'done', why: '' }
    const why = whyNotApplicable(stage, facts)
    return { stage, state: why === '' ? 'to_do' : 'not_applicable', why }
  })
}

/** Why a stage does not apply to this case; empty when it does. */
export function whyNotApplicable(
  stage: ProgressStage,
  { contactability, agencyInvestigates, agencyRefersOn }: Omit<ProgressFacts, 'reached'>,
): string {
  const needsClient = ['contacted', 'interviewed', 'plan_agreed', 'after_care'].includes(stage)
  if (needsClient && contactability === 'anonymous') return 'The report is anonymous, so there is no client to contact.'
  if (needsClient && contactability === 'client_unaware') return 'The client does not know about this report.'
  if (agencyRefersOn && ['interviewed', 'plan_agreed'].includes(stage)) {
    return 'Your agency takes the report and refers on. The agency that accepts the referral does this.'
  }
  const investigates = agencyInvestigates && !agencyRefersOn
  if (['investigated', 'reviewed'].includes(stage) && !investigates) return 'Your agency does not investigate.'
  return ''
}
