import { AbilityBuilder, createMongoAbility, subject } from '@casl/ability'
import type { TableName } from '../../db/schema/tables.ts'
import { type ActorRole, type AnyActor, NOBODY, type StaffRole } from '../domain/partnership/actor.ts'
import { ACTS, type ActColumn, type ActOn } from './acts.ts'
import { type DecidingColumn, RULES } from './policy/policy.ts'
import { type Predicate, type Rule, STAFF, type Verb } from './policy/policy-rule.ts'

type Conditions = Record<string, Record<string, unknown>>

/**
 * A predicate as CASL conditions: a row matches when it matches any of them. Each alternative becomes a permission of
 * its own, because CASL's default matcher knows neither `$or` nor `$and` and would then match nothing. No value may be
 * missing: a missing id would match a row that lacks the column.
 */
export function alternativesOf(predicate: Predicate, actor: AnyActor): Conditions[] {
  const { staffId = NOBODY, clientId = NOBODY } = actor
  if (predicate === 'any row') return [{}]
  if ('ownAgency' in predicate) return [{ [predicate.ownAgency]: { $eq: actor.agencyId } }]
  if ('own' in predicate) return [{ [predicate.own]: { $eq: staffId } }]
  if ('ownClient' in predicate) return [{ [predicate.ownClient]: { $eq: clientId } }]
  if ('notOwn' in predicate) return [{ [predicate.notOwn]: { $nin: [staffId, null] } }]
  if ('is' in predicate) return [{ [predicate.is[0]]: { $eq: predicate.is[1] } }]
  if ('filled' in predicate) return [{ [predicate.filled]: { $ne: null } }]
  if ('empty' in predicate) return [{ [predicate.empty]: { $eq: null } }]
  if ('any' in predicate) return predicate.any.flatMap((part) => alternativesOf(part, actor))
  return predicate.all
    .map((part) => alternativesOf(part, actor))
    .reduce((soFar, next) => soFar.flatMap((first) => next.map((second) => mergeConditions(first, second))), [{}])
}

/** Both conditions together. @throws Error for the same operator on one column: CASL would keep only the last */
function mergeConditions(first: Conditions, second: Conditions): Conditions {
  const both = { ...first }
  for (const [column, conditions] of Object.entries(second)) {
    const twice = Object.keys(conditions).find((operator) => operator in (both[column] ?? {}))
    if (twice) throw new Error(`Two conditions on ${column} use ${twice}.`)
    both[column] = { ...both[column], ...conditions }
  }
  return both
}

/** The columns that the rules for a table read: a row must have them before a permission can be checked. */
export type Deciding<Table extends TableName> = { [Column in DecidingColumn<Table> | ActColumn<Table>]: unknown }

/** What one actor may do to rows, decided by CASL from the rules that also make row-level security. */
export interface Permissions {
  /** Whether the actor may do this to this row; for `update`, to the row before the change. */
  may<Table extends TableName>(verb: Verb | ActOn<Table>, table: Table, row: Deciding<Table>): boolean
  /** Whether the actor may write a row with these values. */
  mayLeave<Table extends TableName>(verb: 'insert' | 'update', table: Table, row: Deciding<Table>): boolean
  /** Whether any rule allows this for some row. Use it for menus and lists only: it does not look at a row. */
  mayEver<Table extends TableName>(verb: Verb | ActOn<Table>, table: Table): boolean
}

const BUILT = new WeakMap<AnyActor, Permissions>()

/** What the actor may do, calculated once for each actor object. A request has one such object. */
export function permissionsOf(actor: AnyActor): Permissions {
  return BUILT.get(actor) ?? judgeBy(RULES, actor)
}

/** The row if the actor may do this to it, otherwise undefined: a forbidden row looks like one that does not exist. */
export function ifMay<Table extends TableName, Row extends Deciding<Table>>(
  actor: AnyActor,
  verb: Verb | ActOn<Table>,
  table: Table,
  row: Row | null | undefined,
): Row | undefined {
  return row && permissionsOf(actor).may(verb, table, row) ? row : undefined
}

export function mayInsert<Table extends TableName>(actor: AnyActor, table: Table, row: Deciding<Table>): boolean {
  return permissionsOf(actor).mayLeave('insert', table, row)
}

/** Uses these rules for this actor object from now on. For tests that remove a rule from CASL alone. */
export function judgeBy(rules: readonly Rule[], actor: AnyActor): Permissions {
  const built = permissionsBy(rules, actor)
  BUILT.set(actor, built)
  return built
}

/** Like `judgeBy`, without remembering the result: the comparison with PostgreSQL tries many sets of rules. */
export function permissionsBy(rules: readonly Rule[], actor: AnyActor): Permissions {
  const person = actor.role === 'client' ? actor.clientId : actor.staffId
  if (!actor.agencyId || !person) throw new Error('An actor has an agency and a person.')
  const mine = [...rules, ...ACT_RULES].filter((rule) => rule.roles.includes(actor.role))
  let before: Ability | undefined
  let after: Ability | undefined
  return {
    may(verb, table, row) {
      before ??= abilityOf(mine, actor, (rule) => rule.when)
      const able = before
      return verbsFor(verb).every((each) => able.can(each, subject(table, { ...row })))
    },
    mayLeave(verb, table, row) {
      after ??= abilityOf(mine, actor, (rule) => rule.check ?? rule.when)
      return after.can(verb, subject(table, { ...row }))
    },
    mayEver: (verb, table) => hasRules(mine, verb, table),
  }
}

export function roleMayEver<Table extends TableName>(
  role: ActorRole,
  verb: Verb | ActOn<Table>,
  table: Table,
): boolean {
  return hasRules(
    [...RULES, ...ACT_RULES].filter(({ roles }) => roles.includes(role)),
    verb,
    table,
  )
}

/** The staff roles that any rule allows this, for lists of people. */
export function rolesThatMayEver<Table extends TableName>(verb: Verb | ActOn<Table>, table: Table): StaffRole[] {
  return STAFF.filter((role) => roleMayEver(role, verb, table))
}

/** The roles to offer in the "Case worker" filter of a list. Empty for an actor who may not allocate cases. */
export function rolesToAllocateAmong(actor: AnyActor): StaffRole[] {
  return permissionsOf(actor).mayEver('allocate', 'caseFile') ? rolesThatMayEver('update', 'caseFile') : []
}

function hasRules(rules: readonly AnyRule[], verb: string, table: TableName): boolean {
  return verbsFor(verb).every((each) => rules.some((rule) => rule.table === table && rule.verbs.includes(each)))
}

/** A rule of the policy, or an act, whose name is used as a verb. */
type AnyRule = Omit<Rule, 'verbs'> & { verbs: readonly string[] }

const ACT_RULES: readonly AnyRule[] = Object.entries(ACTS).map(([name, act]) => ({ ...act, verbs: [name] }))

/** The verbs an actor needs: for an act, the verb that writes the row and the act itself. */
function verbsFor(verb: string): string[] {
  const act = Object.entries(ACTS).find(([name]) => name === verb)
  return act ? [act[1].writes, verb] : [verb]
}

type Ability = ReturnType<typeof abilityOf>

function abilityOf(rules: readonly AnyRule[], actor: AnyActor, predicateOf: (rule: AnyRule) => Predicate) {
  const { can, build } = new AbilityBuilder(createMongoAbility)
  for (const rule of rules) {
    // "Any row" gives empty conditions, which CASL reads as no conditions.
    for (const conditions of alternativesOf(predicateOf(rule), actor)) can([...rule.verbs], rule.table, conditions)
  }
  return build()
}
