import { createSecretKey } from 'node:crypto'
import { getTableColumns, getTableName } from 'drizzle-orm'
import type postgres from 'postgres'
import { permissionsBy } from '../../app/access/ability.ts'
import { RULES } from '../../app/access/policy/policy.ts'
import type { Rule } from '../../app/access/policy/policy-rule.ts'
import type { AnyActor } from '../../app/domain/partnership/actor.ts'
import { TABLES, type TableName } from '../../db/schema/tables.ts'
import { signContext } from '../../db/sign-context.ts'
import { MIRROR } from './mirror.ts'
import type { ProofCase, ProofCases, Row } from './proof-cases.ts'

/** CASL's decision on each case, by these rules. */
export function askCasl({ actors, cases }: ProofCases, rules: readonly Rule[] = RULES): boolean[] {
  const permissions = actors.map((actor) => permissionsBy(rules, actor))
  return cases.map(({ table, verb, actor, row, after }) => {
    const mine = permissions[actor]
    if (!mine) throw new Error(`Case of an actor that is not there: ${actor}`)
    const whole = row as Parameters<typeof mine.may>[2]
    if (verb === 'insert') return mine.mayLeave('insert', table, whole)
    // PostgreSQL reads a row before it changes it, and the actor must still be able to read the changed row.
    if (!mine.may('select', table, whole) || !mine.may(verb, table, whole)) return false
    if (verb !== 'update') return true
    const changed = after as typeof whole
    return mine.mayLeave('update', table, changed) && mine.may('select', table, changed)
  })
}

/** Inserts the rows into the copies, before row-level security is on: it applies to the owner too. */
export async function fillMirror(tx: postgres.TransactionSql, { rows }: ProofCases): Promise<void> {
  for (const [table, ofTable] of rows) {
    const values = ofTable.map(
      (row, number) => `(${[...assignable(table, row).map(([, value]) => value), number].join(', ')})`,
    )
    const [first] = ofTable
    if (!first) continue
    const columns = [...assignable(table, first).map(([column]) => column), 'proof_row']
    const name = `${MIRROR}.${getTableName(TABLES[table])}`
    await tx.unsafe(
      `insert into ${name} (${columns.join(', ')}) values ${values.join(', ')}; create index on ${name} (proof_row); analyze ${name}`,
    )
  }
}

/** PostgreSQL's decision on each case. Each statement is run with the application's login and undone. */
export async function askPostgres(
  tx: postgres.TransactionSql,
  { actors, cases }: ProofCases,
  key: string,
): Promise<boolean[]> {
  const answers = new Array<boolean>(cases.length)
  await tx.unsafe('set local role portal_app')
  for (const [number, actor] of actors.entries()) {
    const places = [...cases.keys()].filter((at) => cases[at]?.actor === number)
    if (places.length > 0) await answerFor(tx, { actor, key, cases, places }, answers)
  }
  await tx.unsafe('set local role portal_owner')
  return answers
}

interface Answered {
  seen: Record<string, number[]>
  deleted: Record<string, number[]>
  outcomes: string[]
}

async function answerFor(
  tx: postgres.TransactionSql,
  { actor, key, cases, places }: { actor: AnyActor; key: string; cases: ProofCase[]; places: number[] },
  answers: boolean[],
) {
  const mine = places.map((place) => ({ place, case: cases[place] as ProofCase }))
  const tables = [...new Set(mine.map((one) => getTableName(TABLES[one.case.table])))]
  const tried = mine.filter((one) => one.case.verb === 'insert' || one.case.verb === 'update')
  await setSignedContext(tx, actor, key)
  const [row] = await tx<{ answered: Answered }[]>`
    select ${tx(MIRROR)}.run(${tables}, ${tried.map((one) => statementOf(one.case))}) as answered`
  if (!row) throw new Error('The copies gave no answer.')
  const { seen, deleted, outcomes } = row.answered
  const sets = { select: setsOf(seen), delete: setsOf(deleted) }
  for (const { place, case: one } of mine)
    if (one.verb === 'select' || one.verb === 'delete')
      answers[place] = sets[one.verb].get(getTableName(TABLES[one.table]))?.has(one.rowNumber) ?? false
  for (const [at, { place }] of tried.entries()) answers[place] = outcomes[at] === 'done'
}

function setsOf(rows: Record<string, number[]>): Map<string, Set<number>> {
  return new Map(Object.entries(rows).map(([table, numbers]) => [table, new Set(numbers)]))
}

/** Signs the transaction for an actor, like db/as-actor.ts. */
export async function setSignedContext(tx: postgres.TransactionSql, actor: AnyActor, key: string): Promise<void> {
  const { context, signature } = signContext(actor, Date.now(), createSecretKey(key, 'hex'))
  await tx`select set_config('app.ctx', ${context}, true), set_config('app.sig', ${signature}, true)`
}

function statementOf({ table, verb, row, rowNumber, after }: ProofCase): string {
  const name = `${MIRROR}.${getTableName(TABLES[table])}`
  if (verb === 'insert') {
    const values = assignable(table, row)
    return `insert into ${name} (${values.map(([column]) => column).join(', ')}) values (${values.map(([, value]) => value).join(', ')})`
  }
  const set = assignable(table, after ?? row).map(([column, value]) => `${column} = ${value}`)
  return `update ${name} set ${set.join(', ')} where proof_row = ${rowNumber}`
}

function assignable(table: TableName, row: Row): [column: string, value: string][] {
  const columns = getTableColumns(TABLES[table]) as Record<string, { name: string }>
  return Object.entries(row).map(([column, value]) => [
    columns[column]?.name ?? column,
    typeof value === 'string' ? `'${value}'` : String(value),
  ])
}

/** The cases that the two sides decide differently, as sentences. */
export function differences({ actors, cases }: ProofCases, casl: boolean[], database: boolean[]): string[] {
  return cases.flatMap((one, at) => {
    if (casl[at] === database[at]) return []
    const actor = actors[one.actor]
    const values = JSON.stringify(compact(one.row))
    const after = one.after ? ` to ${JSON.stringify(compact(one.after))}` : ''
    return `${one.verb} ${one.table} as ${actor?.role} of ${actor?.agencyId}, ${actor?.clientId ?? actor?.staffId}: CASL says ${word(casl[at])}, Postgres ${word(database[at])}: ${values}${after}`
  })
}

function compact(row: Row): Row {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null))
}

function word(answer: boolean | undefined) {
  return answer ? 'yes' : 'no'
}
