import { and, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import type { Tx } from '../../../db/as-actor.ts'
import { storedFile } from '../../../db/schema/file.ts'
import { FILE_KINDS, type FileKind, type ScanState } from '../../domain/files/stored-file.ts'
import type { Actor } from '../../domain/partnership/actor.ts'
import type { PartialDay } from '../../domain/time/partial-day.ts'

export interface FileOfCase {
  fileId: string
  caseId: string
  kind: FileKind
  addedAt: Date
  scan: ScanState
  takenOn: PartialDay | null
  /** '' where nobody has written what it shows. */
  shows: string
  /** What it shows, or what kind of file it is. */
  label: string
}

/** The files kept for these cases, oldest first, without those entered in error. */
export async function readFilesOfCase(
  tx: Tx,
  { agencyId }: Pick<Actor, 'agencyId'>,
  caseIds: string | readonly string[],
): Promise<FileOfCase[]> {
  const wanted = [caseIds].flat()
  if (wanted.length === 0) return []
  const { fileId, caseId, kind, addedAt, scan, takenOn, shows } = storedFile
  const rows = await tx
    .select({ fileId, caseId, kind, addedAt, scan, takenOn, shows })
    .from(storedFile)
    .where(and(eq(storedFile.agencyId, agencyId), inArray(caseId, wanted), isNull(storedFile.errorAt)))
    .orderBy(addedAt, fileId)
  return rows.map((row) => ({ ...row, label: row.shows || FILE_KINDS[row.kind].label }))
}

/** Whether a case has files, as SQL inside another statement: a case without them then costs no query more. */
export function hasFiles(agencyId: string, caseId: string): SQL<boolean> {
  return sql`exists (select from ${storedFile} where ${storedFile.agencyId} = ${agencyId}
    and ${storedFile.caseId} = ${caseId} and ${storedFile.errorAt} is null)`
}
