import { describe, expect, test } from 'vitest'
import {
  type Actor,
  type ActorRole,
  CASE_ROLES,
  type ClientActor,
  STAFF_ROLES,
  type StaffRole,
} from '../domain/partnership/actor.ts'
import { DECIDED_BY } from '../domain/partnership/second-person.ts'
import { alternativesOf, ifMay, judgeBy, permissionsBy, permissionsOf, rolesThatMayEver } from './ability.ts'
import { ACTS } from './acts.ts'
import { RULES } from './policy/policy.ts'

const HERE = 'a0000000-0000-4000-8000-000000000001'
const THERE = 'a0000000-0000-4000-8000-000000000002'
const SAM = 'b0000000-0000-4000-8000-000000000001'
const ADA = 'b0000000-0000-4000-8000-000000000002'

function as(role: Actor['role'], staffId = SAM) {
  return permissionsOf({ role, agencyId: HERE, staffId })
}

const ANCA: ClientActor = { role: 'client', agencyId: HERE, clientId: 'c0000000-0000-4000-8000-000000000001' }

/** Only the columns that rules ask about; the rest of a row decides nothing. */
function part(columns: object) {
  return columns as never
}

describe('permissionsOf', () => {
  test.each([
    { role: 'case_worker', agencyId: HERE, may: true, why: 'a case of the own agency' },
    { role: 'case_worker', agencyId: THERE, may: false, why: 'a case of another agency' },
    { role: 'coordinator', agencyId: HERE, may: false, why: 'counts only' },
    { role: 'cohesion_officer', agencyId: HERE, may: false, why: 'counts only' },
    { role: 'administrator', agencyId: HERE, may: false, why: 'no case content' },
  ] as const)('$role, $why: $may', ({ role, agencyId, may }) => {
    expect(as(role).may('select', 'caseFile', part({ agencyId }))).toBe(may)
  })

  test.each([
    { fromAgencyId: HERE, toAgencyId: THERE, sentAt: null, may: true, why: 'the sender, not sent yet' },
    { fromAgencyId: THERE, toAgencyId: HERE, sentAt: null, may: false, why: 'the recipient, not sent yet' },
    { fromAgencyId: THERE, toAgencyId: HERE, sentAt: new Date(0), may: true, why: 'the recipient, sent' },
    { fromAgencyId: THERE, toAgencyId: THERE, sentAt: new Date(0), may: false, why: 'neither party' },
  ])('a referral exists for $why: $may', ({ may, why: _, ...referral }) => {
    expect(as('case_worker').may('select', 'referral', part(referral))).toBe(may)
  })

  test('a manager authorises what somebody else asked for, and never their own request', () => {
    const asked = { agencyId: HERE, requestedBy: SAM, decision: 'asked' }
    expect(as('manager', ADA).may('update', 'consentOverride', part(asked))).toBe(true)
    expect(as('manager', SAM).may('update', 'consentOverride', part(asked))).toBe(false)
    expect(as('manager', ADA).may('update', 'consentOverride', part({ ...asked, requestedBy: null }))).toBe(false)
  })

  test('a menu may ask whether there is any rule at all', () => {
    expect(as('coordinator').mayEver('select', 'caseFile')).toBe(false)
    expect(as('case_worker').mayEver('select', 'caseFile')).toBe(true)
  })

  test('are built once for each actor object, so once in a request', () => {
    const actor: Actor = { role: 'manager', agencyId: HERE, staffId: SAM }
    expect(permissionsOf(actor)).toBe(permissionsOf(actor))
    expect(permissionsOf({ ...actor })).not.toBe(permissionsOf(actor))
  })

  test('ask for every column by which a rule of the table decides', () => {
    const { may } = as('manager')
    // @ts-expect-error Without these columns CASL would answer about a row that nobody has read.
    expect(may('update', 'consentOverride', { agencyId: HERE })).toBe(false)
  })

  test('without an agency or a person nobody gets an ability', () => {
    expect(() => permissionsOf({ role: 'manager', agencyId: '', staffId: SAM })).toThrow('has an agency')
    expect(() => permissionsOf({ role: 'manager', agencyId: HERE, staffId: '' })).toThrow('has an agency')
  })
})

