import type { AnyActor } from '../../app/domain/partnership/actor.ts'

/**
 * Who may see and touch which row, written a second time by hand, from the words of the design and not from
 * app/access/policy/, so that a wrong rule there is a leak here. Tables and columns by their names in the database.
 */

export type OracleRow = Record<string, string | boolean | null>

/** An actor as a rule looks at one: a client has no person of staff, staff have no client. */
export type Observer = AnyActor

export interface Member {
  agencyId: string
  staffId: string
  clientId: string
  /** Another client of the same agency. */
  otherClientId: string
  /** Somebody else of the same agency. */
  colleagueId: string
}

export interface TableOracle {
  /** Rows that one agency has, some of them with a partner; only the columns that decide, the rest is filled in. */
  rows: (owner: Member, partner: Member) => OracleRow[]
  /** Whether the row exists for this observer. */
  reads: (row: OracleRow, who: Observer) => boolean
  /** What an observer may do to a row that is not their agency's; without it, nothing. */
  writesForeign?: (verb: 'insert' | 'update' | 'delete', row: OracleRow, who: Observer) => boolean
}

const SENT = '2026-11-23T09:00:00Z'

const casework = ({ role }: Observer) => role === 'case_worker' || role === 'manager' || role === 'system'
const own = (row: OracleRow, who: Observer) => row.agency_id === who.agencyId
const mine = (row: OracleRow, who: Observer) => own(row, who) && row.staff_id === who.staffId
const signIn = ({ role }: Observer) => role === 'sign_in'
const makesCalendars = ({ role }: Observer) =>
  role === 'manager' || role === 'coordinator' || role === 'cohesion_officer'
const administrator = ({ role }: Observer) => role === 'administrator'

const caseContent: TableOracle = {
  rows: ({ agencyId }) => [{ agency_id: agencyId }],
  reads: (row, who) => casework(who) && own(row, who),
}

const toClient = { recipient: 'client', recipient_name: '' }

/** What was said with a client is not for the portal itself either. */
const saidInConfidence: TableOracle = {
  ...caseContent,
  reads: (row, who) => casework(who) && who.role !== 'system' && own(row, who),
}

/** Everybody's to know; `changedBy` may write it. */
const directory = (changedBy: (verb: string, who: Observer) => boolean): TableOracle => ({
  rows: () => [{}],
  reads: () => true,
  writesForeign: (verb, _, who) => changedBy(verb, who),
})

/** Secrets of signing in: readable to no agency, only to the sign-in functions. */
const asSignIn = (verbs: string[]): TableOracle => ({
  rows: ({ agencyId, staffId }) => [{ agency_id: agencyId, staff_id: staffId }],
  reads: (_, who) => signIn(who),
  writesForeign: (verb, _, who) => signIn(who) && verbs.includes(verb),
})

/** Only the person's own; the system deletes expired rows. */
const personal: TableOracle = {
  rows: ({ agencyId, staffId, colleagueId }) => [
    { agency_id: agencyId, staff_id: staffId },
    { agency_id: agencyId, staff_id: colleagueId },
  ],
  reads: (row, who) => (who.role === 'system' ? own(row, who) : mine(row, who)),
}

const between = (owner: Member, partner: Member) => ({
  from_agency_id: owner.agencyId,
  to_agency_id: partner.agencyId,
})
const sentBy = (row: OracleRow, who: Observer) => row.from_agency_id === who.agencyId
const sentTo = (row: OracleRow, who: Observer) => row.to_agency_id === who.agencyId

const readsTheMap = ({ role }: Observer) => role === 'coordinator' || role === 'cohesion_officer'
const releases = ({ role }: Observer) => role === 'coordinator' || role === 'administrator'
const readsReleases = (who: Observer) => readsTheMap(who) || administrator(who) || who.role === 'system'
const system = (may: string) => (verb: string, _: OracleRow, who: Observer) => verb === may && who.role === 'system'
const loadedByCommand = {
  rows: () => [{}],
  writesForeign: (verb: string, _: OracleRow, who: Observer) => verb !== 'update' && administrator(who),
}
const DECISION = { kind: 'storage', scope: '', client_wish: 'agreed' }
let versions = 1

