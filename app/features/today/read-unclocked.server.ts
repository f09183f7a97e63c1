import { and, asc, eq, gt, isNull, or } from 'drizzle-orm'
import type { Tx } from '../../../db/as-actor.ts'
import { caseFile, client } from '../../../db/schema/case-file.ts'
import type { Actor } from '../../domain/partnership/actor.ts'
import { violenceOfCase } from '../../facts/violence-of-case.server.ts'
import { isUnallocated } from '../../facts/waiting-cases.server.ts'

/** A case that needs a case worker although no deadline of it is near. */
export interface Unclocked {
  caseId: string
  reference: string
  clientName: string
  violence: { safeTimes: string } | null
  receivedAt: string
}

/** Open cases without a case worker and without a near deadline: contact is impossible, or a leaver had them. */
export async function readUnclocked(tx: Tx, { agencyId }: Actor, until: Date, limit: number): Promise<Unclocked[]> {
  const { caseId, reference, receivedAt, nextDueAt } = caseFile
  const rows = await tx
    .select({ caseId, reference, receivedAt, clientName: client.name, violence: violenceOfCase() })
    .from(caseFile)
    .innerJoin(client, and(eq(client.agencyId, caseFile.agencyId), eq(client.clientId, caseFile.clientId)))
    .where(and(isUnallocated(agencyId), or(isNull(nextDueAt), gt(nextDueAt, until))))
    .orderBy(asc(caseFile.urgentOrder), asc(receivedAt))
    .limit(limit)
  return rows.map((row) => ({ ...row, receivedAt: row.receivedAt.toISOString() }))
}
