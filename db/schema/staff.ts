import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
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
import type { StaffRole } from '../../app/domain/partnership/actor.ts'
import { agency } from './agency.ts'

export const staff = pgTable(
  'staff',
  {
    agencyId: uuid('agency_id')
      .notNull()
      .references(() => agency.agencyId),
    staffId: uuid('staff_id').notNull(),
    name: text('name').notNull(),
    email: text('email').notNull(),
    emailKey: text('email_key').notNull(),
    role: text('role').$type<StaffRole>().notNull(),
    jobTitle: text('job_title').notNull().default(''),
    phone: text('phone').notNull().default(''),
    active: boolean('active').notNull().default(true),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    /** Who added the account, in which role. The database takes both from the signed context. */
    addedBy: uuid('added_by'),
    addedAs: text('added_as'),
    leftAt: timestamp('left_at', { withTimezone: true }),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.staffId] }),
    uniqueIndex('staff_email').on(t.agencyId, t.emailKey),
    index('staff_by_email').on(t.emailKey),
    check('staff_role', sql`${t.role} in ('case_worker','manager','coordinator','cohesion_officer','administrator')`),
  ],
)

const ofStaff = { agencyId: uuid('agency_id').notNull(), staffId: uuid('staff_id').notNull() }

export const credential = pgTable(
  'credential',
  {
    ...ofStaff,
    passwordHash: text('password_hash'),
    totpSecret: text('totp_secret'),
    totpEnrolledAt: timestamp('totp_enrolled_at', { withTimezone: true }),
    totpLastStep: integer('totp_last_step').notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.staffId] }),
    foreignKey({ columns: [t.agencyId, t.staffId], foreignColumns: [staff.agencyId, staff.staffId] }),
  ],
)

export const recoveryCode = pgTable(
  'recovery_code',
  {
    ...ofStaff,
    codeHash: text('code_hash').notNull(),
    usedAt: timestamp('used_at', { withTimezone: true }),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.staffId, t.codeHash] }),
    foreignKey({ columns: [t.agencyId, t.staffId], foreignColumns: [staff.agencyId, staff.staffId] }),
  ],
)

/**
 * An invitation is open until it is used, expires, or is replaced by a newer one. `role` is the person's role when
 * invited; a change of role makes the invitation invalid.
 */
export const invitation = pgTable(
  'invitation',
  {
    ...ofStaff,
    invitationId: uuid('invitation_id').notNull(),
    tokenHash: text('token_hash').notNull(),
    role: text('role').$type<StaffRole>().notNull(),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
    usedAt: timestamp('used_at', { withTimezone: true }),
    mailedAt: timestamp('mailed_at', { withTimezone: true }),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.invitationId] }),
    uniqueIndex('invitation_token').on(t.tokenHash),
    index('invitation_of_staff').on(t.agencyId, t.staffId),
    foreignKey({ columns: [t.agencyId, t.staffId], foreignColumns: [staff.agencyId, staff.staffId] }),
  ],
)

/** `idHash` is the SHA-256 of the cookie's secret. `confined` means that the second factor is still missing. */
export const session = pgTable(
  'session',
  {
    ...ofStaff,
    idHash: text('id_hash').notNull(),
    confined: boolean('confined').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    idleExpiresAt: timestamp('idle_expires_at', { withTimezone: true }).notNull(),
    absoluteExpiresAt: timestamp('absolute_expires_at', { withTimezone: true }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.idHash] }),
    index('session_of_staff').on(t.agencyId, t.staffId),
    foreignKey({ columns: [t.agencyId, t.staffId], foreignColumns: [staff.agencyId, staff.staffId] }),
  ],
)
