import { describe, expect, test } from 'vitest'
import {
  checkReceived,
  contactabilityOf,
  decideAllocation,
  decideAlternativeContact,
  decideContact,
  decideSeriousness,
  findCasesOfLeaver,
  type Holder,
  isSerious,
} from './case.ts'

const now = new Date('2026-11-23T09:00:00Z')
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000)

const held = { agencyId: 'harthill', stage: 'open' as const, caseWorkerId: null, alternativeContactId: null }
const priya: Holder = { staffId: 'priya', agencyId: 'harthill', role: 'case_worker', active: true }

describe('contactabilityOf', () => {
  const rows = [
    { why: 'the client reports', reporterRole: 'victim', clientAware: true, is: 'possible' },
    { why: 'a client who reports is aware of it', reporterRole: 'victim', clientAware: false, is: 'possible' },
    { why: 'R2: a witness told the client', reporterRole: 'witness', clientAware: true, is: 'possible' },
    { why: 'R2: the client does not know', reporterRole: 'third_party', clientAware: false, is: 'client_unaware' },
    { why: 'R2: nobody gave a name', reporterRole: 'anonymous', clientAware: false, is: 'anonymous' },
  ] as const
  test.each(rows)('$why: $is', ({ reporterRole, clientAware, is }) => {
    expect(contactabilityOf({ reporterRole, clientAware })).toBe(is)
  })
})

describe('isSerious', () => {
  const rows = [
    { why: 'R4: the plain question was answered yes', violence: true, types: ['verbal_abuse'], is: true },
    {
      why: 'R4: arson is violence even if the question was missed',
      violence: false,
      types: ['arson_attempted_arson'],
      is: true,
    },
    { why: 'a threat without violence is not', violence: false, types: ['threats_intimidation'], is: false },
    { why: 'R4: a threat of violence is', violence: true, types: ['threats_intimidation'], is: true },
    { why: 'graffiti alone is not', violence: false, types: ['graffiti_offensive'], is: false },
  ] as const
  test.each(rows)('$why: $is', ({ violence, types, is }) => {
    expect(isSerious({ violence, types })).toBe(is)
  })
})

describe('checkReceived', () => {
  test('a call that just ended needs no reason', () => {
    expect(checkReceived({ receivedAt: ago(60), backdatedReason: '' }, now)).toEqual({
      ok: true,
      value: { backdated: false },
    })
  })

  test('a report keyed in later needs a reason', () => {
    const report = { receivedAt: ago(61), backdatedReason: '  ' }
    expect(checkReceived(report, now)).toEqual({ ok: false, refusal: { kind: 'backdated-without-reason' } })
    const told = { ...report, backdatedReason: 'The letter lay over the weekend' }
    expect(checkReceived(told, now)).toEqual({ ok: true, value: { backdated: true } })
  })

  test('nothing is received in the future', () => {
    const report = { receivedAt: ago(-1), backdatedReason: 'x' }
    expect(checkReceived(report, now)).toEqual({ ok: false, refusal: { kind: 'received-in-the-future' } })
  })
})

describe('decideAllocation', () => {
  test('R6: a case gets one named case worker of its own agency', () => {
    expect(decideAllocation(held, priya)).toEqual({
      ok: true,
      value: { caseWorkerId: 'priya', alternativeContactId: null },
    })
  })

  const rows = [
    { why: 'another agency’s worker', held, staff: { ...priya, agencyId: 'northgate' }, kind: 'other-agency' },
    { why: 'somebody who has left', held, staff: { ...priya, active: false }, kind: 'has-left' },
    {
      why: 'a coordinator, who sees no cases',
      held,
      staff: { ...priya, role: 'coordinator' },
      kind: 'role-holds-no-cases',
    },
    {
      why: 'an administrator, who sees no cases',
      held,
      staff: { ...priya, role: 'administrator' },
      kind: 'role-holds-no-cases',
    },
    { why: 'a closed case', held: { ...held, stage: 'closed' }, staff: priya, kind: 'case-closed' },
    {
      why: 'the same person again',
      held: { ...held, caseWorkerId: 'priya' },
      staff: priya,
      kind: 'already-allocated-to-them',
    },
  ] as const
  test.each(rows)('R6: refuses $why', (row) => {
    expect(decideAllocation(row.held, row.staff)).toMatchObject({ ok: false, refusal: { kind: row.kind } })
  })

  test('I6: the alternative contact who takes the case over stops being its alternative contact', () => {
    const withPriya = { ...held, caseWorkerId: 'tom', alternativeContactId: 'priya' }
    expect(decideAllocation(withPriya, priya)).toMatchObject({
      value: { caseWorkerId: 'priya', alternativeContactId: null },
    })
    const withJo = { ...withPriya, alternativeContactId: 'jo' }
    expect(decideAllocation(withJo, priya)).toMatchObject({ value: { alternativeContactId: 'jo' } })
  })
})

