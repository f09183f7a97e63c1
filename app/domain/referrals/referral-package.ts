import type { CommunicationNeedId } from '../cases/communication-need.ts'
import { type IncidentTypeId, LOCATION_TYPES, type LocationType, type PoliceStatus } from '../cases/incident-type.ts'
import { canBeReached, missingAnswers, type SafeContact, type SafetyQuestionId } from '../cases/safe-contact.ts'
import type { PerceivedBy, StrandId } from '../cases/strand.ts'
import type { GatePass } from '../consents/consent.ts'
import {
  CATEGORY_NEVER_LEFT_OUT,
  CATEGORY_WITH_A_NUMBER,
  DATA_CATEGORIES,
  DATA_CATEGORY_IDS,
  type DataCategory,
} from '../consents/data-category.ts'
import type { RiskLevel } from '../risk/risk-level.ts'
import type { CalendarDay } from '../time/calendar-day.ts'
import { REFERRAL_STATES, type ReferralState } from './referral.ts'

const PACKAGE_FORMAT = 'referral-package/2'
export const SUMMARY_LENGTH = 2000

export interface IncidentShared {
  occurredOn: string | null
  occurredWhen: string
  ongoing: boolean
  locationType: LocationType
  /** Empty if it would give away an address that is not shared. */
  place: string
  types: IncidentTypeId[]
  violence: boolean
  injuries: string
  policeStatus: PoliceStatus
  crimeReference: string
}

export interface RiskShared {
  level: RiskLevel
  /** The answers that weigh most, in words. The others, the score and all notes stay with the agency. */
  factors: string[]
  othersAtRisk: string
  workerSafety: string
  /** What a risk check adds. Absent before the first check, and in packages of earlier releases. */
  check?: { checkedOn: CalendarDay; provisional: boolean; warnings: string[] }
}

/** The fields of each data category. */
export interface PackageParts {
  name: { name: string }
  date_of_birth: { dateOfBirth: string | null }
  address: { address: string }
  safe_contact: {
    safeContact: Omit<SafeContact, 'address'>
    language: string
    interpreterNeeded: boolean
    interpreterNote: string
    communicationNeeds: CommunicationNeedId[]
    communicationNote: string
  }
  incident_details: { summary: string; wishes: string; incidents: IncidentShared[] }
  strand: { strands: StrandId[]; primaryStrand: StrandId; perceivedBy: PerceivedBy[] }
  risk: RiskShared
  /** `contact` is absent in packages of earlier releases. */
  action_plan: { actions: string[]; contact?: string }
  evidence: { items: string[] }
  equality: { answers: { question: string; answer: string }[] }
}

/** The stored snapshot. It has only the parts that were allowed. */
export interface PackageContent {
  format: typeof PACKAGE_FORMAT
  parts: Partial<PackageParts>
}

/** The case's data. Null: the case has none of this kind. */
export interface CaseMaterial {
  client: PackageParts['name'] & PackageParts['date_of_birth']
  /** `address` is a category of its own, never shared with the other contact details. */
  reach: Omit<PackageParts['safe_contact'], 'safeContact'> & { safeContact: SafeContact }
  incident: PackageParts['incident_details']
  strand: PackageParts['strand']
  risk: PackageParts['risk'] | null
  actionPlan: PackageParts['action_plan'] | null
  evidence: PackageParts['evidence'] | null
  equality: PackageParts['equality'] | null
}

/** What the referrer writes for this recipient, in place of what the case says. */
export interface PackageWords {
  summary: string
  othersAtRisk: string
  workerSafety: string
}

export function withWords(material: CaseMaterial, { summary, othersAtRisk, workerSafety }: PackageWords): CaseMaterial {
  return {
    ...material,
    incident: { ...material.incident, summary },
    risk: material.risk && { ...material.risk, othersAtRisk, workerSafety },
  }
}

export interface HeldBack {
  what: string
  why: 'not_agreed' | 'nothing_recorded' | 'tells_the_address' | 'stays_here'
}

export interface BuiltPackage {
  content: PackageContent
  heldBack: HeldBack[]
}

type PartOf = {
  [Category in DataCategory]: (material: CaseMaterial, addressShared: boolean) => PackageParts[Category] | null
}

/** The only mapping from case to package. A field without a row here is never shared. */
const PARTS: PartOf = {
  name: ({ client }) => ({ name: client.name }),
  date_of_birth: ({ client }) => ({ dateOfBirth: client.dateOfBirth }),
  address: ({ reach }) => ({ address: reach.safeContact.address }),
  safe_contact: ({ reach }) => ({
    safeContact: withoutAddress(reach.safeContact),
    language: reach.language,
    interpreterNeeded: reach.interpreterNeeded,
    interpreterNote: reach.interpreterNote,
    communicationNeeds: [...reach.communicationNeeds],
    communicationNote: reach.communicationNote,
  }),
  incident_details: ({ incident }, addressShared) => ({
    summary: incident.summary,
    wishes: incident.wishes,
    incidents: incident.incidents.map((one) => shareIncident(one, addressShared)),
  }),
  strand: ({ strand }) => ({
    strands: [...strand.strands],
    primaryStrand: strand.primaryStrand,
    perceivedBy: [...strand.perceivedBy],
  }),
  risk: ({ risk }) =>
    risk && {
      level: risk.level,
      factors: [...risk.factors],
      othersAtRisk: risk.othersAtRisk,
      workerSafety: risk.workerSafety,
      ...(risk.check && { check: shareCheck(risk.check) }),
    },
  action_plan: ({ actionPlan }) =>
    actionPlan && { actions: [...actionPlan.actions], ...(actionPlan.contact && { contact: actionPlan.contact }) },
  evidence: ({ evidence }) => evidence && { items: [...evidence.items] },
  equality: ({ equality }) =>
    equality && { answers: equality.answers.map(({ question, answer }) => ({ question, answer })) },
}

