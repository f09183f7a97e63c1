import { getTableColumns } from 'drizzle-orm'
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { RULES } from '../../app/access/policy/policy.ts'
import type { Predicate, Rule, Verb } from '../../app/access/policy/policy-rule.ts'
import { type Actor, type AnyActor, NOBODY, STAFF_ROLES } from '../../app/domain/partnership/actor.ts'
import { TABLES, type TableName } from '../../db/schema/tables.ts'
import { GUARDED } from './mirror.ts'

export type Row = Record<string, string | boolean | null>

/** A question for both sides: may this actor do this to this row? An update also has the new row. */
export interface ProofCase {
  table: TableName
  verb: Verb
  actor: number
  row: Row
  /** The number of the row in the copy of its table, or -1 for an inserted row. */
  rowNumber: number
  after?: Row
}

export interface ProofCases {
  actors: AnyActor[]
  rows: Map<TableName, Row[]>
  cases: ProofCase[]
}

const agencyId = (digit: number) => `a0000000-0000-4000-8000-00000000000${digit}`
const staffId = (digit: number) => `b0000000-0000-4000-8000-00000000000${digit}`
const clientId = (digit: number) => `c0000000-0000-4000-8000-00000000000${digit}`
const INSTANT = '2026-11-23T09:00:00Z'
const AGENCIES = [1, 1, 1, 2, 2, 3].map(agencyId)
const PEOPLE = [1, 1, 1, 2, 2, 3].map(staffId)
const CLIENTS = [1, 1, 1, 2, 2, 3].map(clientId)
const ROLES = [...Object.keys(STAFF_ROLES), 'system', 'sign_in'] as Actor['role'][]

const ROWS = 24
const TRIES = 5

/**
 * Random rows of every table, and what each role of two agencies tries with them: nulls, other agencies, rows moved to
 * another agency, own and other people, every state that a rule names and one more. In addition, for each rule a row
 * meets it exactly, and other rows miss one condition each. The same seed gives the same cases.
 */
export function makeCases(seed: number, tables: readonly TableName[] = GUARDED): ProofCases {
  const random = generator(seed)
  const actors: AnyActor[] = [
    ...ROLES.flatMap((role) => [
      { role, agencyId: agencyId(1), staffId: staffId(1) },
      { role, agencyId: agencyId(2), staffId: staffId(3) },
    ]),
    // Two clients of one agency, and a client of another agency with the same id as the first.
    { role: 'client', agencyId: agencyId(1), clientId: clientId(1) },
    { role: 'client', agencyId: agencyId(1), clientId: clientId(2) },
    { role: 'client', agencyId: agencyId(2), clientId: clientId(1) },
  ]
  const made = tables.map((table) => casesOf(tableOf(table, random), actors))
  return {
    actors,
    rows: new Map(made.map(({ table, rows }) => [table, rows])),
    cases: made.flatMap(({ cases }) => cases),
  }
}

type Values = (string | boolean | null)[]

interface TableMaker {
  table: TableName
  random: () => number
  columns: [name: string, values: Values][]
  rules: Rule[]
  anyRow(): Row
  /** The row with new random values in at most this many columns. */
  changed(row: Row, atMost: number): Row
}

function tableOf(table: TableName, random: () => number): TableMaker {
  const columns = [...valuesOf(table)]
  const rules = RULES.filter((rule) => rule.table === table)
  const draw = () => columns.map(([name, values]) => [name, pick(values, random)])
  return {
    table,
    random,
    columns,
    rules,
    anyRow: () => ({ ...emptyRow(table), ...Object.fromEntries(draw()) }),
    changed: (row, atMost) => {
      const after = { ...row }
      for (let times = Math.floor(random() * (atMost + 1)); times > 0 && columns.length > 0; times -= 1) {
        const [name, values] = pick(columns, random)
        after[name] = pick(values, random)
      }
      return after
    },
  }
}

function casesOf(maker: TableMaker, actors: AnyActor[]) {
  const { table, anyRow } = maker
  const rows = Array.from({ length: ROWS }, anyRow)
  const tries = actors.flatMap((actor, number) => triesOf(maker, actor, number, rows))
  const looks = [...actors.keys()].flatMap((actor) =>
    rows.flatMap((row, rowNumber) =>
      (['select', 'delete'] as const).map((verb): ProofCase => ({ table, verb, actor, row, rowNumber })),
    ),
  )
  return { table, rows, cases: [...looks, ...tries] }
}

/** The inserts and updates that one actor tries. It adds the rows that an update needs to `rows`. */
function triesOf(maker: TableMaker, actor: AnyActor, number: number, rows: Row[]): ProofCase[] {
  const { table, rules, random, anyRow, changed } = maker
  const cases: ProofCase[] = []
  const insert = (row: Row) => cases.push({ table, verb: 'insert', actor: number, row, rowNumber: -1 })
  const update = (rowNumber: number, after: Row) =>
    cases.push({ table, verb: 'update', actor: number, row: rows[rowNumber] ?? anyRow(), rowNumber, after })
  for (let tried = 0; tried < TRIES; tried += 1) {
    insert(anyRow())
    const rowNumber = Math.floor(random() * ROWS)
    update(rowNumber, changed(rows[rowNumber] ?? anyRow(), 4))
  }
  for (const rule of rules) {
    const [met = anyRow(), ...missed] = aimedAt(rule.when, actor, anyRow(), random)
    const near = rule.roles.includes(actor.role) ? missed : []
    if (rule.verbs.includes('insert')) for (const row of [met, ...near]) insert(row)
    for (const row of near) update(rows.push(row) - 1, pleasing(rule.check ?? rule.when, actor, row, random))
    const rowNumber = rows.push(met) - 1
    for (const next of rules.filter((one) => one.verbs.includes('update'))) {
      const [after = met, ...wrong] = aimedAt(next.check ?? next.when, actor, met, random)
      update(rowNumber, after)
      if (near.length > 0) for (const row of wrong) update(rowNumber, row)
    }
  }
  return cases
}

