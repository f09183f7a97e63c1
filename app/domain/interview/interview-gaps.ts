import type { InterviewNeed } from './need-booking.ts'

/** What an interview must have before it counts as held, in the order of the task list. */
export const INTERVIEW_GAPS = {
  place: { words: 'Record the place that the client chose', clause: 'R5' },
  process: { words: 'Explain what happens next', clause: 'R7' },
  needs: { words: 'Say of each need whether it was met', clause: 'G5' },
  risk: { words: 'Do the risk check, or record that the client declined it', clause: 'G4' },
  support: { words: 'Talk about help and support', clause: 'I1' },
  options: { words: 'Talk about all five options', clause: 'G7' },
  support_pack: { words: 'Give the support pack, or record that the client declined it', clause: 'S1' },
} as const satisfies Record<string, { words: string; clause: string }>

export type InterviewGapId = keyof typeof INTERVIEW_GAPS

/** What is known of an interview and its case. The process, the risk check, the options and the pack count once for a case. */
export interface InterviewRecord {
  placeChosenByClient: boolean
  processExplained: boolean
  openNeeds: readonly InterviewNeed[]
  /** Also true when the client declined it. */
  riskAnswered: boolean
  supportDiscussed: boolean
  unansweredOptions: number
  /** Also true when the client declined it. */
  packAnswered: boolean
}

/** What is still missing before the interview can be finished; empty when nothing is. */
export function interviewGaps(facts: InterviewRecord): InterviewGapId[] {
  const missing: Record<InterviewGapId, boolean> = {
    place: !facts.placeChosenByClient,
    process: !facts.processExplained,
    needs: facts.openNeeds.length > 0,
    risk: !facts.riskAnswered,
    support: !facts.supportDiscussed,
    options: facts.unansweredOptions > 0,
    support_pack: !facts.packAnswered,
  }
  return (Object.keys(INTERVIEW_GAPS) as InterviewGapId[]).filter((gap) => missing[gap])
}