export const ORACLE: Record<string, TableOracle> = {
  client: {
    ...caseContent,
    rows: ({ agencyId, clientId, otherClientId }) => [
      { agency_id: agencyId, client_id: clientId },
      { agency_id: agencyId, client_id: otherClientId },
    ],
  },
  client_search_key: caseContent,
  case_file: caseContent,
  incident: caseContent,
  contact: caseContent,
  consent: caseContent,
  clock: caseContent,
  referral_origin: caseContent,
  referral_note: caseContent,
  case_event: caseContent,
  repair: {
    rows: ({ agencyId }) => [
      {
        agency_id: agencyId,
        ...{ photo: '', no_photo_reason: '', client_wish: '', result: '', exception_reason: '', error_reason: '' },
      },
    ],
    reads: (row, who) => casework(who) && who.role !== 'system' && own(row, who),
  },
  document_version: {
    rows: ({ agencyId, staffId }) => [{ agency_id: agencyId, made_by: staffId }],
    reads: (row, who) => casework(who) && who.role !== 'system' && own(row, who),
  },
  paper_delivery: {
    ...caseContent,
    rows: ({ agencyId, staffId }) => [
      { agency_id: agencyId, given_by: staffId, ...toClient, error_at: null, error_reason: '' },
      { agency_id: agencyId, given_by: staffId, ...toClient, error_at: SENT, error_reason: 'not_given' },
    ],
  },
  support_pack: {
    ...caseContent,
    rows: ({ agencyId, staffId }) => [
      {
        agency_id: agencyId,
        given_by: staffId,
        ...toClient,
        diary: 'given',
        pen: '',
        contacts: '',
        publicity: '',
        standards: '',
      },
    ],
  },
  risk_check: {
    ...caseContent,
    rows: ({ agencyId, staffId }) => [
      { agency_id: agencyId, checked_by: staffId, completed_with: 'client_declined', level: 'high' },
    ],
  },
  risk_level_change: {
    ...caseContent,
    rows: ({ agencyId, staffId }) => [
      { agency_id: agencyId, changed_by: staffId, direction: 'raised', from_level: 'medium', to_level: 'high' },
      { agency_id: agencyId, changed_by: staffId, direction: 'lowered', from_level: 'high', to_level: 'medium' },
    ],
  },
  interview: {
    ...caseContent,
    rows: ({ agencyId }) => [{ agency_id: agencyId, chosen_by: 'client', cancel_reason: '', minutes: '60' }],
  },
  interview_section: saidInConfidence,
  need_booking: { ...saidInConfidence, rows: ({ agencyId }) => [{ agency_id: agencyId, state: 'to_book' }] },
  file_key: caseContent,
  stored_file: {
    ...caseContent,
    rows: ({ agencyId, staffId, colleagueId }) => [
      { agency_id: agencyId, added_by: staffId, scan: 'waiting' },
      { agency_id: agencyId, added_by: colleagueId, scan: 'clean' },
    ],
  },
  action_plan: {
    ...caseContent,
    rows: ({ agencyId, staffId }) => [
      { agency_id: agencyId, written_by: staffId, state: 'draft', superseded_at: null },
      { agency_id: agencyId, written_by: staffId, state: 'superseded', superseded_at: SENT },
    ],
  },
  plan_action: {
    ...caseContent,
    rows: ({ agencyId }) => [
      { agency_id: agencyId, state: 'open' },
      { agency_id: agencyId, state: 'done' },
    ],
  },
  plan_signature: {
    ...caseContent,
    rows: ({ agencyId, staffId }) => [{ agency_id: agencyId, recorded_by: staffId, party: 'client', way: 'typed' }],
  },
  consent_override: {
    ...caseContent,
    rows: ({ agencyId, staffId, colleagueId }) => [
      { agency_id: agencyId, requested_by: staffId, decision: 'asked' },
      { agency_id: agencyId, requested_by: colleagueId, decision: 'authorised' },
    ],
  },
  case_option: {
    ...caseContent,
    rows: ({ agencyId, staffId }) => [
      { agency_id: agencyId, option: 'referral', answer: 'wants', recorded_by: staffId },
    ],
  },
  measure: {
    ...caseContent,
    rows: ({ agencyId, staffId, colleagueId }) => [
      { agency_id: agencyId, kind: 'locks', client_wish: 'agreed', requested_by: staffId, ended_at: null },
      {
        ...{ agency_id: agencyId, kind: 'locks', client_wish: 'agreed', requested_by: colleagueId },
        ...{ done_on: '2026-11-24', ended_by: staffId, ended_at: SENT },
      },
    ],
  },
  decision_request: {
    ...caseContent,
    rows: ({ agencyId, staffId, colleagueId }) => [
      { agency_id: agencyId, ...DECISION, requested_by: staffId, decision: 'asked' },
      { agency_id: agencyId, ...DECISION, requested_by: colleagueId, decision: 'asked' },
      {
        ...{ agency_id: agencyId, ...DECISION, requested_by: colleagueId, decision: 'yes' },
        ...{ decided_by: staffId, decided_at: SENT },
      },
    ],
  },
  referral: {
    rows: (owner, partner) => [
      { ...between(owner, partner), state: 'decided', sent_at: null },
      { ...between(owner, partner), state: 'sent', sent_at: SENT },
      { ...between(owner, partner), state: 'stopped_consent_withdrawn', sent_at: null },
      { ...between(owner, partner), state: 'stopped_consent_withdrawn', sent_at: SENT },
    ],
    reads: (row, who) => casework(who) && (sentBy(row, who) || (sentTo(row, who) && row.sent_at !== null)),
    writesForeign: (verb, row, who) => verb === 'update' && casework(who) && sentTo(row, who) && row.sent_at !== null,
  },
  referral_package: {
    rows: (owner, partner) => [
      { ...between(owner, partner), hidden_at: null },
      { ...between(owner, partner), hidden_at: SENT },
    ],
    reads: (row, who) => casework(who) && (sentBy(row, who) || (sentTo(row, who) && row.hidden_at === null)),
  },
  referral_search_key: {
    rows: (owner, partner) => [between(owner, partner)],
    reads: (row, who) => casework(who) && sentTo(row, who),
  },
  referral_step: {
    rows: (owner, partner) => [
      { ...between(owner, partner), by_agency_id: owner.agencyId, shared: true },
      { ...between(owner, partner), by_agency_id: owner.agencyId, shared: false },
      { ...between(owner, partner), by_agency_id: partner.agencyId, shared: true },
    ],
    reads: (row, who) => casework(who) && (sentBy(row, who) || (sentTo(row, who) && row.shared === true)),
    writesForeign: (verb, row, who) =>
      verb !== 'delete' &&
      casework(who) &&
      sentTo(row, who) &&
      row.by_agency_id === who.agencyId &&
      row.shared === true,
  },
  audit_head: { ...caseContent, reads: () => false },
  agency: {
    ...directory((verb, who) => administrator(who) && verb !== 'delete'),
    rows: ({ agencyId }) => [{ agency_id: agencyId }],
  },
  bank_holiday: directory((verb, who) => administrator(who) && verb === 'insert'),
  setting: directory((verb, who) => administrator(who) && verb !== 'delete'),
  staff: {
    rows: ({ agencyId, staffId, colleagueId }) => [
      { agency_id: agencyId, staff_id: staffId, role: 'case_worker' },
      { agency_id: agencyId, staff_id: colleagueId, role: 'administrator' },
    ],
    reads: (row, who) => own(row, who) || administrator(who) || signIn(who),
    writesForeign: (verb, _, who) => administrator(who) && verb !== 'delete',
  },
  invitation: {
    rows: ({ agencyId, staffId }) => [{ agency_id: agencyId, staff_id: staffId, role: 'case_worker' }],
    // The system mails the link of its own agency's invitation.
    reads: (row, who) =>
      administrator(who) || signIn(who) || ((who.role === 'manager' || who.role === 'system') && own(row, who)),
    writesForeign: (verb, _, who) => (verb === 'insert' && administrator(who)) || (verb === 'update' && signIn(who)),
  },
  credential: asSignIn(['insert', 'update']),
  recovery_code: asSignIn(['insert', 'update', 'delete']),
  session: asSignIn(['insert', 'update', 'delete']),
  draft: { ...personal, reads: (row, who) => !signIn(who) && personal.reads(row, who) },
  idempotency: personal,
  notification: {
    rows: ({ agencyId, staffId, colleagueId }) =>
      [staffId, colleagueId, null].map((staff_id) => ({ agency_id: agencyId, staff_id })),
    reads: (row, who) =>
      !signIn(who) && own(row, who) && (who.role === 'system' || row.staff_id === null || row.staff_id === who.staffId),
  },
  notification_choice: { ...personal, reads: (row, who) => !signIn(who) && personal.reads(row, who) },
  demo_mail: { ...caseContent, reads: (row, who) => !signIn(who) && own(row, who) },
  counted_incident: { ...caseContent, reads: () => false },
  hotspot_body: { rows: () => [{}], reads: () => false, writesForeign: system('insert') },
  incident_import: {
    rows: ({ agencyId }) => [{ agency_id: agencyId }],
    reads: (_, who) => releases(who),
    writesForeign: (verb, _, who) => verb === 'insert' && releases(who),
  },
  release_rule: {
    // The portal's own rules stand there from the start: these are proposals.
    rows: ({ staffId }) => [{ version: String(++versions), proposed_by: staffId, state: 'proposed' }],
    reads: (_, who) => readsReleases(who),
    writesForeign: (verb, row, who) =>
      releases(who) &&
      ((verb === 'insert' && row.proposed_by === who.staffId) ||
        (verb === 'update' && row.proposed_by !== who.staffId)),
  },
  hotspot_draft: {
    rows: ({ staffId, colleagueId }): OracleRow[] => [
      { asked_by: staffId, state: 'asked', rule_version: '1' },
      { asked_by: staffId, state: 'built', rule_version: '1', built_at: SENT },
      {
        asked_by: staffId,
        state: 'proposed',
        rule_version: '1',
        built_at: SENT,
        proposed_by: colleagueId,
        proposed_at: SENT,
      },
    ],
    reads: (_, who) => releases(who) || who.role === 'system',
    writesForeign: (verb, row, who) =>
      (verb === 'insert' && releases(who) && row.state === 'asked' && row.asked_by === who.staffId) ||
      (verb === 'update' && who.role === 'system' && row.state === 'asked'),
  },
  hotspot_release: {
    rows: () => [{ number: String(++versions), rule_version: '1' }],
    reads: (_, who) => readsReleases(who),
  },
  protected_place: {
    rows: () => [{}],
    reads: (_, who) => who.role === 'coordinator' || who.role === 'system',
    writesForeign: (verb, _, who) => verb !== 'delete' && who.role === 'coordinator',
  },
  postcode: { ...loadedByCommand, reads: (_, who) => !signIn(who) },
  cell_population: { ...loadedByCommand, reads: (_, who) => !signIn(who) },
  street_crime: { ...loadedByCommand, reads: (_, who) => readsTheMap(who) || administrator(who) },
  tension_note: {
    rows: ({ agencyId, staffId }) => [{ agency_id: agencyId, written_by: staffId }],
    reads: (row, who) => readsTheMap(who) || (who.role === 'system' && own(row, who)),
  },
  awareness_event: { rows: ({ agencyId }) => [{ agency_id: agencyId }], reads: () => true },
  awareness_partner: {
    rows: (owner, partner) => [{ agency_id: owner.agencyId, partner_agency_id: partner.agencyId, state: 'invited' }],
    reads: () => true,
    writesForeign: (verb, row, who) =>
      verb === 'update' && who.role !== 'system' && !signIn(who) && row.partner_agency_id === who.agencyId,
  },
  calendar_feed: {
    rows: ({ agencyId, staffId }) => [{ agency_id: agencyId, staff_id: staffId }],
    reads: (row, who) => signIn(who) || (makesCalendars(who) && own(row, who) && row.staff_id === who.staffId),
  },
}

