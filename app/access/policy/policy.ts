import type { TableName } from '../../../db/schema/tables.ts'
import { CASEWORK_POLICY } from './casework-policy.ts'
import { FILE_POLICY } from './file-policy.ts'
import { HOTSPOT_POLICY } from './hotspot-policy.ts'
import { INTERVIEW_POLICY } from './interview-policy.ts'
import { OPTION_POLICY } from './option-policy.ts'
import { PAPERS_POLICY } from './papers-policy.ts'
import { PLAN_POLICY } from './plan-policy.ts'
import { type ColumnsIn, type Predicate, type Rule, STAFF, type TablePolicy } from './policy-rule.ts'
import { REPAIR_POLICY } from './repair-policy.ts'
import { RISK_POLICY } from './risk-policy.ts'

const EVERYBODY = [...STAFF, 'system', 'sign_in'] as const

const ownAndMine = { all: [{ ownAgency: 'agencyId' }, { own: 'staffId' }] } as const satisfies Predicate
/**
 * The staff whom a manager may invite and change. Only the administrator may create managers: with a second account a
 * manager could authorise their own requests. Nobody may change their own row, so nobody can give themselves another
 * role.
 */
const ownCaseworkers = {
  all: [{ ownAgency: 'agencyId' }, { is: ['role', 'case_worker'] }],
} as const satisfies Predicate
const asSignIn = { roles: ['sign_in'], verbs: ['select', 'insert', 'update'], when: 'any row' } as const
/** Deleting rows by age needs permission to read their age. */
const expiredRows = { roles: ['system'], verbs: ['select', 'delete'], when: { ownAgency: 'agencyId' } } as const
const expiredSignInRows = { roles: ['sign_in'], verbs: ['delete'], when: 'any row' } as const

/**
 * The only source of who may see and do what, together with the tables in the files beside it. A table without a
 * policy cannot be reached, and a test fails. Rules only permit; none forbids. Only expired rows may be deleted
 * (drafts, sessions, codes, keys of forms) and search keys, which are calculated again.
 */
