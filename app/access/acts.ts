import type { ColumnOf, TableName } from '../../db/schema/tables.ts'
import type { ActorRole } from '../domain/partnership/actor.ts'
import type { ColumnsIn, Predicate, Verb } from './policy/policy-rule.ts'

interface Act<Table extends TableName = TableName> {
  table: Table
  /** What the policy must also allow on the row. */
  writes: Verb
  roles: readonly ActorRole[]
  when: Predicate<ColumnOf<Table>>
}

const ofOwnAgency = { ownAgency: 'agencyId' } as const

/**
 * Acts that only some of the people who may write a row may do. Row-level security knows only SQL's four verbs and
 * cannot tell allocating a case from correcting it, so CASL alone decides these. An act also needs the policy to allow
 * the write.
 */
export const ACTS = {
  /** Names the case worker of any case (R6). */
  allocate: { table: 'caseFile', writes: 'update', roles: ['manager'], when: ofOwnAgency },
  /** Becomes the case worker of a case that has none. */
  take: {
    table: 'caseFile',
    writes: 'update',
    roles: ['case_worker', 'manager'],
    when: { all: [ofOwnAgency, { empty: 'caseWorkerId' }] },
  },
  /** Removes the "serious" mark, which gives the agency more time. */
  lowerSeriousness: { table: 'caseFile', writes: 'update', roles: ['manager'], when: ofOwnAgency },
  /** Excludes a deadline from the count, which changes the figures that the agency publishes. */
  except: { table: 'clock', writes: 'update', roles: ['manager'], when: ofOwnAgency },
  /** Says yes or no to what a colleague asks for, or asks back. */
  decide: {
    table: 'decisionRequest',
    writes: 'update',
    roles: ['manager'],
    when: { all: [ofOwnAgency, { notOwn: 'requestedBy' }, { is: ['decision', 'asked'] }] },
  },
  explainLateness: { table: 'clock', writes: 'update', roles: ['manager'], when: ofOwnAgency },
} as const satisfies Record<string, Act<'caseFile'> | Act<'clock'> | Act<'decisionRequest'>>

type ActName = keyof typeof ACTS

export type ActOn<Table extends TableName> = {
  [Name in ActName]: (typeof ACTS)[Name]['table'] extends Table ? Name : never
}[ActName]

export type ActColumn<Table extends TableName> = ColumnsIn<(typeof ACTS)[ActOn<Table>]['when']>
