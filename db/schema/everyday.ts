import {
  bigint,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { agency } from './agency.ts'
import { staff } from './staff.ts'

const at = (name: string) => timestamp(name, { withTimezone: true })
const ofStaff = { agencyId: uuid('agency_id').notNull(), staffId: uuid('staff_id').notNull() }

/** An unfinished form, visible only to its writer: one row for each form (`DRAFT_FORMS`), subject and page. */
export const draft = pgTable(
  'draft',
  {
    ...ofStaff,
    form: text('form').notNull(),
    subject: text('subject').notNull().default(''),
    page: text('page').notNull().default(''),
    fields: jsonb('fields').$type<Record<string, string[]>>().notNull(),
    savedAt: at('saved_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.staffId, t.form, t.subject, t.page] }),
    foreignKey({ columns: [t.agencyId, t.staffId], foreignColumns: [staff.agencyId, staff.staffId] }),
  ],
)

/** The result of a form, by its key. The same form gets it again; a changed form is refused. */
export const idempotency = pgTable(
  'idempotency',
  {
    ...ofStaff,
    action: text('action').notNull(),
    key: uuid('key').notNull(),
    bodyHash: text('body_hash').notNull(),
    answer: jsonb('answer'),
    doneAt: at('done_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.staffId, t.action, t.key] }),
    index('idempotency_age').on(t.agencyId, t.doneAt),
  ],
)

/**
 * A notification to send once. `staffId` null means the agency's duty address. It contains no client's personal data.
 * Rows with the same `mailId` go into one mail; digest rows get theirs in the morning. The process that set `claimedAt`
 * has a minute to send; after each attempt the pause grows.
 */
export const notification = pgTable(
  'notification',
  {
    agencyId: uuid('agency_id')
      .notNull()
      .references(() => agency.agencyId),
    notificationId: uuid('notification_id').notNull(),
    recipientKey: text('recipient_key').notNull(),
    staffId: uuid('staff_id'),
    kind: text('kind').notNull(),
    subjectId: uuid('subject_id').notNull(),
    occasion: text('occasion').notNull(),
    reference: text('reference').notNull(),
    path: text('path').notNull(),
    how: text('how').$type<'at_once' | 'digest'>().notNull(),
    createdAt: at('created_at').notNull().defaultNow(),
    mailId: uuid('mail_id'),
    claimedAt: at('claimed_at'),
    tries: integer('tries').notNull().default(0),
    sentAt: at('sent_at'),
    readAt: at('read_at'),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.notificationId] }),
    unique('notification_once').on(t.agencyId, t.recipientKey, t.kind, t.subjectId, t.occasion),
    index('notification_unsent').on(t.agencyId, t.how, t.sentAt),
    index('notification_of_staff').on(t.agencyId, t.staffId, t.createdAt),
  ],
)

/** How a person wants to get one kind of notification. Without a row, the kind's default applies. */
export const notificationChoice = pgTable(
  'notification_choice',
  { ...ofStaff, kind: text('kind').notNull(), how: text('how').$type<'at_once' | 'digest' | 'never'>().notNull() },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.staffId, t.kind] }),
    foreignKey({ columns: [t.agencyId, t.staffId], foreignColumns: [staff.agencyId, staff.staffId] }),
  ],
)

/** The demo's mailbox, with the mails that would have been sent over SMTP. */
export const demoMail = pgTable(
  'demo_mail',
  {
    agencyId: uuid('agency_id')
      .notNull()
      .references(() => agency.agencyId),
    mailId: uuid('mail_id').notNull(),
    messageId: text('message_id').notNull(),
    recipient: text('recipient').notNull(),
    subject: text('subject').notNull(),
    body: text('body').notNull(),
    sentAt: at('sent_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.mailId] }),
    unique('demo_mail_once').on(t.agencyId, t.messageId, t.recipient),
    index('demo_mail_newest').on(t.agencyId, t.sentAt),
  ],
)

/** Bank holidays announced after the bundled list was made. Administrators add them; they are never removed. */
export const bankHoliday = pgTable('bank_holiday', {
  on: date('holiday_on').primaryKey(),
  name: text('name').notNull(),
  addedBy: uuid('added_by').notNull(),
  addedAt: at('added_at').notNull().defaultNow(),
})

/** Settings of the partnership, for example which local strands it uses. */
export const setting = pgTable('setting', {
  name: text('name').primaryKey(),
  value: jsonb('value').notNull(),
  changedAt: at('changed_at').notNull().defaultNow(),
})

/** The table of rate-limiter-flexible. Keys are hashes. */
export const rateLimit = pgTable('rate_limit', {
  key: text('key').primaryKey(),
  points: integer('points').notNull().default(0),
  expire: bigint('expire', { mode: 'number' }),
})
