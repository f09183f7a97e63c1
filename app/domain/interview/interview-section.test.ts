import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  ACCOUNT_PROMPT_IDS,
  ACCOUNT_PROMPTS,
  countAnswered,
  INTERVIEW_SECTION_IDS,
  type InterviewSection,
  type SectionAnswers,
  type SectionProgress,
  sectionProgress,
} from './interview-section.ts'

describe('how far a section is', () => {
  it.each<{ section: InterviewSection; answers?: SectionAnswers; open?: number; is: SectionProgress; why: string }>([
    { section: 'process', is: 'to_do', why: 'nothing is saved' },
    {
      section: 'process',
      answers: { explainedOn: '2026-11-26', ways: [], format: '' },
      is: 'in_progress',
      why: 'R7 asks how',
    },
    {
      section: 'process',
      answers: { explainedOn: '2026-11-26', ways: ['said'], format: 'easy_read' },
      is: 'done',
      why: 'R7 is answered',
    },
    { section: 'needs', is: 'done', why: 'the client has no needs' },
    { section: 'needs', open: 1, is: 'to_do', why: 'a need is open' },
    { section: 'needs', answers: {}, open: 1, is: 'in_progress', why: 'one of two needs is answered' },
    {
      section: 'account',
      answers: { what: 'He shouted' },
      is: 'in_progress',
      why: 'the writer has not said that it is done',
    },
    { section: 'account', answers: { accountDone: 'yes' }, is: 'done', why: 'I7: no answer is required' },
    {
      section: 'support',
      answers: { supportDiscussed: 'client_declined' },
      is: 'done',
      why: 'the client did not want to',
    },
    { section: 'wishes', answers: { wishes: '' }, is: 'in_progress', why: 'no wish is written' },
    {
      section: 'encouragement',
      answers: { givenOn: '2026-11-26', benefits: ['safer'], response: 'wants_time' },
      is: 'done',
      why: 'G9 is answered',
    },
    {
      section: 'encouragement',
      answers: { response: 'wants_time' },
      is: 'in_progress',
      why: 'G9 asks for the day and the benefits',
    },
  ])('$section: $is, because $why', ({ section, answers, open = 0, is }) => {
    expect(sectionProgress(section, answers, open)).toBe(is)
  })

  it('is to do for each section at first, apart from needs that nobody has', () => {
    const begun = INTERVIEW_SECTION_IDS.filter((id) => sectionProgress(id, undefined, 0) !== 'to_do')
    expect(begun).toEqual(['needs'])
  })
})

it('I7: each prompt that is answered is counted once, and more answers never count for less', () => {
  const anyAnswers = fc.dictionary(fc.constantFrom(...ACCOUNT_PROMPT_IDS), fc.constantFrom('', 'Said'))
  fc.assert(
    fc.property(anyAnswers, fc.constantFrom(...ACCOUNT_PROMPT_IDS), (answers, more) => {
      const count = (of: SectionAnswers) => countAnswered({ account: of, background: of })
      expect(count(answers)).toBe(Object.values(answers).filter((text) => text === 'Said').length)
      expect(count({ ...answers, [more]: 'Said' })).toBeGreaterThanOrEqual(count(answers))
    }),
  )
})

it('G1: no prompt asks the client to prove why it happened', () => {
  expect(JSON.stringify(ACCOUNT_PROMPTS)).not.toMatch(/motiv|prove|reason why/i)
})
