import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'
import type {
  ConsentCapacity,
  ConsentDecision,
  ConsentGrantor,
  ConsentMethod,
} from '../../app/domain/consents/consent.ts'
import type { ConsentPurpose } from '../../app/domain/consents/consent-purpose.ts'
import type { DataCategory } from '../../app/domain/consents/data-category.ts'
import type { OverrideGround, WhyNoConsent } from '../../app/domain/consents/override.ts'
import { agency } from './agency.ts'
import { caseFile } from './case-file.ts'
import { staff } from './staff.ts'

const at = (name: string) => timestamp(name, { withTimezone: true })

const ofCase = { agencyId: uuid('agency_id').notNull(), caseId: uuid('case_id').notNull() }

/** The client's agreement or refusal for one recipient agency, with the wording they were shown. */
export const consent = pgTable(
  'consent',
  {
    ...ofCase,
    consentId: uuid('consent_id').notNull(),
    recipientAgencyId: uuid('recipient_agency_id')
      .notNull()
      .references(() => agency.agencyId),
    decision: text('decision').$type<ConsentDecision>().notNull(),
    purposes: text('purposes').array().$type<ConsentPurpose[]>().notNull(),
    categories: text('categories').array().$type<DataCategory[]>().notNull(),
    limits: text('limits').notNull().default(''),
    wording: text('wording').notNull(),
    wordingVersion: text('wording_version').notNull(),
    method: text('method').$type<ConsentMethod>().notNull(),
    language: text('language').notNull(),
    interpreter: text('interpreter').notNull().default(''),
    grantor: text('grantor').$type<ConsentGrantor>().notNull(),
    capacity: text('capacity').$type<ConsentCapacity>().notNull(),
    capacityNote: text('capacity_note').notNull().default(''),
    takenBy: uuid('taken_by').notNull(),
    givenAt: at('given_at').notNull(),
    reviewOn: date('review_on').notNull(),
    withdrawnAt: at('withdrawn_at'),
    withdrawnHow: text('withdrawn_how').notNull().default(''),
    withdrawnBy: uuid('withdrawn_by'),
    recordedAt: at('recorded_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.consentId] }),
    index('consent_of_case').on(t.agencyId, t.caseId, t.recipientAgencyId),
    foreignKey({ columns: [t.agencyId, t.caseId], foreignColumns: [caseFile.agencyId, caseFile.caseId] }),
    foreignKey({ columns: [t.agencyId, t.takenBy], foreignColumns: [staff.agencyId, staff.staffId] }),
    check('consent_decision', sql`${t.decision} in ('agreed','refused','not_now')`),
    check(
      'consent_names_data',
      sql`${t.decision} <> 'agreed' or (cardinality(${t.purposes}) > 0 and cardinality(${t.categories}) > 0)`,
    ),
  ],
)

/** Sharing without consent: requested by one person, authorised by a manager who is another person, used once. */
export const consentOverride = pgTable(
  'consent_override',
  {
    ...ofCase,
    overrideId: uuid('override_id').notNull(),
    recipientAgencyId: uuid('recipient_agency_id')
      .notNull()
      .references(() => agency.agencyId),
    purpose: text('purpose').$type<ConsentPurpose>().notNull(),
    ground: text('ground').$type<OverrideGround>().notNull(),
    whyNoConsent: text('why_no_consent').$type<WhyNoConsent>().notNull(),
    necessity: text('necessity').notNull(),
    categories: text('categories').array().$type<DataCategory[]>().notNull(),
    clientTold: boolean('client_told').notNull(),
    notToldReason: text('not_told_reason').notNull().default(''),
    decision: text('decision').$type<'asked' | 'authorised' | 'refused'>().notNull().default('asked'),
    requestedBy: uuid('requested_by').notNull(),
    requestedAt: at('requested_at').notNull(),
    decidedBy: uuid('decided_by'),
    decidedAt: at('decided_at'),
    decisionNote: text('decision_note').notNull().default(''),
    usedByReferralId: uuid('used_by_referral_id'),
    usedAt: at('used_at'),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.overrideId] }),
    index('override_of_case').on(t.agencyId, t.caseId),
    index('override_waiting').on(t.agencyId, t.decision, t.requestedAt),
    foreignKey({ columns: [t.agencyId, t.caseId], foreignColumns: [caseFile.agencyId, caseFile.caseId] }),
    foreignKey({ columns: [t.agencyId, t.requestedBy], foreignColumns: [staff.agencyId, staff.staffId] }),
    foreignKey({ columns: [t.agencyId, t.decidedBy], foreignColumns: [staff.agencyId, staff.staffId] }),
    check('override_decision', sql`${t.decision} in ('asked','authorised','refused')`),
    check('override_by_another', sql`${t.decidedBy} is distinct from ${t.requestedBy} or ${t.decidedBy} is null`),
    check('override_used_only_if_authorised', sql`${t.usedAt} is null or ${t.decision} = 'authorised'`),
  ],
)
