import { AbilityBuilder, createMongoAbility, subject } from '@casl/ability'
import type { ColumnOf, TableName } from '../../db/schema/tables.ts'
import type { Actor } from '../domain/actor.ts'
import { type Predicate, RULES, type Rule, type Verb } from './policy.ts'

type Conditions = Record<string, unknown>

/** A predicate as CASL's own language. Every value is there: a missing id would match a row that lacks the column. */
export function conditionsOf(predicate: Predicate, actor: Actor): Conditions {
  if (!actor.agencyId || !actor.staffId) throw new Error('An actor has an agency and a person.')
  if (predicate === 'any row') return {}
  if ('ownAgency' in predicate) return { [predicate.ownAgency]: actor.agencyId }
  if ('own' in predicate) return { [predicate.own]: actor.staffId }
  if ('notOwn' in predicate) return { [predicate.notOwn]: { $nin: [actor.staffId, null] } }
  if ('is' in predicate) return { [predicate.is[0]]: predicate.is[1] }
  if ('filled' in predicate) return { [predicate.filled]: { $ne: null } }
  if ('empty' in predicate) return { [predicate.empty]: null }
  if ('all' in predicate) return { $and: predicate.all.map((part) => conditionsOf(part, actor)) }
  return { $or: predicate.any.map((part) => conditionsOf(part, actor)) }
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
  const mine = rules.filter((rule) => rule.roles.includes(actor.role))
  const before = abilityOf(mine, actor, (rule) => rule.when)
  const after = abilityOf(mine, actor, (rule) => rule.check ?? rule.when)
  return {
    may: (verb, table, row) => before.can(verb, subject(table, { ...row })),
    mayLeave: (verb, table, row) => after.can(verb, subject(table, { ...row })),
    mayEver: (verb, table) => mine.some((rule) => rule.table === table && rule.verbs.includes(verb)),
  }
}

function abilityOf(rules: Rule[], actor: Actor, predicateOf: (rule: Rule) => Predicate) {
  const { can, build } = new AbilityBuilder(createMongoAbility)
  for (const rule of rules) {
    const conditions = conditionsOf(predicateOf(rule), actor)
    // CASL reads empty conditions as none at all, which is what "any row" means.
    for (const verb of rule.verbs) can(verb, rule.table, conditions)
  }
  return build()
}
