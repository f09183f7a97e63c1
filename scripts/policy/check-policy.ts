import type postgres from 'postgres'
import { tablePolicySql } from '../../app/access/policy/policy-sql.server.ts'
import { contextKey } from '../../db/derived-secrets.ts'
import { findDrift } from './drift.ts'
import { askCasl, askPostgres, differences, fillMirror } from './equivalence.ts'
import { copyPolicies, GUARDED, replacePolicies, undone, withMirror } from './mirror.ts'
import { listMutants, SQL_MUTANTS } from './mutants.ts'
import { makeCases, type ProofCases } from './proof-cases.ts'

export interface PolicyFindings {
  /** What only the database allows, or only the compiled policy. */
  drift: string[]
  /** How many cases CASL and PostgreSQL both decided, and where they differ. */
  equivalence: { cases: number; mismatches: string[] }
  /** Deliberate mistakes in one side only, and those that this run did not notice. */
  mutants: { tried: number; survivors: string[] }
}

/**
 * Compares a migrated database with app/access/policy/policy.ts, in one transaction that is rolled back.
 * @param databaseUrl the administrator's URL
 * @param secret ACCORD_SECRET, which signs the context of each transaction
 */
export async function checkPolicy(databaseUrl: string, secret: string, seed = 1): Promise<PolicyFindings> {
  const key = contextKey(secret)
  return withMirror(databaseUrl, async (tx) => {
    const drift = await findDrift(tx)
    const cases = makeCases(seed)
    await fillMirror(tx, cases)
    for (const table of GUARDED) await copyPolicies(tx, table)
    const database = await askPostgres(tx, cases, key)
    const mismatches = differences(cases, askCasl(cases), database)
    const mutants = [...mutantsOfCasl(cases, database), ...(await mutantsOfPostgres(tx, cases, key))]
    const survivors = mutants.filter(({ found }) => !found).map(({ name }) => name)
    return {
      drift,
      equivalence: { cases: cases.cases.length, mismatches },
      mutants: { tried: mutants.length, survivors },
    }
  })
}

interface Tried {
  name: string
  /** Whether the two sides decide any case differently. */
  found: boolean
}

function mutantsOfCasl(cases: ProofCases, database: boolean[]): Tried[] {
  return listMutants().map(({ name, table, rules }) => {
    const places = [...cases.cases.keys()].filter((at) => cases.cases[at]?.table === table)
    const part = partOf(cases, table)
    const answers = places.map((at) => database[at] ?? false)
    return { name: `CASL: ${table}: ${name}`, found: differences(part, askCasl(part, rules), answers).length > 0 }
  })
}

async function mutantsOfPostgres(tx: postgres.TransactionSql, cases: ProofCases, key: string): Promise<Tried[]> {
  const compiled = [
    ...listMutants().map(({ name, table, rules }) => ({ name, table, statements: tablePolicySql(table, rules) })),
    ...SQL_MUTANTS.map(({ name, table, change }) => ({ name, table, statements: tablePolicySql(table).map(change) })),
  ]
  const tried: Tried[] = []
  for (const { name, table, statements } of compiled) {
    const found = await undone(tx, async (inner) => {
      await replacePolicies(inner, table, statements)
      return someDiffer(inner, partOf(cases, table), key)
    })
    tried.push({ name: `Postgres: ${table}: ${name}`, found })
  }
  return tried
}

/** Tries actor after actor until a case is decided differently. */
async function someDiffer(tx: postgres.TransactionSql, { cases, ...rest }: ProofCases, key: string) {
  for (const number of rest.actors.keys()) {
    const own = { ...rest, cases: cases.filter(({ actor }) => actor === number) }
    if (differences(own, askCasl(own), await askPostgres(tx, own, key)).length > 0) return true
  }
  return false
}

function partOf({ cases, ...rest }: ProofCases, table: string): ProofCases {
  return { ...rest, cases: cases.filter((one) => one.table === table) }
}
