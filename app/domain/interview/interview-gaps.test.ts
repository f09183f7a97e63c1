import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { INTERVIEW_GAPS, type InterviewGapId, type InterviewRecord, interviewGaps } from './interview-gaps.ts'
import { INTERVIEW_NEED_IDS } from './need-booking.ts'

const COMPLETE: InterviewRecord = {
  placeChosenByClient: true,
  processExplained: true,
  openNeeds: [],
  riskAnswered: true,
  supportDiscussed: true,
  unansweredOptions: 0,
  packAnswered: true,
}

const anyFacts = fc.record<InterviewRecord>({
  placeChosenByClient: fc.boolean(),
  processExplained: fc.boolean(),
  openNeeds: fc.subarray([...INTERVIEW_NEED_IDS]),
  riskAnswered: fc.boolean(),
  supportDiscussed: fc.boolean(),
  unansweredOptions: fc.integer({ min: 0, max: 5 }),
  packAnswered: fc.boolean(),
})

describe('what an interview still lacks', () => {
  it.each<{ why: string; facts: Partial<InterviewRecord>; gaps: InterviewGapId[] }>([
    { why: 'nothing', facts: {}, gaps: [] },
    { why: 'R5: the place was not the client’s choice', facts: { placeChosenByClient: false }, gaps: ['place'] },
    { why: 'R7: the process was not explained', facts: { processExplained: false }, gaps: ['process'] },
    { why: 'G5: an interpreter was needed', facts: { openNeeds: ['interpreter'] }, gaps: ['needs'] },
    { why: 'G6: a BSL interpreter was needed', facts: { openNeeds: ['bsl_interpreter'] }, gaps: ['needs'] },
    { why: 'G4: no risk check, and the client did not decline it', facts: { riskAnswered: false }, gaps: ['risk'] },
    { why: 'I1: help was not discussed', facts: { supportDiscussed: false }, gaps: ['support'] },
    { why: 'G7: one of five options was not answered', facts: { unansweredOptions: 1 }, gaps: ['options'] },
    { why: 'S1: the pack was neither given nor declined', facts: { packAnswered: false }, gaps: ['support_pack'] },
  ])('$why', ({ facts, gaps }) => {
    expect(interviewGaps({ ...COMPLETE, ...facts })).toEqual(gaps)
  })

  it('is never hidden by another gap, and ends for good when it is answered', () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom(...(Object.keys(COMPLETE) as (keyof InterviewRecord)[])), (facts, fact) => {
        const before = interviewGaps(facts)
        const after = interviewGaps({ ...facts, [fact]: COMPLETE[fact] })
        expect(before.filter((gap) => after.includes(gap))).toEqual(after)
        expect(before.length - after.length).toBe(facts[fact] === COMPLETE[fact] || isSame(facts, fact) ? 0 : 1)
      }),
    )
  })

  it('is said with the clause that asks for it', () => {
    for (const { words, clause } of Object.values(INTERVIEW_GAPS)) {
      expect(words).toMatch(/^\p{Lu}/u)
      expect(clause).toMatch(/^[GRIS]\d$/)
    }
  })
})

const isSame = (facts: InterviewRecord, fact: keyof InterviewRecord) =>
  fact === 'openNeeds' && facts.openNeeds.length === 0
