import { sql } from 'drizzle-orm'
import {
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { agency } from './agency.ts'
import { cellColumn } from './cell-column.ts'
import { staff } from './staff.ts'

const at = (name: string) => timestamp(name, { withTimezone: true })

/** Awareness work, planned or held (G13, G14). It is about places and partners and must not name a client. */
export const awarenessEvent = pgTable(
  'awareness_event',
  {
    agencyId: uuid('agency_id')
      .notNull()
      .references(() => agency.agencyId),
    eventId: uuid('event_id').notNull(),
    title: text('title').notNull(),
    kind: text('kind').notNull(),
    state: text('state').$type<'planned' | 'held' | 'cancelled'>().notNull(),
    heldOn: date('held_on').notNull(),
    startsAt: text('starts_at').notNull().default(''),
    endsAt: text('ends_at').notNull().default(''),
    venue: text('venue').notNull(),
    ward: text('ward').notNull().default(''),
    cell: cellColumn('cell'),
    releaseId: uuid('release_id'),
    strands: text('strands').array().notNull(),
    audience: text('audience').notNull().default(''),
    languages: text('languages').notNull().default(''),
    materials: text('materials').notNull().default(''),
    attendance: integer('attendance'),
    followUp: text('follow_up').notNull().default(''),
    plannedBy: uuid('planned_by').notNull(),
    plannedByName: text('planned_by_name').notNull(),
    plannedAt: at('planned_at').notNull(),
    version: timestamp('changed_at', { withTimezone: true }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.eventId] }),
    index('awareness_by_day').on(t.heldOn),
    index('awareness_of_agency').on(t.agencyId, t.heldOn),
    check('awareness_state', sql`${t.state} in ('planned','held','cancelled')`),
  ],
)

/** A partner invited to take part, and its answer. */
export const awarenessPartner = pgTable(
  'awareness_partner',
  {
    agencyId: uuid('agency_id').notNull(),
    eventId: uuid('event_id').notNull(),
    partnerAgencyId: uuid('partner_agency_id')
      .notNull()
      .references(() => agency.agencyId),
    state: text('state').$type<'invited' | 'accepted' | 'declined'>().notNull(),
    invitedAt: at('invited_at').notNull(),
    answeredAt: at('answered_at'),
    answeredByName: text('answered_by_name').notNull().default(''),
    note: text('note').notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.eventId, t.partnerAgencyId] }),
    index('partner_of_agency').on(t.partnerAgencyId, t.state),
    foreignKey({
      columns: [t.agencyId, t.eventId],
      foreignColumns: [awarenessEvent.agencyId, awarenessEvent.eventId],
    }),
    check('partner_state', sql`${t.state} in ('invited','accepted','declined')`),
  ],
)

/** The hash of a person's secret calendar address. It ends with a new address, or when the person leaves. */
export const calendarFeed = pgTable(
  'calendar_feed',
  {
    agencyId: uuid('agency_id').notNull(),
    staffId: uuid('staff_id').notNull(),
    tokenHash: text('token_hash').notNull(),
    madeAt: at('made_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.staffId] }),
    uniqueIndex('calendar_token').on(t.tokenHash),
    foreignKey({ columns: [t.agencyId, t.staffId], foreignColumns: [staff.agencyId, staff.staffId] }),
  ],
)
