import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Tx } from '../../../db/as-actor.ts'
import { paperDelivery, supportPack } from '../../../db/schema/document.ts'
import type { DocumentKind } from '../../domain/papers/document-kind.ts'
import type { PaperFormat } from '../../domain/papers/paper-format.ts'
import type { PaperRecipient, PaperWay } from '../../domain/papers/paper-way.ts'
import { type SupportPackState, supportPacksOf } from '../../domain/papers/support-pack.ts'
import type { Actor } from '../../domain/partnership/actor.ts'

export interface PaperOfCase {
  deliveryId: string
  paper: DocumentKind
  /** For papers about an action plan. */
  planId: string | null
  recipient: PaperRecipient
  way: PaperWay
  format: PaperFormat
  language: string
  givenAt: Date
}

/** The papers given in a case, the first one first. What was entered in error is left out. */
export function readPapersOfCase(tx: Tx, { agencyId }: Actor, caseId: string): Promise<PaperOfCase[]> {
  return tx
    .select({
      deliveryId: paperDelivery.deliveryId,
      paper: paperDelivery.paper,
      planId: paperDelivery.planId,
      recipient: paperDelivery.recipient,
      way: paperDelivery.way,
      format: paperDelivery.format,
      language: paperDelivery.language,
      givenAt: paperDelivery.givenAt,
    })
    .from(paperDelivery)
    .where(and(eq(paperDelivery.agencyId, agencyId), eq(paperDelivery.caseId, caseId), isNull(paperDelivery.errorAt)))
    .orderBy(asc(paperDelivery.givenAt), asc(paperDelivery.deliveryId))
}

/** What the client and each witness have of the support pack (S1, V5), the client first. */
export async function readSupportPacksOfCase(tx: Tx, { agencyId }: Actor, caseId: string): Promise<SupportPackState[]> {
  const rows = await tx
    .select()
    .from(supportPack)
    .where(and(eq(supportPack.agencyId, agencyId), eq(supportPack.caseId, caseId)))
    .orderBy(asc(supportPack.givenAt), asc(supportPack.recordedAt))
  return supportPacksOf(
    rows.map(({ recipient, recipientId, recipientName, givenAt, ...row }) => {
      const { diary, pen, contacts, publicity, standards } = row
      return { recipient, recipientId, recipientName, givenAt, answers: { diary, pen, contacts, publicity, standards } }
    }),
  )
}