describe('a client', () => {
  const { clientId } = ANCA
  const rulesOfClients = RULES.filter(({ roles }) => roles.includes('client'))

  test.each([
    { row: { agencyId: HERE, clientId }, may: true, why: 'their own row' },
    { row: { agencyId: HERE, clientId: 'c0000000-0000-4000-8000-000000000002' }, may: false, why: 'another client' },
    { row: { agencyId: THERE, clientId }, may: false, why: 'another agency' },
    { row: { agencyId: HERE, clientId: null }, may: false, why: 'nobody’s row' },
  ])('reads $why: $may', ({ row, may }) => {
    expect(permissionsOf(ANCA).may('select', 'client', row)).toBe(may)
  })

  test('may do nothing but read, and each rule of theirs is theirs alone and asks for the agency and the client', () => {
    expect(rulesOfClients.length).toBeGreaterThan(0)
    for (const { table, roles, verbs, when } of rulesOfClients) {
      expect({ table, roles, verbs }).toEqual({ table, roles: ['client'], verbs: ['select'] })
      expect(when).toEqual({ all: expect.arrayContaining([{ ownAgency: 'agencyId' }, { ownClient: 'clientId' }]) })
    }
    expect(Object.values(ACTS).filter(({ roles }) => (roles as readonly ActorRole[]).includes('client'))).toEqual([])
  })

  test('is nobody among staff: a rule for one’s own rows gives them none', () => {
    const own = [{ table: 'draft', roles: ['client'], verbs: ['select'], when: { own: 'staffId' } }] as const
    const { may } = permissionsBy(own, ANCA)
    expect(may('select', 'draft', { agencyId: HERE, staffId: SAM })).toBe(false)
    expect(may('select', 'draft', { agencyId: HERE, staffId: null })).toBe(false)
  })

  test('is not a member of staff to whom somebody gave the rules of clients', () => {
    const loose = rulesOfClients.map((rule) => ({ ...rule, roles: ['manager', 'client'] as const }))
    const { may } = permissionsBy(loose, { role: 'manager', agencyId: HERE, staffId: SAM })
    expect(may('select', 'client', { agencyId: HERE, clientId })).toBe(false)
    expect(may('select', 'client', part({ agencyId: HERE }))).toBe(false)
  })

  test('without a client’s id gets no ability', () => {
    expect(() => permissionsOf({ ...ANCA, clientId: '' })).toThrow('has an agency')
  })
})

describe('ifMay', () => {
  test.each([
    { row: { agencyId: HERE, caseWorkerId: null }, gives: true, why: 'a row one may act on' },
    { row: { agencyId: THERE, caseWorkerId: null }, gives: false, why: 'a row one may not act on' },
    { row: undefined, gives: false, why: 'a row that does not exist' },
  ])('$why: $gives', ({ row, gives }) => {
    const actor: Actor = { role: 'case_worker', agencyId: HERE, staffId: SAM }
    expect(ifMay(actor, 'update', 'caseFile', row)).toBe(gives ? row : undefined)
  })
})

