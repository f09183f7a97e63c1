import { sql } from 'drizzle-orm'
import { boolean, check, foreignKey, index, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { DocumentKind } from '../../app/domain/papers/document-kind.ts'
import type { PaperErrorReason } from '../../app/domain/papers/paper-error.ts'
import type { PaperFormat, TranslatedBy } from '../../app/domain/papers/paper-format.ts'
import type { PaperRecipient, PaperWay } from '../../app/domain/papers/paper-way.ts'
import type { PackAnswer } from '../../app/domain/papers/support-pack.ts'
import { caseFile, contactSafety } from './case-file.ts'
import { staff } from './staff.ts'

/**
 * A document made for a case: its template, a hash of its content and a hash of the file, to prove that a copy is
 * genuine. The content itself is only in the case. Rows never change.
 */
export const documentVersion = pgTable(
  'document_version',
  {
    agencyId: uuid('agency_id').notNull(),
    documentId: uuid('document_id').notNull(),
    caseId: uuid('case_id').notNull(),
    kind: text('kind').$type<DocumentKind>().notNull(),
    language: text('language').notNull(),
    format: text('format').$type<PaperFormat>().notNull().default('standard'),
    /** The action plan that the paper is about; null for a paper about none. */
    planId: uuid('plan_id'),
    templateVersion: text('template_version').notNull(),
    contentSha256: text('content_sha256').notNull(),
    pdfSha256: text('pdf_sha256').notNull(),
    madeBy: uuid('made_by').notNull(),
    madeAt: timestamp('made_at', { withTimezone: true }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.documentId] }),
    index('document_of_case').on(t.agencyId, t.caseId, t.kind, t.madeAt),
    foreignKey({ columns: [t.agencyId, t.caseId], foreignColumns: [caseFile.agencyId, caseFile.caseId] }),
    foreignKey({ columns: [t.agencyId, t.madeBy], foreignColumns: [staff.agencyId, staff.staffId] }),
    check(
      'document_kind',
      sql`${t.kind} = any (array['report_received','process_leaflet','support_pack','action_plan','acknowledgement'])`,
    ),
    check('document_format', sql`${t.format} in ('standard','large_print','easy_read','braille')`),
  ],
)

/** How a paper was given: by hand, by post and so on, in which language and format. */
const handedOver = () => ({
  recipient: text('recipient').$type<PaperRecipient>().notNull(),
  /** Of a witness; empty for the client. */
  recipientName: text('recipient_name').notNull().default(''),
  way: text('way').$type<PaperWay>().notNull(),
  format: text('format').$type<PaperFormat>().notNull(),
  language: text('language').notNull(),
  /** How a paper in another language than the client’s was made understood; empty where it need not be. */
  translatedBy: text('translated_by').$type<TranslatedBy | ''>().notNull().default(''),
  /** The client needs another format and asked for this one. */
  askedForFormat: boolean('asked_for_format').notNull().default(false),
  ...contactSafety(),
  givenAt: timestamp('given_at', { withTimezone: true }).notNull(),
  givenBy: uuid('given_by').notNull(),
  recordedAt: timestamp('recorded_at', { withTimezone: true }).notNull(),
})

/** A paper given to the client or to a witness. The document is null where the portal did not make the copy (Braille). */
export const paperDelivery = pgTable(
  'paper_delivery',
  {
    agencyId: uuid('agency_id').notNull(),
    deliveryId: uuid('delivery_id').notNull(),
    caseId: uuid('case_id').notNull(),
    paper: text('paper').$type<DocumentKind>().notNull(),
    documentId: uuid('document_id'),
    planId: uuid('plan_id'),
    ...handedOver(),
    /** The client asked not to receive papers at home. */
    notAtHome: boolean('not_at_home').notNull().default(false),
    errorAt: timestamp('error_at', { withTimezone: true }),
    errorReason: text('error_reason').$type<PaperErrorReason | ''>().notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.deliveryId] }),
    index('delivery_of_case').on(t.agencyId, t.caseId, t.givenAt),
    foreignKey({ columns: [t.agencyId, t.caseId], foreignColumns: [caseFile.agencyId, caseFile.caseId] }),
    foreignKey({
      columns: [t.agencyId, t.documentId],
      foreignColumns: [documentVersion.agencyId, documentVersion.documentId],
    }),
    foreignKey({ columns: [t.agencyId, t.givenBy], foreignColumns: [staff.agencyId, staff.staffId] }),
    check('delivery_recipient', sql`${t.recipient} in ('client','witness')`),
    check('delivery_way', sql`${t.way} in ('handed','collected','held','read_aloud','emailed','posted')`),
    check('delivery_format', sql`${t.format} in ('standard','large_print','easy_read','braille')`),
    check('delivery_unsafe_has_reason', sql`(cardinality(${t.unsafeAnswers}) > 0) = (${t.unsafeReason} <> '')`),
    check('delivery_witness_has_name', sql`(${t.recipient} = 'witness') = (${t.recipientName} <> '')`),
    check('delivery_error_has_reason', sql`(${t.errorAt} is not null) = (${t.errorReason} <> '')`),
  ],
)

/** What was offered of a support pack on one occasion. Rows never change: the newest answer for an item counts. */
export const supportPack = pgTable(
  'support_pack',
  {
    agencyId: uuid('agency_id').notNull(),
    packId: uuid('pack_id').notNull(),
    caseId: uuid('case_id').notNull(),
    documentId: uuid('document_id'),
    /** The client’s id, or an id of this witness in this case. */
    recipientId: uuid('recipient_id').notNull(),
    ...handedOver(),
    diary: packAnswer('diary'),
    pen: packAnswer('pen'),
    contacts: packAnswer('contacts'),
    publicity: packAnswer('publicity'),
    standards: packAnswer('standards'),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.packId] }),
    index('support_pack_of_case').on(t.agencyId, t.caseId, t.givenAt),
    foreignKey({ columns: [t.agencyId, t.caseId], foreignColumns: [caseFile.agencyId, caseFile.caseId] }),
    foreignKey({
      columns: [t.agencyId, t.documentId],
      foreignColumns: [documentVersion.agencyId, documentVersion.documentId],
    }),
    foreignKey({ columns: [t.agencyId, t.givenBy], foreignColumns: [staff.agencyId, staff.staffId] }),
    check('pack_recipient', sql`${t.recipient} in ('client','witness')`),
    check('pack_way', sql`${t.way} in ('handed','collected','held','read_aloud','emailed','posted')`),
    check('pack_format', sql`${t.format} in ('standard','large_print','easy_read','braille')`),
    check(
      'pack_answers',
      sql`array[${t.diary}, ${t.pen}, ${t.contacts}, ${t.publicity}, ${t.standards}] <@ array['','given','declined']`,
    ),
    check('pack_unsafe_has_reason', sql`(cardinality(${t.unsafeAnswers}) > 0) = (${t.unsafeReason} <> '')`),
    check('pack_witness_has_name', sql`(${t.recipient} = 'witness') = (${t.recipientName} <> '')`),
    check('pack_has_answer', sql`${t.diary} || ${t.pen} || ${t.contacts} || ${t.publicity} || ${t.standards} <> ''`),
  ],
)

function packAnswer(name: string) {
  return text(name).$type<PackAnswer | ''>().notNull().default('')
}
