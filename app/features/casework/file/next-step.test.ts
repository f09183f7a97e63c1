import { describe, expect, it } from 'vitest'
import type { CalendarDay } from '../../../domain/time/calendar-day.ts'
import { nextStepOf } from './next-step.ts'

type Facts = Parameters<typeof nextStepOf>[0]

const UNSENT = { title: 'Refer to Unity Steps', action: { href: '/cases/case/refer?to=u' } }
/** All that the standard asks up to the acknowledgement is done. */
const DONE: Facts['progress']['work'] = {
  hasCaseWorker: true,
  alternativeContact: 'named',
  interview: null,
  risk: { recheckOn: '2026-12-14' as CalendarDay, recheckWhy: 'time' },
  unansweredOptions: 0,
  packMissing: 0,
  plan: { draft: false, missing: [], nextContactOn: '2026-12-07' as CalendarDay },
  acknowledged: true,
}
const ALLOCATED: Facts = {
  caseId: 'case',
  stage: 'open',
  contactability: 'possible',
  caseWorkerId: 'worker',
  contacted: false,
  unsafeContact: false,
  contactLine: 'Due today',
  consents: 0,
  unsent: [],
  referrals: { draftId: null, newsId: null, declined: null, all: 0 },
  authorised: null,
  actions: ['take'],
  agency: { kind: 'victim_support', investigates: true },
  clocks: [],
  today: '2026-11-30' as CalendarDay,
  progress: { reached: ['reported', 'contacted', 'interviewed', 'plan_agreed'], work: DONE, repairs: [] },
}
const CONTACTED: Facts = { ...ALLOCATED, contacted: true, contactLine: null }
const AGREED: Facts = { ...CONTACTED, consents: 1, unsent: [UNSENT] }

function next(facts: Facts) {
  return nextStepOf(facts)?.href ?? null
}

