import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  doublePrecision,
  foreignKey,
  index,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { Contactability } from '../../app/domain/cases/case-event.ts'
import type { CommunicationNeedId } from '../../app/domain/cases/communication-need.ts'
import type { ContactChannel, ContactOutcome } from '../../app/domain/cases/contact.ts'
import type { IncidentTypeId, LocationType, PoliceStatus } from '../../app/domain/cases/incident-type.ts'
import type { ReportChannel, ReporterRole } from '../../app/domain/cases/report.ts'
import type { SafeContact, SafetyQuestionId } from '../../app/domain/cases/safe-contact.ts'
import type { PerceivedBy, StrandId } from '../../app/domain/cases/strand.ts'
import type { UnsafeContactReason } from '../../app/domain/cases/unsafe-contact.ts'
import type { PlaceBy } from '../../app/domain/hotspots/places/place.ts'
import type { RiskLevel } from '../../app/domain/risk/risk-level.ts'
import type { PartialDay } from '../../app/domain/time/partial-day.ts'
import { agency } from './agency.ts'
import { cellColumn } from './cell-column.ts'
import { staff } from './staff.ts'

const at = (name: string) => timestamp(name, { withTimezone: true })

/** `nameKey` is the normalised full name, for the hint about duplicates and for counting a person once. */
export const client = pgTable(
  'client',
  {
    agencyId: uuid('agency_id')
      .notNull()
      .references(() => agency.agencyId),
    clientId: uuid('client_id').notNull(),
    name: text('name').notNull(),
    nameKey: text('name_key').notNull(),
    /** As much as is known: YYYY, YYYY-MM or YYYY-MM-DD. */
    dateOfBirth: text('date_of_birth').$type<PartialDay>(),
    safeContact: jsonb('safe_contact').$type<SafeContact>().notNull(),
    /** Empty means not asked. */
    language: text('language').notNull().default(''),
    interpreterNeeded: boolean('interpreter_needed').notNull().default(false),
    interpreterNote: text('interpreter_note').notNull().default(''),
    communicationNeeds: text('communication_needs').array().$type<CommunicationNeedId[]>().notNull().default([]),
    communicationNote: text('communication_note').notNull().default(''),
    /** Whether incidents of this client may count in the anonymous map. */
    counted: boolean('counted').notNull().default(true),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.clientId] }),
    index('client_by_name').on(t.agencyId, t.nameKey, t.clientId),
    check('client_birth_date', sql`${t.dateOfBirth} ~ '^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$'`),
  ],
)

/** Keys to find a client by: words of the name, their sounds, phone numbers. db/search-keys.ts writes them. */
export const clientSearchKey = pgTable(
  'client_search_key',
  {
    agencyId: uuid('agency_id').notNull(),
    clientId: uuid('client_id').notNull(),
    key: text('key').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.clientId, t.key] }),
    index('client_by_search_key').on(t.agencyId, t.key, t.clientId),
    foreignKey({ columns: [t.agencyId, t.clientId], foreignColumns: [client.agencyId, client.clientId] }),
  ],
)

export interface Reporter {
  name: string
  organisation: string
  relationship: string
  contact: string
}

/** How a further incident of an existing case came to light. Null for the case's first incident. */
export interface FurtherReport {
  receivedAt: string
  backdatedReason: string
  channel: ReportChannel
  reporterRole: ReporterRole
  reporter: Reporter | null
}

/**
 * A case belongs to one agency. `reference` is short and easy to say (HB-4F7K). The database keeps `nextDueAt`, the
 * earliest running deadline, so that lists can sort by it. Whether it is overdue is calculated when read.
 */
export const caseFile = pgTable(
  'case_file',
  {
    agencyId: uuid('agency_id').notNull(),
    caseId: uuid('case_id').notNull(),
    clientId: uuid('client_id').notNull(),
    reference: text('reference').notNull(),
    stage: text('stage').$type<'open' | 'closed'>().notNull().default('open'),
    receivedAt: at('received_at').notNull(),
    receivedBy: uuid('received_by').notNull(),
    backdatedReason: text('backdated_reason').notNull().default(''),
    channel: text('channel').$type<ReportChannel>().notNull(),
    reporterRole: text('reporter_role').$type<ReporterRole>().notNull(),
    reporter: jsonb('reporter').$type<Reporter | null>(),
    contactability: text('contactability').$type<Contactability>().notNull(),
    serious: boolean('serious').notNull(),
    seriousReason: text('serious_reason').notNull().default(''),
    summary: text('summary').notNull().default(''),
    wishes: text('wishes').notNull().default(''),
    risk: text('risk').$type<RiskLevel>().notNull().default('not_assessed'),
    caseWorkerId: uuid('case_worker_id'),
    allocatedAt: at('allocated_at'),
    alternativeContactId: uuid('alternative_contact_id'),
    returnedToQueueAt: at('returned_to_queue_at'),
    version: timestamp('changed_at', { withTimezone: true }).notNull().defaultNow(),
    closedAt: at('closed_at'),
    nextDueAt: at('next_due_at'),
    /** 0 for violence or threat of violence while the case is open, so that an index lists these cases first. */
    urgentOrder: smallint('urgent_order')
      .notNull()
      .generatedAlwaysAs(sql`case when serious and stage = 'open' then 0 else 1 end`),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.caseId] }),
    uniqueIndex('case_reference').on(t.agencyId, t.reference),
    index('case_by_worker').on(t.agencyId, t.caseWorkerId, t.stage, t.urgentOrder, t.nextDueAt, t.receivedAt, t.caseId),
    index('case_by_due').on(t.agencyId, t.stage, t.urgentOrder, t.nextDueAt, t.receivedAt, t.caseId),
    index('case_by_received').on(t.agencyId, t.stage, t.receivedAt),
    index('case_of_client').on(t.agencyId, t.clientId),
    foreignKey({ columns: [t.agencyId, t.clientId], foreignColumns: [client.agencyId, client.clientId] }),
    foreignKey({ columns: [t.agencyId, t.caseWorkerId], foreignColumns: [staff.agencyId, staff.staffId] }),
    foreignKey({ columns: [t.agencyId, t.alternativeContactId], foreignColumns: [staff.agencyId, staff.staffId] }),
    foreignKey({ columns: [t.agencyId, t.receivedBy], foreignColumns: [staff.agencyId, staff.staffId] }),
    check('case_stage', sql`${t.stage} in ('open','closed')`),
    check('case_contactability', sql`${t.contactability} in ('possible','anonymous','client_unaware')`),
    check(
      'case_alternative',
      sql`${t.alternativeContactId} is distinct from ${t.caseWorkerId} or ${t.caseWorkerId} is null`,
    ),
  ],
)

