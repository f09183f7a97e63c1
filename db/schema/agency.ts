import { boolean, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'

/** The directory of agencies, which every signed-in person may read. */
export const agency = pgTable('agency', {
  agencyId: uuid('agency_id').primaryKey(),
  kind: text('kind').notNull(),
  name: text('name').notNull(),
  initials: text('initials').notNull(),
  offers: text('offers').notNull().default(''),
  strands: text('strands').array().notNull().default([]),
  purposes: text('purposes').array().notNull().default([]),
  wards: text('wards').array().notNull().default([]),
  hours: text('hours').notNull().default(''),
  takesReferrals: boolean('takes_referrals').notNull().default(true),
  dutyEmail: text('duty_email').notNull(),
  dutyPhone: text('duty_phone').notNull().default(''),
  investigates: boolean('investigates').notNull().default(false),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
})
