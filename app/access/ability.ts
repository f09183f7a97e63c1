import { AbilityBuilder, createMongoAbility, subject } from '@casl/ability'
import type { TableName } from '../../db/schema/tables.ts'
import { type ActorRole, type AnyActor, NOBODY, type StaffRole } from '../domain/partnership/actor.ts'
import { ACTS, type ActColumn, type ActOn } from './acts.ts'
import { type DecidingColumn, RULES } from './policy/policy.ts'
import { type Predicate, type Rule, STAFF, type Verb } from './policy/policy-rule.ts'

type Conditions = Record<string, Record<string, unknown>>

/**
 * A predicate in CASL's own language: a row matches when it matches any of these. There is no `$or` and no `$and` in them,
 * because CASL's default matcher knows neither and then matches nothing; instead each alternative is a permission of its
 * own. Every value is there: a missing id would match a row that lacks the column.
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
    .reduce((soFar, next) => soFar.flatMap((one) => next.map((other) => together(one, other))), [{}])
}

/** Both at once. @throws Error when both say the same of one column, of which CASL would keep only the last */
function together(one: Conditions, other: Conditions): Conditions {
  const both = { ...one }
  for (const [column, conditions] of Object.entries(other)) {
    const twice = Object.keys(conditions).find((operator) => operator in (both[column] ?? {}))
    if (twice) throw new Error(`Two conditions on ${column} use ${twice}.`)
    both[column] = { ...both[column], ...conditions }
  }
  return both
}

/** The columns of a row by which may be decided what somebody may do to it. */
export type Deciding<Table extends TableName> = { [Column in DecidingColumn<Table> | ActColumn<Table>]: unknown }

/** CASL's answers for one actor about rows; made from the same rules as row-level security. */
export interface Permissions {
  /** Whether the actor may do this to this row; for `update`, to the row as it stands. */
  may<Table extends TableName>(verb: Verb | ActOn<Table>, table: Table, row: Deciding<Table>): boolean
  /** Whether a row may look like this once it is written. */
  mayLeave<Table extends TableName>(verb: 'insert' | 'update', table: Table, row: Deciding<Table>): boolean
  /** Whether there is any rule at all: for menus and lists only, since it knows no row. */
  mayEver<Table extends TableName>(verb: Verb | ActOn<Table>, table: Table): boolean
}

const BUILT = new WeakMap<AnyActor, Permissions>()

/** What the actor may do, built once for each actor object; a request has one. */
export function permissionsOf(actor: AnyActor): Permissions {
  return BUILT.get(actor) ?? judgeBy(RULES, actor)
}

/** The row if the actor may do this to it. One that they may not is undefined, exactly as one that does not exist. */
export function ifMay<Table extends TableName, Row extends Deciding<Table>>(
  actor: AnyActor,
  verb: Verb | ActOn<Table>,
  table: Table,
  row: Row | null | undefined,
): Row | undefined {
  return row && permissionsOf(actor).may(verb, table, row) ? row : undefined
}

/** Whether the actor may insert rows like this one. */
export function mayInsert<Table extends TableName>(actor: AnyActor, table: Table, row: Deciding<Table>): boolean {
  return permissionsOf(actor).mayLeave('insert', table, row)
}

/**
 * Judges this actor object by these rules from now on. For tests that take a rule from CASL alone and see who notices;
 * no file of the portal itself uses it.
 */
export function judgeBy(rules: readonly Rule[], actor: AnyActor): Permissions {
  const built = permissionsBy(rules, actor)
  BUILT.set(actor, built)
  return built
}

/** The same without keeping it: for the comparison with PostgreSQL, which asks by many sets of rules. */
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

/** Whether a role has any such rule, whoever has the role. */
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

/** The staff roles that have any such rule, for lists of people. */
export function rolesThatMayEver<Table extends TableName>(verb: Verb | ActOn<Table>, table: Table): StaffRole[] {
  return STAFF.filter((role) => roleMayEver(role, verb, table))
}

/** The roles whose people are chosen from in the filter of a list: those that work with cases, for who allocates work. */
export function rolesToAllocateAmong(actor: AnyActor): StaffRole[] {
  return permissionsOf(actor).mayEver('allocate', 'caseFile') ? rolesThatMayEver('update', 'caseFile') : []
}

function hasRules(rules: readonly AnyRule[], verb: string, table: TableName): boolean {
  return verbsFor(verb).every((each) => rules.some((rule) => rule.table === table && rule.verbs.includes(each)))
}

/** A rule of the policy, or an act, which is a finer verb. */
type AnyRule = Omit<Rule, 'verbs'> & { verbs: readonly string[] }

const ACT_RULES: readonly AnyRule[] = Object.entries(ACTS).map(([name, act]) => ({ ...act, verbs: [name] }))

/** An act needs what the policy of its table demands for the row it writes, and its own rule besides. */
function verbsFor(verb: string): string[] {
  const act = Object.entries(ACTS).find(([name]) => name === verb)
  return act ? [act[1].writes, verb] : [verb]
}

type Ability = ReturnType<typeof abilityOf>

function abilityOf(rules: readonly AnyRule[], actor: AnyActor, predicateOf: (rule: AnyRule) => Predicate) {
  const { can, build } = new AbilityBuilder(createMongoAbility)
  for (const rule of rules) {
    // CASL reads empty conditions as none at all, which is what "any row" means.
    for (const conditions of alternativesOf(predicateOf(rule), actor)) can([...rule.verbs], rule.table, conditions)
  }
  return build()
}
