import type { DecisionEventData } from '../decisions/decision-event-data.ts'
import type { FileEventData } from '../files/file-event-data.ts'
import type { InterviewEventData } from '../interview/interview-event-data.ts'
import type { OptionEventData } from '../options/option-event-data.ts'
import type { DocumentKind } from '../papers/document-kind.ts'
import type { PaperEventData } from '../papers/paper-event-data.ts'
import type { PlanEventData } from '../plans/plan-event-data.ts'
import type { RepairEventData } from '../repairs/repair-event-data.ts'
import type { RiskEventData } from '../risk/risk-event-data.ts'

/**
 * Every kind of event and the data it stores. Only `timeline/record-event` writes events; the table of service
 * standards says which of them start and keep each clock. No page records investigations and after-care
 * yet (`timeline/recorded-events.test.ts`). Data are ids, vocabulary words, instants (ISO 8601) and days;
 * never names or free text about a client.
 */
export interface CaseEventData
  extends RepairEventData,
    OptionEventData,
    DecisionEventData,
    PaperEventData,
    RiskEventData,
    InterviewEventData,
    FileEventData,
    PlanEventData {
  'report-received': { receivedAt: string; serious: boolean; contactable: Contactability; backdated: boolean }
  'incident-recorded': { incidentId: string; occurredOn: string | null }
  /** A second report about a case that already exists: how it came in and from whom, where that was asked. */
  'further-report-received': {
    incidentId: string
    receivedAt: string
    serious: boolean
    contactable: Contactability
    channel?: string
    reporterRole?: string
  }
  /** `answers`: the new answers, as vocabulary ids. Events from earlier releases have none. */
  'case-details-changed': { changed: string[]; answers?: Record<string, string[]> }
  /** `unreachable`: the client must not be contacted about the report that showed the seriousness (R2). */
  'serious-raised': { receivedAt: string; reason: string; unreachable?: true }
  'serious-lowered': { receivedAt: string; reason: string }
  'case-allocated': { staffId: string }
  'case-returned-to-queue': { staffId: string; reason: 'leaver' | 'manager' }
  'alternative-contact-named': { staffId: string }
  'contact-attempted': { contactId: string; contactedAt: string; channel: string } & UnsafeAct
  'client-contacted': { contactId: string; contactedAt: string; channel: string } & UnsafeAct
  'contact-entered-in-error': { contactId: string; contactedAt: string; othersAt: string[]; reason: string }
  'contact-made-possible': { possibleAt: string }
  'contact-deferred': { until: string; reason: string }
  'standard-excepted': { clockId: string; clause: string; reason: string }
  'late-reason-given': { clockId: string; clause: string; reason: string }
  'clock-rebased': { clockId: string; clause: string; reason: string; from: string; to: string }
  'consent-given': { consentId: string; recipientAgencyId: string; purposes: string[]; categories: string[] }
  'consent-refused': { consentId: string; recipientAgencyId: string }
  'consent-withdrawn': { consentId: string; recipientAgencyId: string; how: string }
  'override-asked': { overrideId: string; recipientAgencyId: string; ground: string }
  'override-authorised': { overrideId: string; recipientAgencyId: string; ground: string }
  'override-refused': { overrideId: string; reason: string }
  'referral-decided': { referralId: string; decidedAt: string; askedBy: string }
  'referral-sent': { referralId: string; sentAt: string; decidedAt: string; categories: string[] }
  'referral-cancelled': { referralId: string; reason: string }
  'referral-moved': { referralId: string; from: string; to: string; reason?: string } & UnsafeAct
  'referral-amended': { referralId: string; side: 'sender' | 'recipient'; version: number }
  'referral-disputed-as-error': { referralId: string; reason: string }
  'referral-escalated': { referralId: string; step: string }
  'referral-chased': { referralId: string }
  /** Within the receiving agency; `staffId` is null when no colleague has taken over yet. */
  'referral-handed-over': { referralId: string; staffId: string | null; reason: 'chosen' | 'leaver' }
  /** Recorded by the receiving agency, after the sender withdrew the referral. */
  'referral-contact-stopped': { referralId: string }
  'referral-noted': { referralId: string; noteId: string }
  'client-told': { referralId: string; toldAt: string; channel?: string } & UnsafeAct
  /** Without `format`: standard print. */
  'document-made': {
    documentId: string
    documentKind: DocumentKind
    language: string
    format?: string
    sha256: string
  }
  'record-consulted': {
    what: 'case' | 'referral' | 'export' | 'search' | 'document'
    referralId?: string
    documentId?: string
  }
  'investigation-completed': { completedAt: string }
  'case-closed': { closedAt: string; reasons: string[] }
  'after-care-contacted': { contactedAt: string }
  'staff-invited': { staffId: string; role: string; invitationId: string }
  'staff-joined': { staffId: string }
  'staff-left': { staffId: string }
  'staff-returned': { staffId: string }
  'staff-role-changed': { staffId: string; role: string }
  'signed-in': { staffId: string; factor: 'totp' | 'recovery-code' | 'demo' }
  'signed-out-everywhere': { staffId: string }
  'second-factor-enrolled': { staffId: string }
  'recovery-codes-renewed': { staffId: string }
  'password-changed': { staffId: string }
  'agency-added': { agencyId: string }
  'agency-changed': { agencyId: string; changed: string[] }
  'strands-changed': { local: string[] }
  'awareness-planned': { eventId: string; awarenessKind: string; heldOn: string }
  'awareness-changed': { eventId: string; heldOn: string; changed: string[]; partnerAgencyIds: string[] }
  'awareness-invited': { eventId: string; heldOn: string; partnerAgencyIds: string[] }
  'awareness-answered': { eventId: string; answer: string }
  'awareness-held': { eventId: string; heldOn: string }
  'awareness-cancelled': { eventId: string; heldOn: string; partnerAgencyIds: string[] }
  'calendar-address-made': { renewed: boolean }
  'tension-noted': { noteId: string; grade: string; expiresOn: string; confirmed: boolean }
  'tension-removed': { noteId: string }
  'holiday-added': { on: string; name: string }
  'holiday-list-completed': { year: number }
  'hotspot-release-asked': { releaseId: string; period: string }
  'hotspot-release-proposed': { releaseId: string; sha256: string }
  'hotspot-release-published': { releaseId: string; number: number }
  'hotspot-release-refused': { releaseId: string }
  'release-rules-proposed': { version: number }
  'release-rules-decided': { version: number; decision: 'in_force' | 'refused' }
  'incidents-imported': { importId: string; agencyId: string; rows: number; added: number }
  /** No log holds what a protected place is, or where. */
  'place-protected': { placeId: string }
  'place-released': { placeId: string }
  'map-data-loaded': { what: 'postcodes' | 'police' | 'population'; rows: number }
}

/** Which safe-contact answers an act went against, and why. Absent for a safe act. */
export interface UnsafeAct {
  unsafeAnswers?: string[]
  unsafeReason?: string
}

/** Whether the client can be contacted at all. If not, no contact clock runs (R2). */
export type Contactability = 'possible' | 'anonymous' | 'client_unaware'

export type CaseEventKind = keyof CaseEventData

export type CaseEvent = {
  [Kind in CaseEventKind]: { kind: Kind; data: CaseEventData[Kind] }
}[CaseEventKind]

/** The part of the log that DPA 2018 s62 requires of a disclosure: who received which data, on what ground, and why. */
export interface Disclosure {
  recipientAgencyId: string
  ground: string
  justification: string
}
