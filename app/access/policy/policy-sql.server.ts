import { getTableColumns, getTableName } from 'drizzle-orm'
import { TABLES, type TableName } from '../../../db/schema/tables.ts'
import { allowedTransitions } from '../../domain/referrals/referral-move.ts'
import { POLICY, RULES } from './policy.ts'
import type { Predicate, Rule, Verb } from './policy-rule.ts'

const LOGINS = 'portal_app, portal_worker'

function quoted(value: string | boolean): string {
  return typeof value === 'boolean' ? String(value) : `'${value.replaceAll("'", "''")}'`
}

function columnSql(table: TableName, column: string): string {
  const known = (getTableColumns(TABLES[table]) as Record<string, { name: string }>)[column]
  if (!known) throw new Error(`The policy names ${table}.${column}, which does not exist.`)
  return known.name
}

/** Compiles a predicate to SQL. The sub-select for the roles runs once for each statement. */
export function predicateSql(table: TableName, roles: readonly string[], predicate: Predicate): string {
  const among = `'{${[...roles].sort().join(',')}}'`
  const agency = `(select app.agency_as(${among}))`
  const person = `(select app.staff_as(${among}))`
  const client = `(select app.client_as(${among}))`
  const sqlOf = (part: Predicate): string => {
    if (part === 'any row') return `${agency} is not null`
    if ('ownAgency' in part) return `${columnSql(table, part.ownAgency)} = ${agency}`
    if ('own' in part) return `${columnSql(table, part.own)} = ${person}`
    if ('ownClient' in part) return `${columnSql(table, part.ownClient)} = ${client}`
    if ('notOwn' in part) return `${columnSql(table, part.notOwn)} <> ${person}`
    if ('is' in part) return `${columnSql(table, part.is[0])} = ${quoted(part.is[1])}`
    if ('filled' in part) return `${columnSql(table, part.filled)} is not null`
    if ('empty' in part) return `${columnSql(table, part.empty)} is null`
    if ('all' in part) return `(${part.all.map(sqlOf).join(' and ')})`
    const parts = part.any.map(sqlOf)
    return part.any.every(namesAgency) ? eitherSide(parts) : `(${parts.join(' or ')})`
  }
  return sqlOf(predicate)
}

function namesAgency(predicate: Predicate): boolean {
  if (predicate === 'any row') return false
  return 'ownAgency' in predicate || ('all' in predicate && predicate.all.some(namesAgency))
}

/**
 * Combines conditions with a meaning of "or" that the planner does not see. With a real "or" it scanned both sides and
 * sorted all rows; now it reads the index of the side that the page asks for, already in order.
 */
function eitherSide(parts: string[]): string {
  return parts.reduceRight((rest, part) => `case when ${part} then true else ${rest} end`)
}

function rulesFor(table: TableName, verb: Verb, rules: readonly Rule[]): Rule[] {
  return rules.filter((rule) => rule.table === table && rule.verbs.includes(verb))
}

function joined(rules: Rule[], predicateOf: (rule: Rule) => Predicate): string {
  const parts = rules.map((rule) => predicateSql(rule.table, rule.roles, predicateOf(rule)))
  return parts.length === 1 ? String(parts[0]) : parts.map((part) => `(${part})`).join(' or ')
}

/**
 * The policy for one verb. PostgreSQL checks `using` on the old row and `with check` on the new one, each against all
 * rules together. So a rule's `when` and `check` are not a pair: a rule must be safe with the `check` of any other
 * rule, or a trigger must compare the two rows, as for `consent_override`.
 */
function policiesSql(table: TableName, verb: Verb, all: readonly Rule[]): string[] {
  const name = getTableName(TABLES[table])
  const rules = rulesFor(table, verb, all)
  if (rules.length === 0) return []
  const head = (suffix: string) => `create policy may_${verb}${suffix} on ${name} for ${verb} to ${LOGINS}`
  if (verb === 'select' || verb === 'delete') return [`${head('')} using (${joined(rules, (rule) => rule.when)});`]
  if (verb === 'insert') return [`${head('')} with check (${joined(rules, (rule) => rule.check ?? rule.when)});`]
  return [
    `${head('')} using (${joined(rules, (rule) => rule.when)}) with check (${joined(rules, (rule) => rule.check ?? rule.when)});`,
  ]
}

function grantsSql(table: TableName, rules: readonly Rule[]): string[] {
  const name = getTableName(TABLES[table])
  const plain = (['select', 'insert', 'delete'] as const).filter((verb) => rulesFor(table, verb, rules).length > 0)
  const updatable = POLICY[table].updatable.map((column) => columnSql(table, column))
  return [
    ...(plain.length > 0 ? [`grant ${plain.join(', ')} on ${name} to ${LOGINS};`] : []),
    ...(updatable.length > 0 && rulesFor(table, 'update', rules).length > 0
      ? [`grant update (${updatable.join(', ')}) on ${name} to ${LOGINS};`]
      : []),
  ]
}

/** Tables without agencies' data that are read outside a transaction: the rate limiter's. */
export const OPEN_TABLES = ['rateLimit'] as const satisfies TableName[]

/** The statements for one table's row-level security and grants. Tests pass other `rules` than the policy's. */
export function tablePolicySql(table: TableName, rules: readonly Rule[] = RULES): string[] {
  const name = getTableName(TABLES[table])
  if ((OPEN_TABLES as readonly string[]).includes(table))
    return [`grant select, insert, update, delete on ${name} to portal_app;`]
  return [
    `alter table ${name} enable row level security;`,
    `alter table ${name} force row level security;`,
    ...(['select', 'insert', 'update', 'delete'] as const).flatMap((verb) => policiesSql(table, verb, rules)),
    ...grantsSql(table, rules),
  ]
}

/** The whole policy as SQL: row-level security, grants, and the allowed moves of a referral. */
export function policySql(): string {
  const tables = (Object.keys(TABLES) as TableName[]).flatMap((table) => [...tablePolicySql(table), ''])
  const moves = allowedTransitions().map(({ from, to, side }) => `  ('${from}', '${to}', '${side}')`)
  return [
    '-- Compiled from app/access/policy/ and app/domain/referrals/referral.ts; `accord policy check` finds any drift.',
    '',
    ...tables,
    'insert into app.referral_move (from_state, to_state, side) values',
    `${moves.join(',\n')};`,
    '',
  ].join('\n')
}
