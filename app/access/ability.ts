import { AbilityBuilder, createMongoAbility, subject } from '@casl/ability'
import type { ColumnOf, TableName } from '../../db/schema/tables.ts'
import type { Actor } from '../domain/partnership/actor.ts'
import { RULES } from './policy.ts'
import type { Predicate, Rule, Verb } from './policy-rule.ts'

type Conditions = Record<string, Record<string, unknown>>

/**
 * A predicate in CASL's own language: a row matches when it matches any of these. There is no `$or` and no `$and` in them,
 * because CASL's default matcher knows neither and then matches nothing; instead each alternative is a permission of its
 * own. Every value is there: a missing id would match a row that lacks the column.
 */
export function alternativesOf(predicate: Predicate, actor: Actor): Conditions[] {
  if (predicate === 'any row') return [{}]
  if ('ownAgency' in predicate) return [{ [predicate.ownAgency]: { $eq: actor.agencyId } }]
  if ('own' in predicate) return [{ [predicate.own]: { $eq: actor.staffId } }]
  if ('notOwn' in predicate) return [{ [predicate.notOwn]: { $nin: [actor.staffId, null] } }]
  if ('is' in predicate) return [{ [predicate.is[0]]: { $eq: predicate.is[1] } }]
  if ('filled' in predicate) return [{ [predicate.filled]: { $ne: null } }]
  if ('empty' in predicate) return [{ [predicate.empty]: { $eq: null } }]
  if ('any' in predicate) return predicate.any.flatMap((part) => alternativesOf(part, actor))
  return predicate.all
    .map((part) => alternativesOf(part, actor))
    .reduce((soFar, next) => soFar.flatMap((one) => next.map((other) => together(one, other))), [{}])
}

/** Both at once. @throws Error when both say the same of one column, of which CASL would keep only the last */
function together(one: Conditions, other: Conditions): Conditions {
  const both = { ...one }
  for (const [column, asked] of Object.entries(other)) {
    const twice = Object.keys(asked).find((operator) => operator in (both[column] ?? {}))
    if (twice) throw new Error(`Two conditions on ${column} use ${twice}.`)
    both[column] = { ...both[column], ...asked }
  }
  return both
}

/** CASL's answer for one actor over whole rows of a table; made from the same rules as row-level security. */
export interface Permissions {
  /** Whether the actor may do this to this row; for `update`, to the row as it stands. */
  may<Table extends TableName>(verb: Verb, table: Table, row: Record<ColumnOf<Table>, unknown>): boolean
  /** Whether a row may look like this once it is written. */
  mayLeave<Table extends TableName>(
    verb: 'insert' | 'update',
    table: Table,
    row: Record<ColumnOf<Table>, unknown>,
  ): boolean
  /** Whether there is any rule at all: for menus only, since it knows no row. */
  mayEver(verb: Verb, table: TableName): boolean
}

export function permissionsOf(actor: Actor, rules: readonly Rule[] = RULES): Permissions {
  if (!actor.agencyId || !actor.staffId) throw new Error('An actor has an agency and a person.')
  const mine = rules.filter((rule) => rule.roles.includes(actor.role))
  let before: Ability | undefined
  let after: Ability | undefined
  return {
    may(verb, table, row) {
      before ??= abilityOf(mine, actor, (rule) => rule.when)
      return before.can(verb, subject(table, { ...row }))
    },
    mayLeave(verb, table, row) {
      after ??= abilityOf(mine, actor, (rule) => rule.check ?? rule.when)
      return after.can(verb, subject(table, { ...row }))
    },
    mayEver: (verb, table) => mine.some((rule) => rule.table === table && rule.verbs.includes(verb)),
  }
}

type Ability = ReturnType<typeof abilityOf>

function abilityOf(rules: Rule[], actor: Actor, predicateOf: (rule: Rule) => Predicate) {
  const { can, build } = new AbilityBuilder(createMongoAbility)
  for (const rule of rules) {
    // CASL reads empty conditions as none at all, which is what "any row" means.
    for (const conditions of alternativesOf(predicateOf(rule), actor)) can([...rule.verbs], rule.table, conditions)
  }
  return build()
}
