import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import type { ReleaseBody } from '../../app/domain/hotspot/release-body.ts'
import { checkBody } from '../../app/domain/hotspot/verify-release.ts'
import { readLedger } from '../../app/features/hotspots/read-ledger.server.ts'
import { releaseBody } from '../../app/features/hotspots/release-file.server.ts'
import { Obstacle } from '../../db/obstacle.ts'
import { operator } from './asking-as.ts'
import { withLogins } from './with-logins.ts'

interface Verdict {
  period: string
  sha256: string
  faults: string[]
}

/** `accord release verify`: exit code 1 when anything is wrong. */
export async function verifyByCommand(named: string, earlier: string[], json: boolean): Promise<void> {
  const verdict = statSync(named, { throwIfNoEntry: false })?.isFile()
    ? verifyFile(named, earlier)
    : await verifyLedger(named)
  const { period, sha256, faults } = verdict
  if (json) process.stdout.write(`${JSON.stringify(verdict)}\n`)
  else if (faults.length === 0) process.stdout.write(`${period} is sound. SHA-256 ${sha256}\n`)
  else
    process.stdout.write(`${period} is not sound. SHA-256 ${sha256}\n${faults.map((fault) => `  ${fault}\n`).join('')}`)
  if (faults.length > 0) process.exitCode = 1
}

function verifyFile(file: string, earlier: string[]): Verdict {
  const text = readFileSync(file, 'utf8')
  const body = parseFile(file, text)
  const others = earlier.map((other) => parseFile(other, readFileSync(other, 'utf8')))
  return { period: body.period, sha256: hashOf(text), faults: checkBody(body, others) }
}

function parseFile(file: string, text: string): ReleaseBody {
  const parsed = releaseBody.safeParse(readJson(text))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new Obstacle(`${file} is no release: ${issue?.path.join('.') || 'the file'} ${issue?.message ?? ''}.`)
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function verifyLedger(named: string): Promise<Verdict> {
  return withLogins(async (as) => {
    const ledger = await as('appUrl', () => readLedger(operator))
    const at = ledger.findIndex(({ releaseId, period }) => releaseId === named || period === named)
    const one = ledger[at]
    if (!one) throw new Obstacle(`There is no file, no release and no period ${JSON.stringify(named)}.`)
    const body = parseFile(one.period, one.body)
    const others = ledger.slice(0, at).map((other) => parseFile(other.period, other.body))
    const faults = checkBody(body, others)
    if (hashOf(one.body) !== one.sha256) faults.push('What is stored is not what was approved: its hash is another.')
    if (one.previousSha256 !== (ledger[at - 1]?.sha256 ?? '')) faults.push('The ledger is broken before this release.')
    return { period: one.period, sha256: one.sha256, faults }
  })
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
