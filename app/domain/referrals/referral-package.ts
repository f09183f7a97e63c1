import type { CommunicationNeedId } from '../cases/communication-need.ts'
import { type IncidentTypeId, LOCATION_TYPES, type LocationType, type PoliceStatus } from '../cases/incident-type.ts'
import type { RiskLevel } from '../cases/risk.ts'
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
import { REFERRAL_STATES, type ReferralState } from './referral.ts'

const PACKAGE_FORMAT = 'referral-package/2'
export const SUMMARY_LENGTH = 2000

export interface IncidentShared {
  occurredOn: string | null
  occurredWhen: string
  ongoing: boolean
  locationType: LocationType
  /** Empty when it would tell the client's address and that is held back. */
  place: string
  types: IncidentTypeId[]
  violence: boolean
  injuries: string
  policeStatus: PoliceStatus
  crimeReference: string
}

/** What each data category carries, field by field. */
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
  risk: { level: RiskLevel; factors: string[]; othersAtRisk: string; workerSafety: string }
  action_plan: { actions: string[] }
  evidence: { items: string[] }
  equality: { answers: { question: string; answer: string }[] }
}

/** The snapshot that is stored and shown: only the parts that were allowed exist in it. */
export interface PackageContent {
  format: typeof PACKAGE_FORMAT
  parts: Partial<PackageParts>
}

/** What the case holds. Null: the case has nothing of the kind. */
export interface CaseMaterial {
  client: PackageParts['name'] & PackageParts['date_of_birth']
  /** Its `address` is a category of its own, never shared with the ways to reach the client. */
  reach: Omit<PackageParts['safe_contact'], 'safeContact'> & { safeContact: SafeContact }
  incident: PackageParts['incident_details']
  strand: PackageParts['strand']
  risk: PackageParts['risk'] | null
  actionPlan: PackageParts['action_plan'] | null
  evidence: PackageParts['evidence'] | null
  equality: PackageParts['equality'] | null
}

/** What the person who refers writes for this recipient, over what the case holds. */
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
  why: 'not_agreed' | 'nothing_recorded' | 'tells_the_address'
}

export interface BuiltPackage {
  content: PackageContent
  heldBack: HeldBack[]
}

type PartOf = {
  [Category in DataCategory]: (material: CaseMaterial, addressShared: boolean) => PackageParts[Category] | null
}

/** The one table from case to package. A field that stands in no row is never shared. */
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
    incidents: incident.incidents.map((one) => incidentShared(one, addressShared)),
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
    },
  action_plan: ({ actionPlan }) => actionPlan && { actions: [...actionPlan.actions] },
  evidence: ({ evidence }) => evidence && { items: [...evidence.items] },
  equality: ({ equality }) =>
    equality && { answers: equality.answers.map(({ question, answer }) => ({ question, answer })) },
}

function withoutAddress({ address: _address, ...rest }: SafeContact): Omit<SafeContact, 'address'> {
  return rest
}

/** A place at home tells the address, so it goes only with the address. */
function incidentShared(one: IncidentShared, addressShared: boolean): IncidentShared {
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

/** The snapshot of exactly these categories, and what is held back and why, for the person who sends to see. */
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
  return { content: { format: PACKAGE_FORMAT, parts }, heldBack }
}

/** A package may get a new version while somebody still works with it. */
export function canBeAmended({ state, hiddenAt }: { state: ReferralState; hiddenAt: Date | null }): boolean {
  const { packageShown, lane } = REFERRAL_STATES[state]
  return packageShown && lane !== 'finished' && hiddenAt === null
}

/** The safe-contact block as the recipient has it: without the address unless that was shared; null when left out. */
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

/** What allows a package to be shared. */
export type PackageGround = Pick<GatePass, 'basis' | 'categories'>

/**
 * What blocks sending a package; none when it may go. A manager authorises sharing just where the client cannot be
 * asked or reached, so with an override unanswered questions let it through: what was not asked is shared as a no, and
 * the recipient reads first to speak with the sender (`warningsToRecipient`).
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
