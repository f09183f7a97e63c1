import type { ColumnOf, TableName } from '../../../db/schema/tables.ts'
import type { ActorRole } from '../../domain/partnership/actor.ts'

/** A condition on a row. It is compiled to CASL conditions and to SQL, so it can express only what both can. */
export type Predicate<Column extends string = string> =
  | { ownAgency: Column }
  | { own: Column }
  | { ownClient: Column }
  | { notOwn: Column }
  | { is: readonly [column: Column, value: string | boolean] }
  | { filled: Column }
  | { empty: Column }
  | { all: readonly Predicate<Column>[] }
  | { any: readonly Predicate<Column>[] }
  | 'any row'

export type Verb = 'select' | 'insert' | 'update' | 'delete'

/** Lets `roles` do `verbs` to the rows that `when` selects. A written row must also satisfy `check`. */
export interface Rule {
  table: TableName
  roles: readonly ActorRole[]
  verbs: readonly Verb[]
  when: Predicate
  check?: Predicate
}

export interface TablePolicy<Table extends TableName> {
  /** The columns that an update may change. If empty, rows are never updated. */
  updatable: readonly ColumnOf<Table>[]
  rules: readonly {
    roles: readonly ActorRole[]
    verbs: readonly Verb[]
    when: Predicate<ColumnOf<Table>>
    check?: Predicate<ColumnOf<Table>>
  }[]
}

export type ColumnsIn<Part> = Part extends { ownAgency: infer Column }
  ? Column
  : Part extends { own: infer Column } | { ownClient: infer Column }
    ? Column
    : Part extends { notOwn: infer Column }
      ? Column
      : Part extends { is: readonly [infer Column, ...unknown[]] }
        ? Column
        : Part extends { filled: infer Column }
          ? Column
          : Part extends { empty: infer Column }
            ? Column
            : Part extends { all: readonly (infer Each)[] }
              ? ColumnsIn<Each>
              : Part extends { any: readonly (infer Each)[] }
                ? ColumnsIn<Each>
                : never

export const STAFF = ['case_worker', 'manager', 'coordinator', 'cohesion_officer', 'administrator'] as const
