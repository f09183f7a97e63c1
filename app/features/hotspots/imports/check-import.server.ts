import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { asActor } from '../../../../db/as-actor.ts'
import type { AlreadyDone } from '../../../../db/once.ts'
import { agency } from '../../../../db/schema/agency.ts'
import type { Asking, Reading } from '../../../domain/partnership/actor.ts'
import { done, type Result, refused } from '../../../domain/result.ts'
import { endDraft, findDraft, saveDraft } from '../../../facts/drafts.server.ts'
import { neededFile } from '../../../forms/form-fields.server.ts'
import { type ImportIncidentsRefusal, importIncidents } from './import-incidents.server.ts'
import type { ImportedIncidents } from './import-lines.server.ts'

export const checkImportInput = z.object({
  agencyId: z.uuid('Choose the agency whose incidents these are'),
  csv: neededFile('Choose a CSV file'),
})

export type CheckImportInput = z.output<typeof checkImportInput>

/**
 * Tries a file out. If it has no errors, keeps it so that the sender can see what it would add before importing it.
 * One file for each person, until it is imported, replaced or expired.
 */
export async function checkImport(
  asking: Asking,
  { agencyId, csv }: CheckImportInput,
): Promise<Result<ImportedIncidents, ImportIncidentsRefusal | AlreadyDone>> {
  const bytes = new Uint8Array(await csv.arrayBuffer())
  const tried = await importIncidents(asking, { agencyId, source: [bytes], dryRun: true })
  if (!tried.ok) return tried
  const { rows, added } = tried.value
  const fields = {
    agencyId: [agencyId],
    csv: [new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)],
    rows: [String(rows)],
    added: [String(added)],
  }
  await asActor(asking.actor, (tx) => saveDraft(tx, asking, { form: 'incident-import' }, fields))
  return tried
}

/** `mark` identifies the file the person saw: another tab may have replaced it since. */
export const confirmImportInput = z.object({ mark: z.string().max(64) })

export interface ImportCheck extends ImportedIncidents {
  mark: string
  agencyId: string
  agencyName: string
}

/** What the checked file would add; null if none is kept. */
export async function findCheckedImport(reading: Reading): Promise<ImportCheck | null> {
  const kept = await readKept(reading)
  if (!kept) return null
  const { csv, ...shown } = kept
  return shown
}

/** Imports the checked file, as the command does; null if none is kept. */
export async function confirmImport(
  asking: Asking,
  { mark }: z.output<typeof confirmImportInput>,
): Promise<Result<ImportedIncidents | null, ImportIncidentsRefusal | AlreadyDone | { kind: 'another-file' }>> {
  const kept = await readKept(asking)
  // A second submit of the same form: the first one imported the file and removed it.
  if (!kept) return done(null)
  if (kept.mark !== mark) return refused({ kind: 'another-file' })
  const bytes = new TextEncoder().encode(kept.csv)
  const fileSha256 = createHash('sha256').update(bytes).digest('hex')
  const taken = await importIncidents(asking, { agencyId: kept.agencyId, source: [bytes], dryRun: false, fileSha256 })
  if (!taken.ok) return taken
  await asActor(asking.actor, (tx) => endDraft(tx, asking, { form: 'incident-import' }, undefined))
  return done(taken.value)
}

async function readKept(reading: Reading) {
  return asActor(reading.actor, async (tx) => {
    const kept = await findDraft(tx, reading, { form: 'incident-import' })
    if (!kept) return null
    const wordOf = (name: string) => kept.fields[name]?.[0] ?? ''
    const agencyId = wordOf('agencyId')
    const [whose] = await tx.select({ name: agency.name }).from(agency).where(eq(agency.agencyId, agencyId))
    const [rows, added] = [Number(wordOf('rows')), Number(wordOf('added'))]
    const mark = createHash('sha256')
      .update(`${agencyId} ${wordOf('csv')}`)
      .digest('base64url')
    return { mark, agencyId, agencyName: whose?.name ?? '', csv: wordOf('csv'), rows, added }
  })
}
