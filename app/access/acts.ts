import type { ColumnOf, TableName } from '../../db/schema/tables.ts'
import type { ActorRole } from '../domain/partnership/actor.ts'
import type { ColumnsIn, Predicate, Verb } from './policy/policy-rule.ts'

interface Act<Table extends TableName = TableName> {
  table: Table
  /** What the policy of the table must allow besides. */
  writes: Verb
  roles: readonly ActorRole[]
  when: Predicate<ColumnOf<Table>>
}

const ofOwnAgency = { ownAgency: 'agencyId' } as const

/**
 * What only some of those may do who may write the row. SQL knows four verbs and cannot tell allocating a case from
 * correcting it, so CASL alone decides these; each is allowed only where the policy lets the actor write the row.
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
  /** Takes a deadline out of the count, which changes what the agency publishes about itself. */
  except: { table: 'clock', writes: 'update', roles: ['manager'], when: ofOwnAgency },
  explainLateness: { table: 'clock', writes: 'update', roles: ['manager'], when: ofOwnAgency },
} as const satisfies Record<string, Act<'caseFile'> | Act<'clock'>>

type ActName = keyof typeof ACTS

/** The acts there are on rows of a table. */
export type ActOn<Table extends TableName> = {
  [Name in ActName]: (typeof ACTS)[Name]['table'] extends Table ? Name : never
}[ActName]

/** The columns by which acts on a table decide. */
export type ActColumn<Table extends TableName> = ColumnsIn<(typeof ACTS)[ActOn<Table>]['when']>