const DECLARED = {
  ...CASEWORK_POLICY,
  ...FILE_POLICY,
  ...HOTSPOT_POLICY,
  ...REPAIR_POLICY,
  ...OPTION_POLICY,
  ...PAPERS_POLICY,
  ...RISK_POLICY,
  ...INTERVIEW_POLICY,
  ...PLAN_POLICY,
  agency: {
    updatable: [
      'name',
      'initials',
      'offers',
      'strands',
      'purposes',
      'wards',
      'hours',
      'takesReferrals',
      'dutyEmail',
      'dutyPhone',
    ],
    rules: [
      { roles: EVERYBODY, verbs: ['select'], when: 'any row' },
      { roles: ['administrator'], verbs: ['insert', 'update'], when: 'any row' },
      { roles: ['manager'], verbs: ['update'], when: { ownAgency: 'agencyId' } },
    ],
  },
  staff: {
    // The e-mail address may not change, because two accounts with one mailbox count as one person where two must
    // decide.
    updatable: ['name', 'role', 'jobTitle', 'phone', 'active', 'leftAt'],
    rules: [
      { roles: [...STAFF, 'system'], verbs: ['select'], when: { ownAgency: 'agencyId' } },
      { roles: ['sign_in'], verbs: ['select'], when: 'any row' },
      { roles: ['administrator'], verbs: ['select', 'insert'], when: 'any row' },
      { roles: ['administrator'], verbs: ['update'], when: { notOwn: 'staffId' } },
      { roles: ['manager'], verbs: ['insert'], when: ownCaseworkers },
      { roles: ['manager'], verbs: ['update'], when: { all: [ownCaseworkers, { notOwn: 'staffId' }] } },
      {
        // Only for marking a leaver, in one transaction with the leaver's cases, which an administrator may not see.
        roles: ['system'],
        verbs: ['update'],
        when: { ownAgency: 'agencyId' },
        check: { all: [{ ownAgency: 'agencyId' }, { is: ['active', false] }] },
      },
    ],
  },
  credential: {
    updatable: ['passwordHash', 'totpSecret', 'totpEnrolledAt', 'totpLastStep'],
    rules: [asSignIn],
  },
  recoveryCode: { updatable: ['usedAt'], rules: [asSignIn, expiredSignInRows] },
  invitation: {
    updatable: ['usedAt', 'mailedAt'],
    rules: [
      { ...asSignIn, verbs: ['select', 'update'] },
      { roles: ['system'], verbs: ['select', 'update'], when: { ownAgency: 'agencyId' } },
      { roles: ['administrator'], verbs: ['select', 'insert'], when: 'any row' },
      { roles: ['manager'], verbs: ['select'], when: { ownAgency: 'agencyId' } },
      { roles: ['manager'], verbs: ['insert'], when: ownCaseworkers },
    ],
  },
  session: { updatable: ['confined', 'idleExpiresAt', 'absoluteExpiresAt'], rules: [asSignIn, expiredSignInRows] },
  auditHead: { updatable: [], rules: [] },
  draft: {
    updatable: ['fields', 'savedAt'],
    rules: [{ roles: STAFF, verbs: ['select', 'insert', 'update', 'delete'], when: ownAndMine }, expiredRows],
  },
  idempotency: {
    updatable: ['answer'],
    rules: [
      { roles: [...STAFF, 'system', 'sign_in'], verbs: ['select', 'insert', 'update'], when: ownAndMine },
      expiredRows,
    ],
  },
  notification: {
    updatable: ['mailId', 'claimedAt', 'tries', 'sentAt', 'readAt'],
    rules: [
      {
        roles: STAFF,
        verbs: ['select', 'update'],
        when: { all: [{ ownAgency: 'agencyId' }, { any: [{ own: 'staffId' }, { empty: 'staffId' }] }] },
      },
      { roles: ['system'], verbs: ['select', 'insert', 'update'], when: { ownAgency: 'agencyId' } },
    ],
  },
  notificationChoice: {
    updatable: ['how'],
    rules: [
      { roles: STAFF, verbs: ['select', 'insert', 'update'], when: ownAndMine },
      { roles: ['system'], verbs: ['select'], when: { ownAgency: 'agencyId' } },
    ],
  },
  demoMail: {
    updatable: [],
    rules: [
      { roles: STAFF, verbs: ['select'], when: { ownAgency: 'agencyId' } },
      { roles: ['system'], verbs: ['select', 'insert'], when: { ownAgency: 'agencyId' } },
    ],
  },
  bankHoliday: {
    updatable: [],
    rules: [
      { roles: EVERYBODY, verbs: ['select'], when: 'any row' },
      { roles: ['administrator'], verbs: ['insert'], when: 'any row' },
    ],
  },
  setting: {
    updatable: ['value', 'changedAt'],
    rules: [
      { roles: EVERYBODY, verbs: ['select'], when: 'any row' },
      { roles: ['administrator'], verbs: ['insert', 'update'], when: 'any row' },
    ],
  },
  rateLimit: { updatable: [], rules: [] },
} as const satisfies Policy

type Policy = { [Table in TableName]: TablePolicy<Table> }

export const POLICY: Policy = DECLARED

type RulesOf<Table extends TableName> = (typeof DECLARED)[Table]['rules'][number]

/** The columns that the rules of a table read. A row must have them before a permission can be checked. */
export type DecidingColumn<Table extends TableName> =
  | ColumnsIn<RulesOf<Table>['when']>
  | (RulesOf<Table> extends infer Each ? (Each extends { check: infer Check } ? ColumnsIn<Check> : never) : never)

/** The rules of all tables as a flat list, for the compilers and the tests. */
export const RULES: readonly Rule[] = Object.entries(POLICY).flatMap(([table, { rules }]) =>
  rules.map((rule) => ({ table: table as TableName, ...rule })),
)
