import { describe, expect, test } from 'vitest'
import { type Actor, type ActorRole, STAFF_ROLES } from '../domain/partnership/actor.ts'
import { alternativesOf, permissionsOf } from './ability.ts'
import { RULES } from './policy.ts'

const HERE = 'a0000000-0000-4000-8000-000000000001'
const THERE = 'a0000000-0000-4000-8000-000000000002'
const SAM = 'b0000000-0000-4000-8000-000000000001'
const ADA = 'b0000000-0000-4000-8000-000000000002'

function as(role: ActorRole, staffId = SAM) {
  return permissionsOf({ role, agencyId: HERE, staffId })
}

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

  test('without an agency or a person nobody gets an ability', () => {
    expect(() => permissionsOf({ role: 'manager', agencyId: '', staffId: SAM })).toThrow('has an agency')
    expect(() => permissionsOf({ role: 'manager', agencyId: HERE, staffId: '' })).toThrow('has an agency')
  })
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
    for (const role of Object.keys(STAFF_ROLES) as ActorRole[]) {
      const mine = RULES.filter((rule) => rule.roles.includes(role))
      const values = mine
        .flatMap(({ when, check }) => [when, check ?? when])
        .flatMap((predicate) => alternativesOf(predicate, { ...actor, role }))
        .flatMap((conditions) => Object.values(conditions).flatMap((asked) => Object.values(asked)))
      expect(values).not.toContain(undefined)
    }
  })
})
