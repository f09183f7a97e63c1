import { and, asc, eq } from 'drizzle-orm'
import { asActor } from '../../../db/as-actor.ts'
import { storedFile } from '../../../db/schema/file.ts'
import { ifMay } from '../../access/ability.ts'
import type { ScanState } from '../../domain/files/stored-file.ts'
import type { Reading } from '../../domain/partnership/actor.ts'
import { findFileKey } from '../../files/file-key.server.ts'
import { bytesOf, isWhole } from '../../files/open-file.server.ts'
import { type VirusScanner, virusScanner } from '../../files/virus-scanner.server.ts'
import { recordEvent } from '../../timeline/record-event.server.ts'
import { type FileAddress, findFile } from './find-file.server.ts'

const AT_ONCE = 50

/**
 * Lets the virus scanner see the files of an agency that wait for it. Without a scanner they go on waiting. One that it
 * gives no answer to does not hold up the others. @throws the first failure at the end
 */
export async function scanFiles(reading: Reading, scanner: VirusScanner | null = virusScanner()): Promise<void> {
  if (!scanner) return
  const { actor } = reading
  const waiting = await asActor(actor, (tx) =>
    tx
      .select({ caseId: storedFile.caseId, fileId: storedFile.fileId })
      .from(storedFile)
      .where(and(eq(storedFile.agencyId, actor.agencyId), eq(storedFile.scan, 'waiting')))
      .orderBy(asc(storedFile.addedAt))
      .limit(AT_ONCE),
  )
  let failure: { error: unknown } | undefined
  for (const address of waiting) {
    try {
      await scanOne(reading, address, scanner)
    } catch (error) {
      failure ??= { error }
    }
  }
  if (failure) throw failure.error
}

/** @throws ScannerAway where it gives no answer: the file then waits for the next time */
async function scanOne(reading: Reading, address: FileAddress, scanner: VirusScanner): Promise<void> {
  const { actor } = reading
  const found = await asActor(actor, async (tx) => {
    const row = ifMay(actor, 'update', 'storedFile', await findFile(tx, actor, address))
    const key = row && (await findFileKey(tx, actor, row.clientId))
    return row && key ? { row, key } : null
  })
  if (!found) return
  const { row, key } = found
  const scan = (await isWhole(key, row, 'original')) ? await scanner.scan(bytesOf(key, row, 'original')) : 'failed'
  await keepAnswer(reading, address, scan)
}

/** The scanner took its time outside the transaction, so the row is read again: only who still waits is answered. */
async function keepAnswer(reading: Reading, { caseId, fileId }: FileAddress, scan: ScanState): Promise<void> {
  const { actor, now } = reading
  await asActor(actor, async (tx) => {
    const [answered] = await tx
      .update(storedFile)
      .set({ scan, scannedAt: now })
      .where(
        and(eq(storedFile.agencyId, actor.agencyId), eq(storedFile.fileId, fileId), eq(storedFile.scan, 'waiting')),
      )
      .returning({ fileId: storedFile.fileId })
    if (!answered) return
    await recordEvent(tx, reading, { kind: 'file-scanned', data: { fileId, scan }, caseId, subjectId: fileId })
  })
}
