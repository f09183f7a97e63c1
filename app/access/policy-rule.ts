import type { ColumnOf, TableName } from '../../db/schema/tables.ts'
import type { ActorRole } from '../domain/partnership/actor.ts'

/** What a rule asks of a row; compiled to CASL conditions and to SQL, so it can say only what both can say. */
export type Predicate<Column extends string = string> =
  | { ownAgency: Column }
  | { own: Column }
  | { notOwn: Column }
  | { is: [column: Column, value: string | boolean] }
  | { filled: Column }
  | { empty: Column }
  | { all: Predicate<Column>[] }
  | { any: Predicate<Column>[] }
  | 'any row'

export type Verb = 'select' | 'insert' | 'update' | 'delete'

/** A permission of some roles: `verbs` on the rows that `when` names; a written row must also satisfy `check`. */
export interface Rule {
  table: TableName
  roles: readonly ActorRole[]
  verbs: readonly Verb[]
  when: Predicate
  check?: Predicate
}

export interface TablePolicy<Table extends TableName> {
  /** The columns an update may touch; everything else is written once. Empty: never updated. */
  updatable: readonly ColumnOf<Table>[]
  rules: readonly {
    roles: readonly ActorRole[]
    verbs: readonly Verb[]
    when: Predicate<ColumnOf<Table>>
    check?: Predicate<ColumnOf<Table>>
  }[]
}

export const STAFF = ['case_worker', 'manager', 'coordinator', 'cohesion_officer', 'administrator'] as const