function shareCheck({ checkedOn, provisional, warnings }: NonNullable<RiskShared['check']>) {
  return { checkedOn, provisional, warnings: [...warnings] }
}

function withoutAddress({ address: _address, ...rest }: SafeContact): Omit<SafeContact, 'address'> {
  return rest
}

/** A place at home gives the address away, so it is shared only with the address. */
function shareIncident(one: IncidentShared, addressShared: boolean): IncidentShared {
  return {
    occurredOn: one.occurredOn,
    occurredWhen: one.occurredWhen,
    ongoing: one.ongoing,
    locationType: one.locationType,
    place: addressShared || !LOCATION_TYPES[one.locationType].home ? one.place : '',
    types: [...one.types],
    violence: one.violence,
    injuries: one.injuries,
    policeStatus: one.policeStatus,
    crimeReference: one.crimeReference,
  }
}

/** The snapshot of exactly these categories. `heldBack` tells the sender what is not shared and why. */
export function buildPackage(material: CaseMaterial, categories: readonly DataCategory[]): BuiltPackage {
  const addressShared = categories.includes('address')
  const parts: Partial<PackageParts> = {}
  const heldBack: HeldBack[] = []
  for (const category of DATA_CATEGORY_IDS) {
    const what = DATA_CATEGORIES[category].label
    if (!categories.includes(category)) {
      if (DATA_CATEGORIES[category].offered) heldBack.push({ what, why: 'not_agreed' })
      continue
    }
    const part = PARTS[category](material, addressShared)
    if (part === null) heldBack.push({ what, why: 'nothing_recorded' })
    else Object.assign(parts, { [category]: part })
  }
  const placesHeldBack = material.incident.incidents.some((one) => one.place && LOCATION_TYPES[one.locationType].home)
  if (!addressShared && placesHeldBack && categories.includes('incident_details')) {
    heldBack.push({ what: 'The place of incidents at home', why: 'tells_the_address' })
  }
  if (parts.action_plan)
    heldBack.push({
      what: 'Why each action of the plan was agreed, who does it, and the signatures',
      why: 'stays_here',
    })
  if (parts.evidence)
    heldBack.push({ what: 'The files themselves, their names and where they were made', why: 'stays_here' })
  if (parts.risk?.check)
    heldBack.push({ what: 'All other answers of the risk check, and its score', why: 'stays_here' })
  return { content: { format: PACKAGE_FORMAT, parts }, heldBack }
}

/** The level that the recipient saw, if the case has another level now; null if it is the same or was not shared. */
export function outdatedRisk({ parts }: Pick<PackageContent, 'parts'>, now: RiskLevel): RiskLevel | null {
  return parts.risk && parts.risk.level !== now ? parts.risk.level : null
}

/** A package can get a new version only while the recipient still works with it. */
export function canBeAmended({ state, hiddenAt }: { state: ReferralState; hiddenAt: Date | null }): boolean {
  const { packageShown, lane } = REFERRAL_STATES[state]
  return packageShown && lane !== 'finished' && hiddenAt === null
}

/** The safe-contact block as the recipient sees it: without the address unless that was shared; null if not shared. */
export function safeContactShared({ parts }: Pick<PackageContent, 'parts'>): SafeContact | null {
  const reach = parts[CATEGORY_NEVER_LEFT_OUT]
  return reach ? { ...reach.safeContact, address: parts.address?.address ?? '' } : null
}

export type PackageProblem =
  | { kind: 'safe-contact-left-out' }
  | { kind: 'name-left-out' }
  | { kind: 'safety-unanswered'; questions: SafetyQuestionId[] }
  | { kind: 'no-safe-way-to-reach' }
  | { kind: 'summary-too-long'; length: number }

export type PackageGround = Pick<GatePass, 'basis' | 'categories'>

/**
 * What blocks sending a package; empty if it may go. With an override, unanswered safety questions do not block it,
 * since a manager authorises sharing exactly when the client cannot be asked. Unanswered questions are then shared as
 * "no", and the recipient is warned to speak with the sender first (`warningsToRecipient`).
 */
export function packageProblems({ parts }: PackageContent, { basis, categories }: PackageGround): PackageProblem[] {
  const problems: PackageProblem[] = []
  const safe = safeContactShared({ parts })
  if (!safe) return [{ kind: 'safe-contact-left-out' }]
  const numberGiven = safe.phone.trim() !== '' || safe.email.trim() !== ''
  if (numberGiven && !parts.name && categories.includes(CATEGORY_WITH_A_NUMBER))
    problems.push({ kind: 'name-left-out' })
  const questions = basis === 'override' ? [] : missingAnswers(safe)
  if (questions.length > 0) problems.push({ kind: 'safety-unanswered', questions })
  else if (basis === 'consent' && !canBeReached(safe)) problems.push({ kind: 'no-safe-way-to-reach' })
  const length = parts.incident_details?.summary.length ?? 0
  if (length > SUMMARY_LENGTH) problems.push({ kind: 'summary-too-long', length })
  return problems
}
