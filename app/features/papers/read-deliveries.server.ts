import { and, desc, eq } from 'drizzle-orm'
import type { Tx } from '../../../db/as-actor.ts'
import { paperDelivery } from '../../../db/schema/document.ts'
import { staff } from '../../../db/schema/staff.ts'
import { labelOf } from '../../domain/events/event-row.ts'
import { DOCUMENT_KINDS } from '../../domain/papers/document-kind.ts'
import { PAPER_ERROR_REASONS } from '../../domain/papers/paper-error.ts'
import { PAPER_FORMATS, PAPER_LANGUAGES, TRANSLATED_BY } from '../../domain/papers/paper-format.ts'
import { PAPER_WAYS } from '../../domain/papers/paper-way.ts'
import type { Actor } from '../../domain/partnership/actor.ts'

/** How the papers of a case were given, the newest first, and what was recorded by mistake. */
export async function readDeliveries(tx: Tx, { agencyId }: Actor, caseId: string) {
  const rows = await tx
    .select({ delivery: paperDelivery, givenBy: staff.name })
    .from(paperDelivery)
    .innerJoin(staff, and(eq(staff.agencyId, paperDelivery.agencyId), eq(staff.staffId, paperDelivery.givenBy)))
    .where(and(eq(paperDelivery.agencyId, agencyId), eq(paperDelivery.caseId, caseId)))
    .orderBy(desc(paperDelivery.givenAt), desc(paperDelivery.recordedAt))
  return rows.map(({ delivery, givenBy }) => ({
    deliveryId: delivery.deliveryId,
    paper: delivery.paper,
    label: DOCUMENT_KINDS[delivery.paper].label,
    to: delivery.recipient === 'witness' ? delivery.recipientName : '',
    how: [
      PAPER_WAYS[delivery.way].label,
      labelOf(PAPER_FORMATS, delivery.format),
      labelOf(PAPER_LANGUAGES, delivery.language),
      delivery.translatedBy ? TRANSLATED_BY[delivery.translatedBy].label : '',
      delivery.notAtHome ? 'Asked not to receive papers at home' : '',
    ]
      .filter(Boolean)
      .join('. '),
    unsafe: delivery.unsafeAnswers.length > 0,
    givenAt: delivery.givenAt,
    givenBy,
    error: delivery.errorReason ? PAPER_ERROR_REASONS[delivery.errorReason].label : '',
  }))
}
