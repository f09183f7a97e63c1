import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { ReleaseBody } from '../../../app/domain/hotspots/release/release-body.ts'
import { checkBody } from '../../../app/domain/hotspots/release/verify-release.ts'
import { readLedger } from '../../../app/features/hotspots/releases/read-ledger.server.ts'
import { releaseBody } from '../../../app/features/hotspots/releases/release-file.server.ts'
import { Obstacle } from '../../../db/obstacle.ts'
import { readSettings } from '../../environment.ts'
import { operator } from '../asking-as.ts'
import { withLogins } from '../with-logins.ts'

interface Verdict {
  period: string
  sha256: string
  /** What the bytes were compared with. A changed file may still be consistent in itself. */
  comparedWith: ('ledger' | 'sha256')[]
  faults: string[]
}

interface VerifyOptions {
  /** When a file is verified, the files of all earlier releases. */
  earlier: string[]
  /** The published hash as 64 hex digits. */
  sha256: string | undefined
  json: boolean
}

/** `accord release verify`: the exit code is 1 when anything is wrong. */
export async function verifyByCommand(named: string, { earlier, sha256: wanted, json }: VerifyOptions): Promise<void> {
  const isFile = statSync(named, { throwIfNoEntry: false })?.isFile()
  const { period, sha256, comparedWith, faults } = isFile ? await verifyFile(named, earlier) : await verifyLedger(named)
  if (wanted !== undefined) comparedWith.push('sha256')
  if (wanted !== undefined && wanted.toLowerCase() !== sha256)
    faults.push(`Its SHA-256 is ${sha256}, not the one given: the file was changed.`)
  if (json) process.stdout.write(`${JSON.stringify({ period, sha256, comparedWith, faults })}\n`)
  else {
    const lines = [...faults.map((fault) => `  ${fault}`), ...(comparedWith.length === 0 ? [`  ${NOT_COMPARED}`] : [])]
    const verdict = faults.length === 0 ? 'has no errors' : 'has errors'
    process.stdout.write(`${[`${period} ${verdict}. SHA-256 ${sha256}`, ...lines].join('\n')}\n`)
  }
  if (faults.length > 0) process.exitCode = 1
}

const NOT_COMPARED =
  'Whether it is the file that was published was not checked: give its SHA-256 with --sha256, or set DATABASE_URL.'

async function verifyFile(file: string, earlier: string[]): Promise<Verdict> {
  // Read as bytes: decoding and encoding the text again could change them.
  const bytes = readFileSync(file)
  const body = parseFile(file, bytes.toString('utf8'))
  const others = earlier.map((other) => parseFile(other, readFileSync(other, 'utf8')))
  const sha256 = hashOf(bytes)
  const faults = checkBody(body, others)
  if (!hasDatabase()) return { period: body.period, sha256, comparedWith: [], faults }
  const ledger = await withLogins((as) => as('appUrl', () => readLedger(operator)))
  const published = ledger.find(({ period }) => period === body.period)
  if (!published) faults.push(`The ledger of this portal has no release of ${body.period}.`)
  else if (published.sha256 !== sha256)
    faults.push(`It is not the file that was published: the ledger has SHA-256 ${published.sha256}.`)
  return { period: body.period, sha256, comparedWith: ['ledger'], faults }
}

/** Whether a database exists. A file can be verified without one, so verifying must not create it. */
function hasDatabase(): boolean {
  const { databaseUrl, dataDir } = readSettings()
  return databaseUrl !== undefined || existsSync(join(dataDir, 'postgres'))
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
    if (hashOf(one.body) !== one.sha256) faults.push('The stored release is not the approved one: the hashes differ.')
    if (one.previousSha256 !== (ledger[at - 1]?.sha256 ?? '')) faults.push('The ledger is broken before this release.')
    return { period: one.period, sha256: hashOf(one.body), comparedWith: ['ledger'] as Verdict['comparedWith'], faults }
  })
}

function hashOf(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex')
}
