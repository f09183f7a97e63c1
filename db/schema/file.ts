import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { FileErrorReason, FileKind, ScanState } from '../../app/domain/files/stored-file.ts'
import type { PartialDay } from '../../app/domain/time/partial-day.ts'
import { caseFile, client } from './case-file.ts'
import { staff } from './staff.ts'

const at = (name: string) => timestamp(name, { withTimezone: true })

/** The key of a client's files, wrapped: without ACCORD_SECRET it opens nothing. Without the row, no file opens again. */
export const fileKey = pgTable(
  'file_key',
  {
    agencyId: uuid('agency_id').notNull(),
    clientId: uuid('client_id').notNull(),
    wrapped: text('wrapped').notNull(),
    createdAt: at('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.clientId] }),
    foreignKey({ columns: [t.agencyId, t.clientId], foreignColumns: [client.agencyId, client.clientId] }),
  ],
)

/**
 * A photo, scan or other file kept for a case. The bytes are in the storage of files, sealed with the client's key:
 * under `storedAs` as they arrived, under `pictureAs` as a picture that the portal drew again, if it could.
 */
export const storedFile = pgTable(
  'stored_file',
  {
    agencyId: uuid('agency_id').notNull(),
    fileId: uuid('file_id').notNull(),
    caseId: uuid('case_id').notNull(),
    clientId: uuid('client_id').notNull(),
    kind: text('kind').$type<FileKind>().notNull(),
    /** What it shows, in the words of who added it. */
    shows: text('shows').notNull(),
    takenOn: text('taken_on').$type<PartialDay>(),
    takenWhere: text('taken_where').notNull(),
    /** As the sender's device called it. It is shown, and never used as a path or in a header. */
    fileName: text('file_name').notNull(),
    /** What the content is, whatever its name says. */
    mediaType: text('media_type').notNull(),
    sizeBytes: integer('size_bytes').notNull(),
    sha256: text('sha256').notNull(),
    storedAs: uuid('stored_as').notNull(),
    pictureAs: uuid('picture_as'),
    scan: text('scan').$type<ScanState>().notNull(),
    scannedAt: at('scanned_at'),
    addedBy: uuid('added_by').notNull(),
    addedAt: at('added_at').notNull(),
    errorAt: at('error_at'),
    errorReason: text('error_reason').$type<FileErrorReason | ''>().notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.fileId] }),
    index('file_of_case').on(t.agencyId, t.caseId, t.addedAt),
    index('file_to_scan').on(t.agencyId, t.addedAt).where(sql`${t.scan} = 'waiting'`),
    foreignKey({ columns: [t.agencyId, t.caseId], foreignColumns: [caseFile.agencyId, caseFile.caseId] }),
    foreignKey({ columns: [t.agencyId, t.clientId], foreignColumns: [fileKey.agencyId, fileKey.clientId] }),
    foreignKey({ columns: [t.agencyId, t.addedBy], foreignColumns: [staff.agencyId, staff.staffId] }),
    check('file_kind', sql`${t.kind} = any (array['photo','scan','letter','screenshot','other'])`),
    check('file_scan', sql`${t.scan} = any (array['waiting','clean','infected','failed'])`),
  ],
)
