import { describe, expect, it } from 'vitest'
import type { CalendarDay } from '../time/calendar-day.ts'
import { CASE_GAPS, type CaseGap, type CaseworkFacts, gapsOf } from './case-gap.ts'
import { PROGRESS_STAGE_IDS, type ProgressFacts } from './case-progress.ts'

const NEW_CASE: CaseworkFacts = {
  hasCaseWorker: false,
  alternativeContact: 'missing',
  interview: null,
  risk: null,
  unansweredOptions: 5,
  packMissing: 5,
  plan: { draft: false, missing: [], nextContactOn: null },
  acknowledged: null,
}
const COMPLETE: CaseworkFacts = {
  hasCaseWorker: true,
  alternativeContact: 'named',
  interview: null,
  risk: { recheckOn: '2026-12-07' as CalendarDay, recheckWhy: 'time' },
  unansweredOptions: 0,
  packMissing: 0,
  plan: { draft: false, missing: [], nextContactOn: null },
  acknowledged: true,
}
const PROGRESS: ProgressFacts = {
  reached: ['reported'],
  contactability: 'possible',
  agencyInvestigates: true,
  agencyRefersOn: false,
}
const AGREED: ProgressFacts = { ...PROGRESS, reached: PROGRESS_STAGE_IDS.slice(0, 4) }
const interview = { interviewId: 'monday', startsAt: new Date('2026-11-30T10:00:00Z'), openNeeds: 0 }

describe('what a case still lacks', () => {
  it('is everything of a new case, in the order of the standard, one step of each kind at a time', () => {
    const later: CaseGap[] = ['interview_held', 'signatures', 'acknowledgement']
    const all = (Object.keys(CASE_GAPS) as CaseGap[]).filter((gap) => !later.includes(gap))
    expect(gapsOf(PROGRESS, NEW_CASE)).toEqual(all)
  })

  it('is nothing once the plan is agreed and acknowledged', () => {
    expect(gapsOf(AGREED, COMPLETE)).toEqual([])
  })

  it.each<{ gap: CaseGap; work: Partial<CaseworkFacts>; progress?: ProgressFacts; why: string }>([
    { gap: 'interview_held', work: { interview }, progress: PROGRESS, why: 'it is arranged and not held' },
    { gap: 'risk', work: { risk: null }, why: 'G4: no plan without a risk check' },
    { gap: 'options', work: { unansweredOptions: 1 }, why: 'G7: one of five is not answered' },
    {
      gap: 'alternative_contact',
      work: { alternativeContact: 'left' },
      why: 'I6: the person named works here no more',
    },
    {
      gap: 'signatures',
      work: { plan: { ...COMPLETE.plan, draft: true } },
      why: 'F2: an amended plan is signed again',
    },
    { gap: 'acknowledgement', work: { acknowledged: false }, why: 'I4: agreed and not acknowledged' },
  ])('names $gap: $why', ({ gap, work, progress = AGREED }) => {
    expect(gapsOf(progress, { ...COMPLETE, ...work })).toContain(gap)
  })

  it.each([
    {
      progress: { ...PROGRESS, contactability: 'anonymous' as const },
      why: 'an anonymous report has no client to meet',
    },
    { progress: { ...PROGRESS, agencyRefersOn: true }, why: 'the agency that accepts the referral interviews' },
  ])('asks for no interview and no plan where they do not apply: $why', ({ progress }) => {
    const asked = gapsOf(progress, NEW_CASE).map((gap) => CASE_GAPS[gap].stage)
    expect(asked).not.toContain('interviewed')
    expect(asked).not.toContain('plan_agreed')
  })
})
