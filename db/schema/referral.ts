import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import type { ContactChannel } from '../../app/domain/cases/contact.ts'
import type { ConsentPurpose } from '../../app/domain/consents/consent-purpose.ts'
import type { DataCategory } from '../../app/domain/consents/data-category.ts'
import {
  isOpenState,
  type ReferralLane,
  type ReferralState,
  STATE_IDS,
  statesInLane,
} from '../../app/domain/referrals/referral.ts'
import type { PackageContent } from '../../app/domain/referrals/referral-package.ts'
import type { RiskLevel } from '../../app/domain/risk/risk-level.ts'
import { agency } from './agency.ts'
import { caseFile, contactSafety } from './case-file.ts'
import { staff } from './staff.ts'

const at = (name: string) => timestamp(name, { withTimezone: true })
const listed = (states: readonly ReferralState[]) => sql.raw(`(${states.map((state) => `'${state}'`).join()})`)
const inLane = (lane: ReferralLane) => sql`when state in ${listed(statesInLane(lane))} then ${sql.raw(`'${lane}'`)}`

/**
 * What both agencies see of a referral. The recipient sees it once it is sent. The shared content is in the package,
 * and the link to the case is in the origin. `dueAt` is the next local target of the current lane.
 */
export const referral = pgTable(
  'referral',
  {
    referralId: uuid('referral_id').primaryKey(),
    fromAgencyId: uuid('from_agency_id')
      .notNull()
      .references(() => agency.agencyId),
    toAgencyId: uuid('to_agency_id')
      .notNull()
      .references(() => agency.agencyId),
    reference: text('reference').notNull(),
    state: text('state').$type<ReferralState>().notNull(),
    lane: text('lane')
      .$type<ReferralLane>()
      .notNull()
      .generatedAlwaysAs(sql`case ${inLane('draft')} ${inLane('to_answer')} ${inLane('in_hand')} else 'finished' end`),
    /** 0 for violence or threat of violence while the referral is open: an index lists these first. */
    urgentOrder: smallint('urgent_order')
      .notNull()
      .generatedAlwaysAs(
        sql`case when serious and state in ${listed(STATE_IDS.filter(isOpenState))} then 0 else 1 end`,
      ),
    version: integer('version').notNull().default(1),
    purpose: text('purpose').$type<ConsentPurpose>().notNull(),
    serious: boolean('serious').notNull().default(false),
    decidedAt: at('decided_at').notNull(),
    sentAt: at('sent_at'),
    receivedAt: at('received_at'),
    answeredAt: at('answered_at'),
    closedAt: at('closed_at'),
    dueAt: at('due_at').notNull(),
    packageVersion: integer('package_version').notNull().default(0),
    byOverride: boolean('by_override').notNull().default(false),
    /** Why it was shared without consent, for the recipient. Otherwise empty. */
    overrideGround: text('override_ground').notNull().default(''),
    /** Sorts referrals due at the same time: 0 for high risk to 3. Only a shared risk counts. */
    urgency: smallint('urgency').notNull().default(2),
    hiddenAt: at('hidden_at'),
    /** The client whom the recipient must stop contacting, until it confirms. Empty if the name was not shared. */
    stopName: text('stop_name'),
    senderWorkerId: uuid('sender_worker_id').notNull(),
    recipientWorkerId: uuid('recipient_worker_id'),
    reason: text('reason').notNull().default(''),
    suggestedAgencyId: uuid('suggested_agency_id').references(() => agency.agencyId),
    outcome: text('outcome').notNull().default(''),
    reroutedFromId: uuid('rerouted_from_id'),
    escalatedAt: at('escalated_at'),
    newsAt: at('news_at'),
    clientToldAt: at('client_told_at'),
  },
  (t) => [
    unique('referral_parties').on(t.fromAgencyId, t.toAgencyId, t.referralId),
    unique('referral_reference').on(t.fromAgencyId, t.reference),
    index('referral_inbox').on(
      t.toAgencyId,
      t.lane,
      t.urgentOrder,
      t.dueAt,
      t.urgency,
      t.referralId,
      t.fromAgencyId,
      t.sentAt,
      t.recipientWorkerId,
      t.state,
      // In the index only so that a page of the list needs no table access.
      t.reference,
      t.byOverride,
      t.packageVersion,
    ),
    index('referral_received_reference').on(t.toAgencyId, t.reference),
    index('referral_outbox').on(t.fromAgencyId, t.lane, t.urgentOrder, t.dueAt, t.referralId, t.toAgencyId, t.sentAt),
    index('referral_waiting').on(t.fromAgencyId, t.senderWorkerId, t.lane, t.dueAt),
    index('referral_news').on(t.fromAgencyId, t.newsAt).where(sql`client_told_at is null or client_told_at < news_at`),
    check('referral_between_two', sql`${t.fromAgencyId} <> ${t.toAgencyId}`),
    check(
      'referral_stop_when_hidden',
      sql`${t.stopName} is null or (${t.hiddenAt} is not null and ${t.sentAt} is not null)`,
    ),
    check(
      'referral_sent_has_instant',
      sql`${t.state} not in ('sent','received','accepted','declined','information_asked','in_progress','outcome_recorded','closed','rerouted','expired') or ${t.sentAt} is not null`,
    ),
  ],
)