/** Whether a row exists for this observer. A client has one row, of themselves, whatever the tables say of everybody. */
export function existsFor(table: string, row: OracleRow, who: Observer): boolean {
  if (who.role === 'client')
    return table === 'client' && row.agency_id === who.agencyId && row.client_id === who.clientId
  return ORACLE[table]?.reads(row, who) ?? false
}

/** What an observer may do to a row that is not their agency's, or, of a client, to any row at all. */
export function mayWrite(verb: 'insert' | 'update' | 'delete', table: string, row: OracleRow, who: Observer): boolean {
  return who.role !== 'client' && (ORACLE[table]?.writesForeign?.(verb, row, who) ?? false)
}

/** No login may even ask. */
export const NEVER_READ = ['audit_head', 'counted_incident', 'hotspot_body']

/** No rows of an agency, and no row-level security: what it holds is not asked for by its owner. */
export const OPEN: Record<string, string> = {
  rate_limit: 'keys are hashes of what is counted; read outside any transaction, before anybody is known',
}

/**
 * Whether a row is not the observer's to write: another agency's, when none of the columns that say whose it is names this
 * one, or only as recipient. Every row is foreign to a client.
 */
export function isForeign(row: OracleRow, who: Observer): boolean {
  if (who.role === 'client') return true
  return row.agency_id !== who.agencyId && row.from_agency_id !== who.agencyId
}

/** What a person may see who works with no cases: nothing that came from a client. */
export const NO_CASE_CONTENT = [
  'agency',
  'awareness_event',
  'awareness_partner',
  'bank_holiday',
  'calendar_feed',
  'cell_population',
  'demo_mail',
  'draft',
  'hotspot_draft',
  'hotspot_release',
  'idempotency',
  'incident_import',
  'invitation',
  'notification',
  'notification_choice',
  'postcode',
  'protected_place',
  'release_rule',
  'setting',
  'staff',
  'street_crime',
  'tension_note',
]
