import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import type { Tx } from '../../../db/as-actor.ts'
import { storedFile } from '../../../db/schema/file.ts'
import { staff } from '../../../db/schema/staff.ts'
import { caseEvent } from '../../../db/schema/timeline.ts'
import {
  FILE_ERROR_REASONS,
  FILE_KINDS,
  type FileErrorReason,
  openableParts,
  SCAN_STATES,
} from '../../domain/files/stored-file.ts'
import type { Actor } from '../../domain/partnership/actor.ts'
import { scannerSetting } from '../../files/virus-scanner.server.ts'
import { sayScan, sizeInWords } from './file-words.ts'

/** The files of a case as its page shows them, the newest first, also those entered in error. */
export async function readFiles(tx: Tx, actor: Actor, caseId: string, fileId?: string) {
  const rows = await tx
    .select({ file: storedFile, by: staff.name })
    .from(storedFile)
    .innerJoin(staff, and(eq(staff.agencyId, storedFile.agencyId), eq(staff.staffId, storedFile.addedBy)))
    .where(
      and(
        eq(storedFile.agencyId, actor.agencyId),
        eq(storedFile.caseId, caseId),
        fileId === undefined ? undefined : eq(storedFile.fileId, fileId),
      ),
    )
    .orderBy(desc(storedFile.addedAt), desc(storedFile.fileId))
  const openings = await readOpenings(
    tx,
    actor,
    rows.map(({ file }) => file.fileId),
  )
  const scanner = scannerSetting()
  return rows.map(({ file, by }) => {
    const opens = openableParts({ ...file, hasPicture: file.pictureAs !== null }, scanner)
    const { fileId: id, shows, takenOn, takenWhere, fileName, sha256, addedAt, errorAt, scan } = file
    return {
      ...{ fileId: id, takenOn, takenWhere, fileName, sha256, addedAt, errorAt, scan, by, opens },
      label: shows || FILE_KINDS[file.kind].label,
      kind: FILE_KINDS[file.kind].label,
      size: sizeInWords(file.sizeBytes),
      scanLabel: SCAN_STATES[scan].label,
      scanWords: sayScan(file, opens, scanner),
      errorReason: FILE_ERROR_REASONS[file.errorReason as FileErrorReason]?.label ?? '',
      openedBy: openings.filter((one) => one.fileId === id),
    }
  })
}

/** Who opened each of these files, how often, and when last; from the log. */
async function readOpenings(tx: Tx, { agencyId }: Actor, fileIds: string[]) {
  if (fileIds.length === 0) return []
  return tx
    .select({
      fileId: caseEvent.subjectId,
      staffId: staff.staffId,
      name: staff.name,
      times: sql<number>`count(*)::int`,
      lastAt: sql<Date>`max(${caseEvent.happenedAt})`.mapWith(caseEvent.happenedAt),
    })
    .from(caseEvent)
    .innerJoin(staff, and(eq(staff.agencyId, caseEvent.agencyId), eq(staff.staffId, caseEvent.actorId)))
    .where(
      and(eq(caseEvent.agencyId, agencyId), eq(caseEvent.kind, 'file-opened'), inArray(caseEvent.subjectId, fileIds)),
    )
    .groupBy(caseEvent.subjectId, staff.staffId, staff.name)
    .orderBy(staff.name)
}