/** Visible to the sender only: the case that the referral came from, and what allowed it. */
export const referralOrigin = pgTable(
  'referral_origin',
  {
    agencyId: uuid('agency_id').notNull(),
    referralId: uuid('referral_id').notNull(),
    caseId: uuid('case_id').notNull(),
    askedBy: text('asked_by').$type<'agreed' | 'requested' | 'override'>().notNull(),
    decidedBy: uuid('decided_by').notNull(),
    consentId: uuid('consent_id'),
    overrideId: uuid('override_id'),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.referralId] }),
    index('origin_of_case').on(t.agencyId, t.caseId),
    foreignKey({ columns: [t.agencyId, t.caseId], foreignColumns: [caseFile.agencyId, caseFile.caseId] }),
    foreignKey({ columns: [t.agencyId, t.decidedBy], foreignColumns: [staff.agencyId, staff.staffId] }),
  ],
)

const betweenTwo = {
  referralId: uuid('referral_id').notNull(),
  fromAgencyId: uuid('from_agency_id').notNull(),
  toAgencyId: uuid('to_agency_id').notNull(),
}

/**
 * What was shared: a copy of exactly the allowed data categories. An amendment adds a version; no version changes.
 * `clientName` and `risk` are empty if the client did not agree to share them.
 */
export const referralPackage = pgTable(
  'referral_package',
  {
    ...betweenTwo,
    version: integer('version').notNull(),
    categories: text('categories').array().$type<DataCategory[]>().notNull(),
    content: jsonb('content').$type<PackageContent>().notNull(),
    clientName: text('client_name').notNull(),
    risk: text('risk').$type<RiskLevel | ''>().notNull(),
    needs: text('needs').array().notNull(),
    safeTimes: text('safe_times').notNull(),
    sharedAt: at('shared_at').notNull(),
    sharedByName: text('shared_by_name').notNull(),
    amendmentReason: text('amendment_reason').notNull().default(''),
    hiddenAt: at('hidden_at'),
  },
  (t) => [
    primaryKey({ columns: [t.referralId, t.version] }),
    index('package_sender').on(t.fromAgencyId, t.referralId),
    index('package_recipient').on(t.toAgencyId, t.referralId),
    foreignKey({
      columns: [t.fromAgencyId, t.toAgencyId, t.referralId],
      foreignColumns: [referral.fromAgencyId, referral.toAgencyId, referral.referralId],
    }),
  ],
)

/** Keys by which the recipient finds a referral, from what was shared. Deleted when the package is hidden. */
export const referralSearchKey = pgTable(
  'referral_search_key',
  {
    ...betweenTwo,
    version: integer('version').notNull(),
    key: text('key').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.toAgencyId, t.referralId, t.version, t.key] }),
    index('referral_by_search_key').on(t.toAgencyId, t.key, t.referralId),
    foreignKey({
      columns: [t.fromAgencyId, t.toAgencyId, t.referralId],
      foreignColumns: [referral.fromAgencyId, referral.toAgencyId, referral.referralId],
    }),
  ],
)

/** A move, amendment or contact attempt. Both agencies read it once the referral is sent. */
export const referralStep = pgTable(
  'referral_step',
  {
    ...betweenTwo,
    stepId: uuid('step_id').primaryKey(),
    shared: boolean('shared').notNull(),
    move: text('move').notNull(),
    fromState: text('from_state').notNull(),
    toState: text('to_state').notNull(),
    message: text('message').notNull().default(''),
    reason: text('reason').notNull().default(''),
    nextTryOn: text('next_try_on').notNull().default(''),
    /** How the client was contacted. Empty if the step is not a contact. */
    channel: text('channel').$type<ContactChannel | ''>().notNull().default(''),
    ...contactSafety(),
    byAgencyId: uuid('by_agency_id').notNull(),
    byName: text('by_name').notNull(),
    movedAt: at('moved_at').notNull(),
    recordedAt: at('recorded_at').notNull().defaultNow(),
    errorAt: at('error_at'),
    errorReason: text('error_reason').notNull().default(''),
    replacesStepId: uuid('replaces_step_id'),
  },
  (t) => [
    index('step_sender').on(t.fromAgencyId, t.referralId),
    index('step_recipient').on(t.toAgencyId, t.referralId),
    check('step_unsafe_has_reason', sql`(cardinality(${t.unsafeAnswers}) > 0) = (${t.unsafeReason} <> '')`),
    foreignKey({
      columns: [t.fromAgencyId, t.toAgencyId, t.referralId],
      foreignColumns: [referral.fromAgencyId, referral.toAgencyId, referral.referralId],
    }),
  ],
)

/** The recipient's own notes. They stay with the recipient even when the package is hidden. */
export const referralNote = pgTable(
  'referral_note',
  {
    agencyId: uuid('agency_id').notNull(),
    noteId: uuid('note_id').notNull(),
    referralId: uuid('referral_id').notNull(),
    note: text('note').notNull(),
    staffId: uuid('staff_id').notNull(),
    notedAt: at('noted_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.noteId] }),
    index('note_of_referral').on(t.agencyId, t.referralId),
    foreignKey({ columns: [t.agencyId, t.staffId], foreignColumns: [staff.agencyId, staff.staffId] }),
  ],
)
