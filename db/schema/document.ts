import { sql } from 'drizzle-orm'
import { check, foreignKey, index, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { DocumentKind } from '../../app/domain/cases/document-kind.ts'
import { caseFile } from './case-file.ts'
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
    check('document_kind', sql`${t.kind} = any (array['report_received'])`),
  ],
)