/** A row that meets the predicate, followed by rows that fail one condition each. */
function aimedAt(predicate: Predicate, actor: AnyActor, row: Row, random: () => number): Row[] {
  const met = pleasing(predicate, actor, row, random)
  return [met, ...missesOf(predicate, actor).map(([column, value]) => ({ ...met, [column]: value }))]
}

/** For each condition, a value that fails it. */
function missesOf(part: Predicate, actor: AnyActor): [column: string, value: string | boolean | null][] {
  const others = (column: string, values: Values) => values.map((value): [string, Values[number]] => [column, value])
  if (part === 'any row') return []
  if ('all' in part) return part.all.flatMap((one) => missesOf(one, actor))
  if ('any' in part) return part.any.flatMap((one) => missesOf(one, actor))
  if ('ownAgency' in part)
    return others(part.ownAgency, [actor.agencyId === agencyId(1) ? agencyId(2) : agencyId(1), null])
  if ('own' in part) return others(part.own, [actor.staffId === staffId(1) ? staffId(2) : staffId(1), null])
  if ('ownClient' in part)
    return others(part.ownClient, [actor.clientId === clientId(1) ? clientId(2) : clientId(1), null])
  if ('notOwn' in part) return others(part.notOwn, [actor.staffId ?? NOBODY, null])
  if ('is' in part) return others(part.is[0], [typeof part.is[1] === 'boolean' ? !part.is[1] : 'another', null])
  if ('filled' in part) return [[part.filled, null]]
  return [[part.empty, /(Id|By)$/.test(part.empty) ? staffId(1) : INSTANT]]
}

/** The row changed so that it meets the predicate for this actor. */
function pleasing(part: Predicate, actor: AnyActor, row: Row, random: () => number): Row {
  if (part === 'any row') return row
  if ('all' in part) return part.all.reduce((soFar: Row, one) => pleasing(one, actor, soFar, random), row)
  if ('any' in part) return pleasing(pick(part.any, random), actor, row, random)
  if ('ownAgency' in part) return { ...row, [part.ownAgency]: actor.agencyId }
  if ('own' in part) return { ...row, [part.own]: actor.staffId ?? NOBODY }
  if ('ownClient' in part) return { ...row, [part.ownClient]: actor.clientId ?? clientId(1) }
  if ('notOwn' in part)
    return {
      ...row,
      [part.notOwn]: pick(
        PEOPLE.filter((one) => one !== actor.staffId),
        random,
      ),
    }
  if ('is' in part) return { ...row, [part.is[0]]: part.is[1] }
  if ('empty' in part) return { ...row, [part.empty]: null }
  return { ...row, [part.filled]: INSTANT }
}

/** For each column that the table's rules name, the values that make a difference. More likely ones are repeated. */
function valuesOf(table: TableName): Map<string, Values> {
  const values = new Map<string, Values>()
  const add = (column: string, more: Values) => values.set(column, [...(values.get(column) ?? [null]), ...more])
  const walk = (part: Predicate) => {
    if (part === 'any row') return
    if ('all' in part) part.all.forEach(walk)
    else if ('any' in part) part.any.forEach(walk)
    else if ('ownAgency' in part) add(part.ownAgency, AGENCIES)
    else if ('own' in part) add(part.own, PEOPLE)
    else if ('ownClient' in part) add(part.ownClient, CLIENTS)
    else if ('notOwn' in part) add(part.notOwn, PEOPLE)
    else if ('is' in part) add(part.is[0], [part.is[1], typeof part.is[1] === 'boolean' ? !part.is[1] : 'another'])
    else {
      const column = 'filled' in part ? part.filled : part.empty
      add(column, [typeOf(table, column) === 'uuid' ? staffId(1) : INSTANT])
    }
  }
  for (const rule of RULES.filter((one) => one.table === table))
    [rule.when, ...(rule.check ? [rule.check] : [])].forEach(walk)
  return values
}

function typeOf(table: TableName, column: string): string | undefined {
  const columns = getTableColumns(TABLES[table]) as Record<string, { getSQLType(): string }>
  return columns[column]?.getSQLType()
}

function emptyRow(table: TableName): Row {
  return Object.fromEntries(Object.keys(getTableColumns(TABLES[table])).map((column) => [column, null]))
}

function pick<Value>(values: readonly Value[], random: () => number): Value {
  return values[Math.floor(random() * values.length)] as Value
}

/** Numbers from 0, smaller than 1, that are the same for the same seed. */
export function generator(seed: number): () => number {
  const luck = xoroshiro128plus(seed)
  return () => uniformFloat64(luck)
}
