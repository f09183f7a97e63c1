import { sql } from 'drizzle-orm'
import {
  bigint,
  check,
  foreignKey,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import type { CaseEventData, CaseEventKind } from '../../app/domain/cases/case-event.ts'
import type { ClauseId } from '../../app/domain/standards/service-standard.ts'
import { agency } from './agency.ts'
import { caseFile } from './case-file.ts'

const at = (name: string) => timestamp(name, { withTimezone: true })

/**
 * The log of an agency, written only by app.append_event. `hash` covers the row and the previous hash. A disclosure
 * also records recipient, ground and justification (DPA 2018 s62).
 */
export const caseEvent = pgTable(
  'case_event',
  {
    agencyId: uuid('agency_id')
      .notNull()
      .references(() => agency.agencyId),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    kind: text('kind').$type<CaseEventKind>().notNull(),
    caseId: uuid('case_id'),
    subjectId: uuid('subject_id'),
    actorId: uuid('actor_id').notNull(),
    actorRole: text('actor_role').notNull(),
    happenedAt: at('happened_at').notNull(),
    recordedAt: at('recorded_at').notNull(),
    data: jsonb('data').$type<CaseEventData[CaseEventKind]>().notNull(),
    recipientAgencyId: uuid('recipient_agency_id'),
    ground: text('ground'),
    justification: text('justification'),
    previousHash: text('previous_hash').notNull(),
    hash: text('hash').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.seq] }),
    index('event_of_case').on(t.agencyId, t.caseId, t.seq),
    index('event_of_subject').on(t.agencyId, t.subjectId, t.seq),
  ],
)

/** The last number and hash of each agency's log. The row is locked while an event is added. */
export const auditHead = pgTable('audit_head', {
  agencyId: uuid('agency_id')
    .primaryKey()
    .references(() => agency.agencyId),
  seq: bigint('seq', { mode: 'number' }).notNull(),
  hash: text('hash').notNull(),
})

/** One deadline. `dueAt` is the last instant that keeps it. Whether it is overdue is calculated when read. */
export const clock = pgTable(
  'clock',
  {
    agencyId: uuid('agency_id').notNull(),
    clockId: uuid('clock_id').notNull(),
    caseId: uuid('case_id').notNull(),
    subjectId: uuid('subject_id').notNull(),
    clause: text('clause').$type<ClauseId>().notNull(),
    standardVersion: text('standard_version').notNull(),
    calendarVersion: text('calendar_version').notNull(),
    startedAt: at('started_at').notNull(),
    dueAt: at('due_at').notNull(),
    originalDueAt: at('original_due_at').notNull(),
    state: text('state')
      .$type<'running' | 'met' | 'met_late' | 'exception' | 'not_applicable' | 'cancelled'>()
      .notNull(),
    keptAt: at('kept_at'),
    reason: text('reason').notNull().default(''),
    lateReason: text('late_reason').notNull().default(''),
    warnedStep: text('warned_step').notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.clockId] }),
    unique('clock_once').on(t.agencyId, t.clause, t.subjectId, t.startedAt),
    index('clock_of_case').on(t.agencyId, t.caseId),
    index('clock_due').on(t.agencyId, t.dueAt).where(sql`state = 'running'`),
    index('clock_kept').on(t.agencyId, t.clause, t.dueAt),
    foreignKey({ columns: [t.agencyId, t.caseId], foreignColumns: [caseFile.agencyId, caseFile.caseId] }),
    check('clock_state', sql`${t.state} in ('running','met','met_late','exception','not_applicable','cancelled')`),
  ],
)
