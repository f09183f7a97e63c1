import { and, eq } from 'drizzle-orm'
import type { Tx } from '../../../../db/as-actor.ts'
import { caseFile } from '../../../../db/schema/case-file.ts'
import type { Asking } from '../../../domain/partnership/actor.ts'
import { recordEvent } from '../../../timeline/record-event.server.ts'

/** The wishes stay in the case, where every page shows them (G3). */
export async function writeWishes(
  tx: Tx,
  asking: Asking,
  file: { caseId: string; wishes: string },
  wishes: string,
): Promise<void> {
  const { actor, now } = asking
  const { caseId } = file
  if (wishes === file.wishes) return
  await tx
    .update(caseFile)
    .set({ wishes, version: now })
    .where(and(eq(caseFile.agencyId, actor.agencyId), eq(caseFile.caseId, caseId)))
  await recordEvent(tx, asking, { kind: 'case-details-changed', data: { changed: ['wishes'] }, caseId })
}