describe('decideAlternativeContact', () => {
  test('I6: is an active person of the same agency who is not the case worker', () => {
    const withTom = { ...held, caseWorkerId: 'tom' }
    expect(decideAlternativeContact(withTom, priya)).toEqual({ ok: true, value: { alternativeContactId: 'priya' } })
    const withPriya = { ...held, caseWorkerId: 'priya' }
    expect(decideAlternativeContact(withPriya, priya)).toEqual({ ok: false, refusal: { kind: 'is-the-case-worker' } })
    expect(decideAlternativeContact(withTom, { ...priya, active: false })).toMatchObject({
      refusal: { kind: 'has-left' },
    })
  })
})

describe('findCasesOfLeaver', () => {
  test('R6: open cases of somebody who leaves go back to the queue, closed ones stay as they are', () => {
    const theirs = { ...held, caseWorkerId: 'priya', alternativeContactId: 'tom' }
    const closed = { ...theirs, stage: 'closed' as const }
    const backedUp = { ...held, caseWorkerId: 'tom', alternativeContactId: 'priya' }
    expect(findCasesOfLeaver('priya', [theirs, closed, backedUp])).toEqual({
      toQueue: [theirs],
      withoutAlternative: [backedUp],
    })
  })
})

describe('decideContact', () => {
  const allocated = { caseWorkerId: 'priya', receivedAt: ago(300) }

  test('R3: says whether it keeps the standard', () => {
    const spoke = { contactedAt: ago(5), outcome: 'spoke' as const }
    expect(decideContact(allocated, spoke, now)).toEqual({ ok: true, value: { succeeded: true } })
    const sameMinute = { caseWorkerId: 'priya', receivedAt: new Date('2026-11-20T10:15:30Z') }
    const typed = { contactedAt: new Date('2026-11-20T10:15:00Z'), outcome: 'spoke' as const }
    expect(decideContact(sameMinute, typed, new Date('2026-11-20T10:16:00Z'))).toMatchObject({ ok: true })
    const tried = { contactedAt: ago(5), outcome: 'no_answer' as const }
    expect(decideContact(allocated, tried, now)).toEqual({ ok: true, value: { succeeded: false } })
  })

  const rows = [
    {
      why: 'R6: nobody is named for the case',
      held: { ...allocated, caseWorkerId: null },
      at: ago(5),
      kind: 'no-case-worker',
    },
    { why: 'it has not happened yet', held: allocated, at: ago(-1), kind: 'contacted-in-the-future' },
    {
      why: 'it would keep a standard before the report',
      held: allocated,
      at: ago(301),
      kind: 'contacted-before-received',
    },
  ] as const
  test.each(rows)('is refused when $why', (row) => {
    const contact = { contactedAt: row.at, outcome: 'spoke' as const }
    expect(decideContact(row.held, contact, now)).toEqual({ ok: false, refusal: { kind: row.kind } })
  })
})

describe('decideSeriousness', () => {
  const rows = [
    {
      why: 'R4: a case worker raises it with a reason',
      serious: false,
      mayLower: false,
      wanted: true,
      reason: 'A knife',
      kind: null,
    },
    {
      why: 'R4: a case worker cannot lower it',
      serious: true,
      mayLower: false,
      wanted: false,
      reason: 'Calm',
      kind: 'not-a-manager',
    },
    {
      why: 'R4: a manager lowers it with a reason',
      serious: true,
      mayLower: true,
      wanted: false,
      reason: 'Wrong case',
      kind: null,
    },
    { why: 'no reason', serious: true, mayLower: true, wanted: false, reason: ' ', kind: 'reason-missing' },
    { why: 'no change', serious: true, mayLower: true, wanted: true, reason: 'Again', kind: 'nothing-changes' },
  ] as const
  test.each(rows)('$why: $kind', ({ serious, mayLower, wanted, reason, kind }) => {
    const decided = decideSeriousness({ serious, mayLower }, { serious: wanted, reason })
    expect(decided.ok ? null : decided.refusal.kind).toBe(kind)
  })
})
