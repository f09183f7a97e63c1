import type { CalendarDay } from '../time/calendar-day.ts'
import { type ProgressFacts, type ProgressStage, whyNotApplicable } from './case-progress.ts'

/** What is known of the work on a case, put together from all its parts. */
export interface CaseworkFacts {
  hasCaseWorker: boolean
  alternativeContact: 'named' | 'missing' | 'left'
  /** The next interview that is arranged. */
  interview: { interviewId: string; startsAt: Date; openNeeds: number } | null
  risk: { recheckOn: CalendarDay; recheckWhy: 'time' | 'new_incident' } | null
  unansweredOptions: number
  /** What of the client's support pack was neither given nor declined. */
  packMissing: number
  plan: {
    /** A version that is not agreed yet. */
    draft: boolean
    /** What the draft lacks before it can be signed, in the words of its page. */
    missing: readonly string[]
    /** When the client is next to be contacted as agreed (I5). */
    nextContactOn: CalendarDay | null
  }
  /** The agreed plan was acknowledged. Null while no plan is agreed. */
  acknowledged: boolean | null
}

interface Gap {
  /** The stage that is not complete without it. */
  stage: ProgressStage
  label: string
  clause: string
}

/** What a stage still lacks, by name, in the order of the standard. */
export const CASE_GAPS = {
  case_worker: { stage: 'contacted', label: 'a case worker', clause: 'R6' },
  contact: { stage: 'contacted', label: 'a contact with the client', clause: 'R3' },
  interview_arranged: { stage: 'interviewed', label: 'an interview where the client wants to meet', clause: 'R5' },
  interview_held: { stage: 'interviewed', label: 'the interview', clause: 'I7' },
  risk: { stage: 'plan_agreed', label: 'a risk check', clause: 'G4' },
  options: { stage: 'plan_agreed', label: 'the client’s answer to each of the five options', clause: 'G7' },
  support_pack: { stage: 'interviewed', label: 'the support pack', clause: 'V5' },
  alternative_contact: { stage: 'plan_agreed', label: 'an alternative contact', clause: 'I6' },
  plan: { stage: 'plan_agreed', label: 'an action plan', clause: 'I3' },
  signatures: { stage: 'plan_agreed', label: 'the signatures of the plan', clause: 'I4' },
  acknowledgement: { stage: 'plan_agreed', label: 'the acknowledgement of the plan', clause: 'I4' },
} as const satisfies Record<string, Gap>

export type CaseGap = keyof typeof CASE_GAPS

/** What the case still lacks, without what does not apply to it. */
export function gapsOf(progress: ProgressFacts, work: CaseworkFacts): CaseGap[] {
  const { reached } = progress
  const held = reached.includes('interviewed')
  const agreed = reached.includes('plan_agreed')
  const missing: Record<CaseGap, boolean> = {
    case_worker: !work.hasCaseWorker,
    contact: !reached.includes('contacted'),
    interview_arranged: !held && work.interview === null,
    interview_held: !held && work.interview !== null,
    risk: work.risk === null,
    options: work.unansweredOptions > 0,
    support_pack: work.packMissing > 0,
    alternative_contact: work.alternativeContact !== 'named',
    plan: !agreed && !work.plan.draft,
    signatures: work.plan.draft,
    acknowledgement: work.acknowledged === false,
  }
  return (Object.keys(CASE_GAPS) as CaseGap[]).filter(
    (gap) => missing[gap] && whyNotApplicable(CASE_GAPS[gap].stage, progress) === '',
  )
}