describe('an act', () => {
  const free = { agencyId: HERE, caseWorkerId: null, requestedBy: ADA, decision: 'asked' }

  test.each([
    { act: 'allocate', role: 'manager', row: { ...free, caseWorkerId: ADA }, may: true },
    { act: 'allocate', role: 'case_worker', row: free, may: false },
    { act: 'take', role: 'case_worker', row: free, may: true },
    { act: 'take', role: 'case_worker', row: { ...free, caseWorkerId: ADA }, may: false },
    { act: 'take', role: 'case_worker', row: { ...free, agencyId: THERE }, may: false },
    { act: 'lowerSeriousness', role: 'manager', row: free, may: true },
    { act: 'lowerSeriousness', role: 'case_worker', row: free, may: false },
    { act: 'lowerSeriousness', role: 'coordinator', row: free, may: false },
  ] as const)('$act by a $role: $may', ({ act, role, row, may }) => {
    expect(as(role).may(act, 'caseFile', row)).toBe(may)
  })

  test.each(['except', 'explainLateness'] as const)('%s is a manager’s, in their own agency', (act) => {
    expect(as('manager').may(act, 'clock', { agencyId: HERE })).toBe(true)
    expect(as('manager').may(act, 'clock', { agencyId: THERE })).toBe(false)
    expect(as('case_worker').may(act, 'clock', { agencyId: HERE })).toBe(false)
  })

  test('is gone with the rule that lets its row be written', () => {
    for (const [name, { table, writes }] of Object.entries(ACTS)) {
      const rules = RULES.map((rule) =>
        rule.table === table ? { ...rule, verbs: rule.verbs.filter((verb) => verb !== writes) } : rule,
      )
      const manager: Actor = { role: 'manager', agencyId: HERE, staffId: SAM }
      const [full, less] = [permissionsOf({ ...manager }), permissionsBy(rules, manager)]
      expect([name, full.may(name as 'allocate', table as 'caseFile', free)]).toEqual([name, true])
      expect([name, less.may(name as 'allocate', table as 'caseFile', free)]).toEqual([name, false])
      expect(less.mayEver(name as 'allocate', table as 'caseFile')).toBe(false)
    }
  })
})

describe('lists of roles', () => {
  test('are those of the policy', () => {
    expect(rolesThatMayEver('update', 'caseFile')).toEqual(CASE_ROLES)
    expect(rolesThatMayEver('update', 'referral')).toEqual(CASE_ROLES)
    expect(rolesThatMayEver('allocate', 'caseFile')).toEqual(['manager'])
  })

  test('of those who decide as the second person agree with the policy', () => {
    const asked = { agencyId: HERE, requestedBy: ADA, decision: 'asked', usedAt: null, decidedBy: null }
    const decides = (Object.keys(STAFF_ROLES) as StaffRole[]).filter((role) =>
      as(role).may('update', 'consentOverride', asked),
    )
    expect(decides).toEqual(DECIDED_BY.override)
    expect(rolesThatMayEver('decide', 'decisionRequest')).toEqual(DECIDED_BY.decision)
    expect(rolesThatMayEver('update', 'hotspotDraft').sort()).toEqual(DECIDED_BY.release)
    expect(rolesThatMayEver('update', 'releaseRule').sort()).toEqual(DECIDED_BY.rules)
  })
})

test('an actor judged by other rules is judged by them from then on', () => {
  const actor: Actor = { role: 'case_worker', agencyId: HERE, staffId: SAM }
  judgeBy([], actor)
  expect(permissionsOf(actor).may('select', 'caseFile', { agencyId: HERE, caseWorkerId: null })).toBe(false)
})

describe('alternativesOf', () => {
  const actor: Actor = { role: 'manager', agencyId: HERE, staffId: SAM }

  test('spreads every either-or, so that no condition holds an operator CASL would pass over', () => {
    expect(alternativesOf({ all: [{ ownAgency: 'a' }, { any: [{ is: ['r', 'x'] }, { empty: 'e' }] }] }, actor)).toEqual(
      [
        { a: { $eq: HERE }, r: { $eq: 'x' } },
        { a: { $eq: HERE }, e: { $eq: null } },
      ],
    )
  })

  test('refuses two conditions of one kind on one column, of which CASL would keep only one', () => {
    expect(() => alternativesOf({ all: [{ is: ['r', 'x'] }, { is: ['r', 'y'] }] }, actor)).toThrow(
      'Two conditions on r',
    )
  })

  test('no rule of the policy leaves a value out', () => {
    for (const role of [...Object.keys(STAFF_ROLES), 'system', 'sign_in', 'client'] as ActorRole[]) {
      const mine = RULES.filter((rule) => rule.roles.includes(role))
      const asked = role === 'client' ? ANCA : { ...actor, role }
      const values = mine
        .flatMap(({ when, check }) => [when, check ?? when])
        .flatMap((predicate) => alternativesOf(predicate, asked))
        .flatMap((conditions) => Object.values(conditions).flatMap((asked) => Object.values(asked)))
      expect(values).not.toContain(undefined)
    }
  })
})
