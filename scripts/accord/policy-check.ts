import postgres from 'postgres'
import { readSettings } from '../environment.ts'
import { checkPolicy, type PolicyFindings } from '../policy/check-policy.ts'
import { findDrift, listUnknownTables } from '../policy/drift.ts'
import { LINTS, runLints } from '../policy/lints.ts'
import { undone, withMirror } from '../policy/mirror.ts'
import { openCommandDatabase } from './open-command-database.ts'

interface Findings extends Partial<PolicyFindings> {
  drift: string[]
  lints: { checked: number; findings: string[] }
}

interface Asked {
  json: boolean
  quick: boolean
  seed: number
}

/** `accord policy check`: prints counts and what was found. The exit code is 1 when anything was found. */
export async function checkPolicyOfDatabase({ json, quick, seed }: Asked): Promise<void> {
  const database = await openCommandDatabase(readSettings())
  try {
    const { unknown, lints } = await readCatalogue(database.databaseUrl)
    const policy = quick
      ? { drift: await withMirror(database.databaseUrl, findDrift) }
      : await checkPolicy(database.databaseUrl, database.secret, seed)
    const findings = { ...policy, drift: [...unknown, ...policy.drift], lints }
    process.stdout.write(json ? `${JSON.stringify(asJson(findings))}\n` : inWords(findings))
    if (listFindings(findings).length > 0) process.exitCode = 1
  } finally {
    await database.close()
  }
}

async function readCatalogue(databaseUrl: string) {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} })
  try {
    const found = [...(await runLints(sql))].flatMap(([name, findings]) => findings.map((one) => `${name}: ${one}`))
    const unknown = (await undone(sql, listUnknownTables)).map((name) => `a table that no policy names: ${name}`)
    return { lints: { checked: LINTS.length, findings: found }, unknown }
  } finally {
    await sql.end({ timeout: 5 })
  }
}

function listFindings({ drift, lints, equivalence, mutants }: Findings): string[] {
  const survivors = mutants?.survivors.map((name) => `not noticed: ${name}`) ?? []
  return [...drift, ...lints.findings, ...(equivalence?.mismatches ?? []), ...survivors]
}

function asJson({ drift, lints, equivalence, mutants }: Findings) {
  return {
    drift: { count: drift.length, findings: drift },
    lints: { checked: lints.checked, count: lints.findings.length, findings: lints.findings },
    equivalence: equivalence && {
      cases: equivalence.cases,
      count: equivalence.mismatches.length,
      findings: equivalence.mismatches,
    },
    mutants: mutants && {
      tried: mutants.tried,
      caught: mutants.tried - mutants.survivors.length,
      survivors: mutants.survivors,
    },
  }
}

function inWords(findings: Findings): string {
  const { drift, lints, equivalence, mutants } = findings
  const lines = [
    `Drift between policy and database: ${drift.length}`,
    `Catalogue: ${lints.checked} lints, ${lints.findings.length} findings`,
    ...(equivalence
      ? [`CASL against PostgreSQL: ${equivalence.cases} cases, ${equivalence.mismatches.length} mismatches`]
      : []),
    ...(mutants ? [`Mutants in one side: ${mutants.tried}, ${mutants.tried - mutants.survivors.length} caught`] : []),
    ...listFindings(findings).map((finding) => `  ${finding}`),
  ]
  return `${lines.join('\n')}\n`
}
