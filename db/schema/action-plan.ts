import { sql } from 'drizzle-orm'
import {
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { ContactChannel } from '../../app/domain/cases/contact.ts'
import type { ActionState } from '../../app/domain/plans/plan-action.ts'
import type { ActionOwner, ClientActionsAnswer, PlannedAction, PlanState } from '../../app/domain/plans/plan-content.ts'
import type { AgreementWay, PlanParty, SigningWay } from '../../app/domain/plans/plan-signature.ts'
import type { ContactInterval } from '../../app/domain/risk/risk-consequence.ts'
import type { CalendarDay } from '../../app/domain/time/calendar-day.ts'
import { caseFile } from './case-file.ts'
import { staff } from './staff.ts'

const at = (name: string) => timestamp(name, { withTimezone: true })

const ofPlan = {
  agencyId: uuid('agency_id').notNull(),
  caseId: uuid('case_id').notNull(),
  planId: uuid('plan_id').notNull(),
}

/**
 * A version of the action plan of a case (I3). A draft may change; what an agreed version says never does, which a
 * trigger enforces. A case has at most one draft and one agreed version. `revision` counts the times it was saved.
 */
export const actionPlan = pgTable(
  'action_plan',
  {
    ...ofPlan,
    version: integer('version').notNull(),
    state: text('state').$type<PlanState>().notNull().default('draft'),
    /** What is done, by whom, until when and why. */
    actions: jsonb('actions').$type<PlannedAction[]>().notNull(),
    clientAnswer: text('client_answer').$type<ClientActionsAnswer>().notNull().default('not_asked'),
    /** The agreed contact (I5). Null together, until it is agreed. */
    contactEvery: smallint('contact_every'),
    contactUnit: text('contact_unit').$type<ContactInterval['unit']>(),
    contactChannel: text('contact_channel').$type<ContactChannel>(),
    contactBy: uuid('contact_by'),
    contactReason: text('contact_reason').notNull().default(''),
    alternativeContactId: uuid('alternative_contact_id'),
    revision: integer('revision').notNull().default(1),
    writtenBy: uuid('written_by').notNull(),
    writtenAt: at('written_at').notNull(),
    changedAt: at('changed_at').notNull(),
    /** SHA-256 of the canonical text that was signed. Null while it is a draft. */
    fingerprint: text('fingerprint'),
    agreedAt: at('agreed_at'),
    agreedWay: text('agreed_way').$type<AgreementWay>(),
    supersededAt: at('superseded_at'),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.planId] }),
    uniqueIndex('plan_of_case').on(t.agencyId, t.caseId, t.version),
    uniqueIndex('one_draft_of_case').on(t.agencyId, t.caseId).where(sql`${t.state} = 'draft'`),
    uniqueIndex('one_agreed_of_case').on(t.agencyId, t.caseId).where(sql`${t.state} = 'agreed'`),
    foreignKey({ columns: [t.agencyId, t.caseId], foreignColumns: [caseFile.agencyId, caseFile.caseId] }),
    foreignKey({ columns: [t.agencyId, t.contactBy], foreignColumns: [staff.agencyId, staff.staffId] }),
    foreignKey({ columns: [t.agencyId, t.alternativeContactId], foreignColumns: [staff.agencyId, staff.staffId] }),
    foreignKey({ columns: [t.agencyId, t.writtenBy], foreignColumns: [staff.agencyId, staff.staffId] }),
    check('plan_state', sql`${t.state} = any (array['draft','agreed','superseded'])`),
    check('plan_client_answer', sql`${t.clientAnswer} = any (array['not_asked','has_actions','wants_none'])`),
    check('plan_contact_unit', sql`${t.contactUnit} = any (array['day','working_day'])`),
    check('plan_agreed_way', sql`${t.agreedWay} = any (array['signed','documented_refusal'])`),
  ],
)

/** How an action of an agreed version is going. What it is and why stays in the version that was signed. */
export const planAction = pgTable(
  'plan_action',
  {
    ...ofPlan,
    actionId: uuid('action_id').notNull(),
    owner: text('owner').$type<ActionOwner>().notNull(),
    staffId: uuid('staff_id'),
    dueOn: date('due_on').$type<CalendarDay>().notNull(),
    state: text('state').$type<ActionState>().notNull().default('open'),
    doneOn: date('done_on').$type<CalendarDay>(),
    reason: text('reason').notNull().default(''),
    revision: integer('revision').notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.planId, t.actionId] }),
    index('action_of_case').on(t.agencyId, t.caseId, t.planId),
    index('action_of_staff').on(t.agencyId, t.staffId, t.state, t.dueOn),
    foreignKey({ columns: [t.agencyId, t.planId], foreignColumns: [actionPlan.agencyId, actionPlan.planId] }),
    foreignKey({ columns: [t.agencyId, t.caseId], foreignColumns: [caseFile.agencyId, caseFile.caseId] }),
    foreignKey({ columns: [t.agencyId, t.staffId], foreignColumns: [staff.agencyId, staff.staffId] }),
    check('action_owner', sql`${t.owner} = any (array['agency','client'])`),
    check('action_state', sql`${t.state} = any (array['open','done','not_needed'])`),
  ],
)

/** A signature, or a refusal to sign, bound to the text that was signed. Rows never change. */
export const planSignature = pgTable(
  'plan_signature',
  {
    ...ofPlan,
    signatureId: uuid('signature_id').notNull(),
    party: text('party').$type<PlanParty>().notNull(),
    way: text('way').$type<SigningWay>().notNull(),
    fingerprint: text('fingerprint').notNull(),
    signedAt: at('signed_at').notNull(),
    /** The name as typed, or of the person who signed for the agency. */
    signedName: text('signed_name').notNull().default(''),
    /** The strokes of a drawn signature, as the path of an SVG. */
    drawing: text('drawing').notNull().default(''),
    fileId: uuid('file_id'),
    witness: text('witness').notNull().default(''),
    interpreter: text('interpreter').notNull().default(''),
    language: text('language').notNull().default(''),
    reason: text('reason').notNull().default(''),
    recordedBy: uuid('recorded_by').notNull(),
    recordedAt: at('recorded_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.signatureId] }),
    uniqueIndex('signed_once').on(t.agencyId, t.planId, t.fingerprint, t.party).where(sql`${t.way} <> 'refused'`),
    uniqueIndex('refused_once').on(t.agencyId, t.planId, t.fingerprint).where(sql`${t.way} = 'refused'`),
    foreignKey({ columns: [t.agencyId, t.planId], foreignColumns: [actionPlan.agencyId, actionPlan.planId] }),
    foreignKey({ columns: [t.agencyId, t.caseId], foreignColumns: [caseFile.agencyId, caseFile.caseId] }),
    foreignKey({ columns: [t.agencyId, t.recordedBy], foreignColumns: [staff.agencyId, staff.staffId] }),
    check('signature_party', sql`${t.party} = any (array['client','agency'])`),
    check('signature_way', sql`${t.way} = any (array['typed','drawn','said_aloud','paper','refused','as_staff'])`),
    check('signature_side', sql`(${t.party} = 'agency') = (${t.way} = 'as_staff')`),
  ],
)