describe('the next step of a case', () => {
  it.each([
    { why: 'somebody has it (R6)', facts: { ...ALLOCATED, caseWorkerId: null }, href: '/cases/case/allocate' },
    { why: 'the client is reached (R3)', facts: ALLOCATED, href: '/cases/case/contacts/new' },
    { why: 'help from another agency is offered after the first contact', facts: CONTACTED, href: '/cases/case/refer' },
    {
      why: 'a client whose referral needed no consent says what may be shared',
      facts: { ...CONTACTED, referrals: { draftId: null, newsId: null, declined: null, all: 1 } },
      href: '/cases/case/consents/new',
    },
    { why: 'the client is referred as agreed (I2)', facts: AGREED, href: UNSENT.action.href },
    {
      why: 'what was decided is sent (I2)',
      facts: { ...AGREED, referrals: { draftId: 'r1', newsId: null, declined: null, all: 1 } },
      href: '/sent/r1',
    },
    {
      why: 'the client knows the result',
      facts: { ...AGREED, referrals: { draftId: null, newsId: 'r2', declined: null, all: 1 } },
      href: '/sent/r2',
    },
    {
      why: 'the client is contacted again after a further incident (R4)',
      facts: { ...AGREED, contactLine: 'Due tomorrow' },
      href: '/cases/case/contacts/new',
    },
    {
      why: 'what was declined is sent elsewhere',
      facts: {
        ...AGREED,
        referrals: {
          draftId: null,
          newsId: null,
          declined: { referralId: 'r3', words: 'Choose another agency' },
          all: 1,
        },
      },
      href: '/sent/r3/reroute',
    },
    {
      why: 'what a manager authorised without consent is sent, also before the client is reached',
      facts: { ...ALLOCATED, authorised: { agencyName: 'Beacon Victim Care', href: '/cases/case/refer?to=b' } },
      href: '/cases/case/refer?to=b',
    },
  ])('is that $why', ({ facts, href }) => {
    expect(next(facts)).toBe(href)
  })

  it.each([
    { why: 'it is closed', facts: { ...ALLOCATED, stage: 'closed' as const } },
    { why: 'contact is not possible (R2)', facts: { ...ALLOCATED, contactability: 'anonymous' as const } },
    { why: 'the client said no to sharing', facts: { ...CONTACTED, consents: 1 } },
    {
      why: 'a referral is on its way',
      facts: {
        ...CONTACTED,
        consents: 1,
        referrals: { draftId: null, newsId: null, declined: null, all: 1 },
      },
    },
  ])('is none when $why', ({ facts }) => {
    expect(next(facts)).toBeNull()
  })

  it('says how long there is to reach the client (R3)', () => {
    expect(nextStepOf(ALLOCATED)?.why).toBe('The client has not been reached yet. Due today.')
  })

  it('is to allocate for a manager and to take for a case worker (R6)', () => {
    const unallocated = { ...ALLOCATED, caseWorkerId: null }
    expect(nextStepOf({ ...unallocated, actions: ['allocate', 'take'] })?.label).toBe('Allocate this case')
    expect(nextStepOf(unallocated)?.label).toBe('Take this case')
    expect(nextStepOf({ ...unallocated, actions: [] })).toBeNull()
  })

  const work = (more: Partial<typeof DONE>, facts: Partial<Facts> = {}): Facts => {
    const reached: Facts['progress']['reached'] = ['reported', 'contacted']
    return { ...CONTACTED, ...facts, progress: { reached, repairs: [], work: { ...DONE, ...more } } }
  }
  const INTERVIEW = { interviewId: 'i', startsAt: new Date('2026-12-01T10:00:00Z'), openNeeds: 1 }
  const graffiti = {
    ...{ repairId: 'g', kind: 'graffiti' as const, damage: '', completedAt: null, state: 'reported' as const },
    ...{ reportedAt: new Date('2026-11-30T07:00:00Z'), dueAt: new Date('2026-12-01T07:00:00Z') },
  }
  const running = (facts: Facts): Facts => ({ ...facts, progress: { ...facts.progress, repairs: [graffiti] } })
  const interviewed = (more: Partial<typeof DONE>): Facts => {
    const facts = work(more)
    return { ...facts, progress: { ...facts.progress, reached: ['reported', 'contacted', 'interviewed'] } }
  }
  const agreed = (more: Partial<typeof DONE>): Facts => {
    const facts = { ...CONTACTED, consents: 1 }
    return { ...facts, progress: { ...facts.progress, work: { ...DONE, ...more } } }
  }
  const draft = { ...DONE.plan, draft: true }
  const due = { ...DONE.plan, nextContactOn: '2026-11-30' as CalendarDay }

  it.each([
    [
      'R8: what has hours to run comes before all else',
      running({ ...ALLOCATED, caseWorkerId: null }),
      'See to the graffiti',
    ],
    ['R5: the client chooses where to meet', work({}), 'Arrange the interview'],
    ['I7: an arranged interview is held', work({ interview: INTERVIEW }), 'Prepare the interview'],
    ['I2: what was decided is sent before the interview', work({}, AGREED), 'Refer to Unity Steps'],
    ['G4: the risk is checked', interviewed({ risk: null }), 'Check the risk'],
    ['G7: each option has an answer', interviewed({ unansweredOptions: 2 }), 'Answer the five options'],
    ['S1: the pack is offered', interviewed({ packMissing: 5 }), 'Give the support pack'],
    ['I6: the client has a second name', interviewed({ alternativeContact: 'missing' }), 'Name an alternative contact'],
    ['I3: a plan is written', interviewed({}), 'Write the action plan'],
    [
      'I3: a plan is finished',
      interviewed({ plan: { ...draft, missing: ['Add an action'] } }),
      'Finish the action plan',
    ],
    ['I4: a plan is signed', interviewed({ plan: draft }), 'Sign the action plan'],
    ['I4: a signed plan is acknowledged', agreed({ acknowledged: false }), 'Send the acknowledgement'],
    [
      'I4: a deadline comes before the rest',
      interviewed({ acknowledged: false, risk: null }),
      'Send the acknowledgement',
    ],
    ['I5: the client is contacted as agreed', agreed({ plan: due }), 'Contact the client as agreed'],
    [
      'G4: the risk is checked again',
      agreed({ risk: { recheckOn: '2026-11-30' as CalendarDay, recheckWhy: 'time' } }),
      'Check the risk again',
    ],
  ])('%s', (_why, facts, label) => {
    expect(nextStepOf(facts)?.label).toBe(label)
  })

  it('asks no interview of a reporting centre, which refers on', () => {
    expect(nextStepOf(work({}, { agency: { kind: 'reporting_centre', investigates: false } }))?.label).toBe(
      'Refer to another agency',
    )
  })
})
