import { createHash, type Hash, randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import type { Tx } from '../../../../db/as-actor.ts'
import { type AlreadyDone, writeOnce } from '../../../../db/once.ts'
import { agency } from '../../../../db/schema/agency.ts'
import { incidentImport } from '../../../../db/schema/hotspot.ts'
import { mayInsert } from '../../../access/ability.ts'
import { ownNameAndAgency } from '../../../access/own-name.server.ts'
import type { Asking } from '../../../domain/partnership/actor.ts'
import { done, type Result, refused } from '../../../domain/result.ts'
import { recordEvent } from '../../../timeline/record-event.server.ts'
import { allowLongWrite } from '../releases/long-write.server.ts'
import type { CsvSource } from './csv-bytes.server.ts'
import { type CsvProblems, noProblems } from './csv-problems.server.ts'
import { type ImportedIncidents, type ImportIncidentsInput, importLines } from './import-lines.server.ts'

export type ImportIncidentsRefusal =
  | { kind: 'not-allowed' }
  | { kind: 'no-such-agency' }
  | { kind: 'unsound'; problems: CsvProblems }

type Undone = ImportIncidentsRefusal | { kind: 'dry-run'; would: ImportedIncidents }

/**
 * Imports an agency's own incidents for the anonymous map: the whole file or nothing; the same file twice changes
 * nothing. References and clients are stored only as numbers from which they cannot be recovered.
 */
export async function importIncidents(
  asking: Asking,
  input: ImportIncidentsInput,
): Promise<Result<ImportedIncidents, ImportIncidentsRefusal | AlreadyDone>> {
  const { agencyId, dryRun, fileSha256 = null } = input
  const answer = await writeOnce<ImportedIncidents, Undone>(
    asking,
    'import-incidents',
    { agencyId, dryRun, fileSha256 },
    (tx) => importIn(tx, asking, input),
  )
  if (!answer.ok && answer.refusal.kind === 'dry-run') return done(answer.refusal.would)
  return answer as Result<ImportedIncidents, ImportIncidentsRefusal | AlreadyDone>
}

async function importIn(
  tx: Tx,
  asking: Asking,
  input: ImportIncidentsInput,
): Promise<Result<ImportedIncidents, Undone>> {
  const { actor, now } = asking
  const { agencyId, dryRun } = input
  if (!mayInsert(actor, 'incidentImport', {})) return refused({ kind: 'not-allowed' })
  const [known] = await tx.select({ agencyId: agency.agencyId }).from(agency).where(eq(agency.agencyId, agencyId))
  if (!known) return refused({ kind: 'no-such-agency' })
  await allowLongWrite(tx)
  // One file of an agency at a time: two at once could contain the same line with different values.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`import|${agencyId}`}, 0))`)
  const importId = randomUUID()
  const problems = noProblems()
  const hash = createHash('sha256')
  const told = await importLines(tx, asking, { ...input, source: hashed(input.source, hash) }, { importId, problems })
  if (problems.total > 0) return refused({ kind: 'unsound', problems })
  if (dryRun) return refused({ kind: 'dry-run', would: told })
  const fileSha256 = hash.digest('hex')
  const importedBy = await ownNameAndAgency(tx, actor)
  await tx.insert(incidentImport).values({ importId, agencyId, fileSha256, ...told, importedBy, importedAt: now })
  await recordEvent(tx, asking, {
    kind: 'incidents-imported',
    data: { importId, agencyId, ...told },
    subjectId: importId,
  })
  return done(told)
}

async function* hashed(source: CsvSource, hash: Hash): AsyncGenerator<Uint8Array> {
  for await (const chunk of source) {
    hash.update(chunk)
    yield chunk
  }
}
