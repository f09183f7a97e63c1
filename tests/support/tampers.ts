import type postgres from 'postgres'
import { generator } from '../../scripts/policy/proof-cases.ts'

/** What somebody with every right on the database does to one row of the log, behind the portal's back. */
export interface Tamper {
  kind: string
  sql: string
  agencyId: string
  /** The row that must be named. */
  seq: number
}

export interface LoggedAgency {
  agencyId: string
  rows: number
}

const HASH = `app.event_hash(e.previous_hash, e.agency_id, e.seq, e.kind, e.case_id, e.subject_id, e.actor_id, e.actor_role,
  e.happened_at, e.recorded_at, e.data, e.recipient_agency_id, e.ground, e.justification)`

/** For each column another value of its kind, by a random number. */
const OTHER: Record<string, (n: number) => string> = {
  kind: (n) => `'kind-${n}'`,
  case_id: (n) => (n % 4 === 0 ? `case when case_id is null then gen_random_uuid() end` : 'gen_random_uuid()'),
  subject_id: () => 'gen_random_uuid()',
  actor_id: () => 'gen_random_uuid()',
  actor_role: (n) => `actor_role || '${'x'.repeat(1 + (n % 3))}'`,
  happened_at: (n) => `happened_at + interval '${1 + n} microseconds'`,
  recorded_at: (n) => `recorded_at - interval '${1 + (n % 900)} hours'`,
  data: (n) => `data || '{"added":${n}}'`,
  recipient_agency_id: (n) =>
    n % 2 ? 'gen_random_uuid()' : 'case when recipient_agency_id is null then agency_id end',
  ground: (n) => (n % 2 ? `'ground ${n}'` : `case when ground is null then '' end`),
  justification: (n) => (n % 2 ? `'why ${n}'` : `case when justification is null then '' end`),
  previous_hash: (n) => `md5('${n}') || md5('p${n}')`,
  hash: (n) => `md5('${n}') || md5('h${n}')`,
}

/** `count` tampers of single rows, the same for the same seed. Every kind comes up, on any row from first to last. */
export function listTampers(agencies: LoggedAgency[], count: number, seed: number): Tamper[] {
  const random = generator(seed)
  const below = (limit: number) => Math.floor(random() * limit)
  return Array.from({ length: count }, (_, number) => {
    const home = agencies[below(agencies.length)] as LoggedAgency
    const seq = 1 + below(home.rows)
    const make = MAKERS[number % MAKERS.length] as Maker
    return { agencyId: home.agencyId, seq, ...make({ ...home, seq, random: below }) }
  })
}

interface Place extends LoggedAgency {
  seq: number
  random: (limit: number) => number
}

type Maker = (place: Place) => Pick<Tamper, 'kind' | 'sql'> & Partial<Tamper>

const at = ({ agencyId, seq }: Place) => `agency_id = '${agencyId}' and seq = ${seq}`

function changeColumn(place: Place) {
  const names = Object.keys(OTHER)
  const column = names[place.random(names.length)] as string
  const value = OTHER[column]?.(1 + place.random(100_000))
  return { kind: `changes ${column}`, sql: `update case_event set ${column} = ${value} where ${at(place)}` }
}

/** The most a forger can do to one row: what it says, and a hash that fits what it says. */
function replace(place: Place) {
  const changed = changeColumn(place)
  const rehash = `update case_event e set hash = ${HASH} where ${at(place)}`
  if (/hash$/.test(changed.kind)) return changed
  return { kind: `${changed.kind}, with a fitting hash`, sql: `${changed.sql}; ${rehash}` }
}

function shiftTime(place: Place) {
  const seconds = (place.random(2) ? 1 : -1) * (1 + place.random(86_400 * 30))
  const column = place.random(2) ? 'happened_at' : 'recorded_at'
  return {
    kind: 'shifts its time',
    sql: `update case_event set ${column} = ${column} + interval '${seconds} seconds' where ${at(place)}`,
  }
}

function remove(place: Place) {
  return { kind: 'removes it', sql: `delete from case_event where ${at(place)}` }
}

/** A copy under the next free number, hashed as if it followed from the last row. */
function insert(place: Place) {
  const next = place.rows + 1
  return {
    kind: 'inserts one after the end',
    seq: next,
    sql: `insert into case_event select agency_id, ${next}, kind, case_id, subject_id, actor_id, actor_role, happened_at,
        recorded_at, data, recipient_agency_id, ground, justification,
        (select hash from case_event where agency_id = e.agency_id and seq = ${place.rows}), hash
      from case_event e where ${at(place)};
      update case_event e set hash = ${HASH} where agency_id = '${place.agencyId}' and seq = ${next}`,
  }
}

function renumber(place: Place) {
  const number = place.random(2) ? place.rows + 1 + place.random(50) : -place.random(50)
  return { kind: 'gives it another number', sql: `update case_event set seq = ${number} where ${at(place)}` }
}

function swap(place: Place) {
  const other = place.seq === place.rows ? place.seq - 1 : place.seq + 1
  const own = `agency_id = '${place.agencyId}'`
  return {
    kind: 'swaps it with its neighbour',
    sql: `update case_event set seq = -1 where ${at(place)}; update case_event set seq = ${place.seq} where ${own} and seq = ${other};
      update case_event set seq = ${other} where ${own} and seq = -1`,
  }
}

function giveAway(place: Place) {
  return {
    kind: 'gives it to another agency',
    sql: `update case_event e set agency_id = (select agency_id from agency a where a.agency_id <> e.agency_id limit 1),
      seq = 1000 where ${at(place)}`,
  }
}

const MAKERS: Maker[] = [
  changeColumn,
  changeColumn,
  replace,
  replace,
  shiftTime,
  remove,
  insert,
  renumber,
  swap,
  giveAway,
]

/** Runs as the auditor within the same transaction, in which the tamper has just been done. */
export async function asAuditorIn<Value>(tx: postgres.TransactionSql, fn: () => Promise<Value>): Promise<Value> {
  await tx`set local role portal_audit`
  return fn()
}
