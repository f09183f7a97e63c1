import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  PROGRESS_STAGE_IDS,
  type ProgressFacts,
  type ProgressStage,
  STAGE_REACHED_BY,
  type StageEvent,
  stageLine,
  stageOf,
  stagesAfter,
} from './case-progress.ts'

const FACTS: ProgressFacts = {
  reached: ['reported'],
  contactability: 'possible',
  agencyInvestigates: true,
  agencyRefersOn: false,
}

const kinds = Object.keys(STAGE_REACHED_BY) as (keyof typeof STAGE_REACHED_BY)[]
const somewhere = fc.subarray(PROGRESS_STAGE_IDS)
const rankOf = (stage: ProgressStage) => PROGRESS_STAGE_IDS.indexOf(stage)

describe('the stage of a case', () => {
  it.each<[StageEvent[], ProgressStage]>([
    [[], 'reported'],
    [['report-received', 'client-contacted'], 'contacted'],
    [['report-received', 'interview-held'], 'interviewed'],
    [['plan-agreed', 'client-contacted', 'report-received'], 'plan_agreed'],
    [['report-received', 'case-closed'], 'closed'],
    [['case-closed', 'after-care-contacted'], 'finished'],
  ])('follows from its events in any order: %j → %s', (events, stage) => {
    expect(stageOf({ reached: stagesAfter(events) })).toBe(stage)
  })

  it('each event moves it only as the table says, and never back', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...kinds)), fc.constantFrom(...kinds), (events, kind) => {
        const before = stageOf({ reached: stagesAfter(events) })
        const furthest = Math.max(rankOf(before), ...STAGE_REACHED_BY[kind].map(rankOf))
        expect(rankOf(stageOf({ reached: stagesAfter([...events, kind]) }))).toBe(furthest)
      }),
    )
  })

  it('the line has each stage once, and one of them is now', () => {
    fc.assert(
      fc.property(somewhere, (reached) => {
        const line = stageLine({ ...FACTS, reached })
        expect(line.map(({ stage }) => stage)).toEqual(PROGRESS_STAGE_IDS)
        expect(line.filter(({ state }) => state === 'now').map(({ stage }) => stage)).toEqual([stageOf({ reached })])
      }),
    )
  })

  it.each([
    [{ contactability: 'anonymous' as const }, ['contacted', 'interviewed', 'plan_agreed', 'after_care']],
    [{ contactability: 'client_unaware' as const }, ['contacted', 'interviewed', 'plan_agreed', 'after_care']],
    [{ agencyInvestigates: false }, ['investigated', 'reviewed']],
    [{ agencyRefersOn: true, agencyInvestigates: false }, ['interviewed', 'plan_agreed', 'investigated', 'reviewed']],
  ])('shows what does not apply, and why: %j', (facts, stages) => {
    const without = stageLine({ ...FACTS, ...facts }).filter(({ state }) => state === 'not_applicable')
    expect(without.map(({ stage }) => stage)).toEqual(stages)
    expect(without.every(({ why }) => why !== '')).toBe(true)
  })
})
