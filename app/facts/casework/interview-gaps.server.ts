import type { Tx } from '../../../db/as-actor.ts'
import type { InterviewOfCase } from '../../domain/interview/interview.ts'
import { type InterviewGapId, interviewGaps } from '../../domain/interview/interview-gaps.ts'
import { unansweredOptions } from '../../domain/options/option.ts'
import { missingFromClientPack } from '../../domain/papers/support-pack.ts'
import type { Actor } from '../../domain/partnership/actor.ts'
import { readInterviewsOfCase } from './interviews-of-case.server.ts'
import { answeredOptions, readOptionsOfCase } from './options-of-case.server.ts'
import { readSupportPacksOfCase } from './papers-of-case.server.ts'
import { readRiskOfCase } from './risk-of-case.server.ts'

export interface InterviewWithGaps {
  interview: InterviewOfCase
  /** What it lacks before it can be finished. */
  gaps: InterviewGapId[]
  riskAnswered: boolean
  unansweredOptions: number
  packAnswered: boolean
}

/**
 * What an interview still lacks, for its page, its finish and the page of its case. What was explained and discussed at
 * one interview of the case need not be repeated at the next. Null if the case has no such interview.
 */
export async function readInterviewGaps(
  tx: Tx,
  actor: Actor,
  caseId: string,
  interviewId: string,
): Promise<InterviewWithGaps | null> {
  const [interviews, risk, options, packs] = await Promise.all([
    readInterviewsOfCase(tx, actor, caseId),
    readRiskOfCase(tx, actor, caseId),
    readOptionsOfCase(tx, actor, caseId),
    readSupportPacksOfCase(tx, actor, caseId),
  ])
  const interview = interviews.find((one) => one.interviewId === interviewId)
  if (!interview) return null
  const counted = interviews.filter(({ state }) => state !== 'cancelled')
  const known = {
    riskAnswered: risk !== null,
    unansweredOptions: unansweredOptions(answeredOptions(options)).length,
    packAnswered: missingFromClientPack(packs).length === 0,
  }
  const gaps = interviewGaps({
    ...known,
    // The table accepts no other place.
    placeChosenByClient: true,
    processExplained: counted.some(({ sections }) => sections.process === 'done'),
    openNeeds: interview.openNeeds,
    supportDiscussed: counted.some(({ sections }) => sections.support === 'done'),
  })
  return { interview, gaps, ...known }
}