const ofCase = { agencyId: uuid('agency_id').notNull(), caseId: uuid('case_id').notNull() }

export const incident = pgTable(
  'incident',
  {
    ...ofCase,
    incidentId: uuid('incident_id').notNull(),
    /** As much as is known: YYYY, YYYY-MM or YYYY-MM-DD. */
    occurredOn: text('occurred_on').$type<PartialDay>(),
    occurredWhen: text('occurred_when').notNull().default(''),
    ongoing: boolean('ongoing').notNull().default(false),
    locationType: text('location_type').$type<LocationType>().notNull().default('other'),
    place: text('place').notNull().default(''),
    ward: text('ward').notNull().default(''),
    /** The exact point. It never leaves the case. */
    placeBy: text('place_by').$type<PlaceBy>().notNull().default('unknown'),
    lat: doublePrecision('lat'),
    lng: doublePrecision('lng'),
    /** The finest hexagon in which the place is known. Larger hexagons are calculated from it. */
    cell: cellColumn('cell'),
    account: text('account').notNull(),
    strands: text('strands').array().$type<StrandId[]>().notNull(),
    primaryStrand: text('primary_strand').$type<StrandId>().notNull(),
    perceivedBy: text('perceived_by').array().$type<PerceivedBy[]>().notNull(),
    types: text('types').array().$type<IncidentTypeId[]>().notNull(),
    violence: boolean('violence').notNull(),
    injuries: text('injuries').notNull().default(''),
    policeStatus: text('police_status').$type<PoliceStatus>().notNull().default('not_asked'),
    crimeReference: text('crime_reference').notNull().default(''),
    furtherReport: jsonb('further_report').$type<FurtherReport | null>(),
    recordedAt: at('recorded_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.incidentId] }),
    index('incident_of_case').on(t.agencyId, t.caseId),
    foreignKey({ columns: [t.agencyId, t.caseId], foreignColumns: [caseFile.agencyId, caseFile.caseId] }),
    check('incident_date', sql`${t.occurredOn} ~ '^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$'`),
    check('incident_has_strand', sql`cardinality(${t.strands}) > 0`),
    check('incident_place_by', sql`${t.placeBy} in ('unknown','online','ward','postcode','map')`),
    check(
      'incident_cell',
      sql`(${t.placeBy} in ('ward','postcode','map')) = (${t.cell} is not null)
        and (${t.placeBy} in ('postcode','map')) = (${t.lat} is not null) and (${t.lat} is null) = (${t.lng} is null)`,
    ),
  ],
)

/** The safe-contact answers that a contact went against, and the reason. Empty for a safe contact. */
export const contactSafety = () => ({
  unsafeAnswers: text('unsafe_answers').array().$type<SafetyQuestionId[]>().notNull().default([]),
  unsafeReason: text('unsafe_reason').$type<UnsafeContactReason | ''>().notNull().default(''),
})

/** Only a contact with `succeeded` meets the contact standards. Attempts are recorded separately. */
export const contact = pgTable(
  'contact',
  {
    ...ofCase,
    contactId: uuid('contact_id').notNull(),
    contactedAt: at('contacted_at').notNull(),
    channel: text('channel').$type<ContactChannel>().notNull(),
    succeeded: boolean('succeeded').notNull(),
    result: text('result').$type<ContactOutcome>().notNull(),
    note: text('note').notNull().default(''),
    ...contactSafety(),
    staffId: uuid('staff_id').notNull(),
    recordedAt: at('recorded_at').notNull().defaultNow(),
    errorAt: at('error_at'),
    errorReason: text('error_reason').notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.contactId] }),
    index('contact_of_case').on(t.agencyId, t.caseId, t.contactedAt),
    check('contact_unsafe_has_reason', sql`(cardinality(${t.unsafeAnswers}) > 0) = (${t.unsafeReason} <> '')`),
    foreignKey({ columns: [t.agencyId, t.caseId], foreignColumns: [caseFile.agencyId, caseFile.caseId] }),
    foreignKey({ columns: [t.agencyId, t.staffId], foreignColumns: [staff.agencyId, staff.staffId] }),
  ],
)
