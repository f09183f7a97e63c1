import type { ConsentPurpose } from '../../app/domain/consents/consent-purpose.ts'
import { consentWording, wordingAsText } from '../../app/domain/consents/consent-wording.ts'
import type { DataCategory } from '../../app/domain/consents/data-category.ts'
import {
  type RecordConsentInput,
  recordConsent,
  recordConsentInput,
} from '../../app/features/consents/record-consent.server.ts'
import { decideReferral, decideReferralInput } from '../../app/features/referrals/decide/decide-referral.server.ts'
import { acceptReferral } from '../../app/features/referrals/inbox/accept-referral.server.ts'
import { declineReferral } from '../../app/features/referrals/inbox/decline-referral.server.ts'
import { sendReferral, sendReferralInput } from '../../app/features/referrals/send/send-referral.server.ts'
import { allocatedCase, allowed } from './cases.ts'
import { type AgencyMade, asking, MONDAY_MORNING, type World } from './world.ts'

export const USUAL_DATA: DataCategory[] = [
  'name',
  'date_of_birth',
  'address',
  'safe_contact',
  'incident_details',
  'strand',
  'risk',
]

/** A housing agency that refers and a victim-support agency that receives, with the people of both. */
export async function partners(world: World) {
  const sender = await world.agency({ kind: 'social_landlord', name: 'Harthill Bridge Homes' })
  const recipient = await world.agency({ kind: 'victim_support', name: 'Beacon Victim Care', investigates: false })
  return {
    sender,
    recipient,
    worker: await world.staff(sender, 'case_worker', 'Sam Okafor'),
    manager: await world.staff(sender, 'manager', 'Ada Lovell'),
    recipientWorker: await world.staff(recipient, 'case_worker', 'Bea Novak'),
    recipientManager: await world.staff(recipient, 'manager', 'Max Idowu'),
  }
}

export type Partners = Awaited<ReturnType<typeof partners>>

interface Given {
  now?: Date
  /** Of a case that exists already; otherwise one is reported. */
  caseId?: string
  purpose?: ConsentPurpose
  categories?: DataCategory[]
  recipient?: AgencyMade
  /** Fields of the report of the new case. */
  report?: NonNullable<Parameters<typeof allocatedCase>[1]>['report']
}

/** A case whose client can be reached safely, so that a referral of it may go. */
export async function referableCase({ worker }: Pick<Partners, 'worker'>, given: Given = {}) {
  const report = { safeToText: 'no' as const, ...given.report }
  return allocatedCase(worker, { now: given.now, report })
}

export function consentInput(
  caseId: string,
  recipient: AgencyMade,
  given: Partial<RecordConsentInput> = {},
): RecordConsentInput {
  const purposes = given.purposes ?? ['support']
  const categories = given.categories ?? USUAL_DATA
  const parsed = recordConsentInput.parse({
    recipientAgencyId: recipient.agencyId,
    decision: 'agreed',
    purposes,
    categories,
    withoutName: categories.includes('name') ? '' : 'yes',
    wordingShown: wordingAsText(consentWording({ agencyName: recipient.name, purposes, categories })),
    method: 'verbal',
    language: 'English',
    grantor: 'client',
    capacity: 'presumed',
  })
  return { ...parsed, ...given, caseId }
}

/** What the client said about sharing with the recipient; agreed, unless `said` says otherwise. */
export async function recordedConsent(
  { worker, recipient }: Pick<Partners, 'worker' | 'recipient'>,
  caseId: string,
  { now = MONDAY_MORNING, ...said }: Partial<RecordConsentInput> & { now?: Date } = {},
) {
  return allowed(await recordConsent(asking(worker, now), consentInput(caseId, recipient, said)))
}

function decisionFields({ recipient }: Pick<Partners, 'recipient'>, given: Given) {
  return {
    recipientAgencyId: (given.recipient ?? recipient).agencyId,
    purpose: given.purpose ?? 'support',
    askedBy: 'agreed',
    summary: 'Shouted at outside the shop, and afraid to go there again.',
  }
}

export function sendInput(parties: Pick<Partners, 'recipient'>, caseId: string, given: Given = {}) {
  const categories = given.categories ?? USUAL_DATA
  return { ...sendReferralInput.parse({ ...decisionFields(parties, given), categories }), caseId }
}

export function decideInput(parties: Pick<Partners, 'recipient'>, caseId: string, given: Given = {}) {
  return { ...decideReferralInput.parse(decisionFields(parties, given)), caseId }
}

/** Decided and waiting for the client's consent: the recipient knows nothing of it. */
export async function decidedReferral(parties: Partners, given: Given = {}) {
  const caseId = given.caseId ?? (await referableCase(parties, given)).caseId
  const now = given.now ?? MONDAY_MORNING
  return { caseId, ...allowed(await decideReferral(asking(parties.worker, now), decideInput(parties, caseId, given))) }
}

/** Sent by `worker` to the recipient with the client's consent, and not answered yet. */
export async function sentReferral(parties: Partners, given: Given = {}) {
  const now = given.now ?? MONDAY_MORNING
  const caseId = given.caseId ?? (await referableCase(parties, given)).caseId
  const { purpose = 'support', categories = USUAL_DATA } = given
  const recipient = given.recipient ?? parties.recipient
  const { consentId } = await recordedConsent({ ...parties, recipient }, caseId, {
    now,
    purposes: [purpose],
    categories,
  })
  const sent = allowed(await sendReferral(asking(parties.worker, now), sendInput(parties, caseId, given)))
  return { caseId, consentId, ...sent }
}

/** Sent, accepted by the recipient's worker, and theirs to work on. */
export async function acceptedReferral(parties: Partners, given: Given = {}) {
  const sent = await sentReferral(parties, given)
  const { recipientWorker } = parties
  const { staffId } = recipientWorker.actor
  const form = asking(recipientWorker, given.now ?? MONDAY_MORNING)
  allowed(await acceptReferral(form, { referralId: sent.referralId, staffId, message: '' }))
  return sent
}

/** Sent, and declined by the recipient, who named an agency that could help instead. */
export async function declinedReferral(parties: Partners, suggested: AgencyMade, given: Given = {}) {
  const sent = await sentReferral(parties, given)
  const input = { referralId: sent.referralId, reason: 'out_of_scope', suggestedAgencyId: suggested.agencyId } as const
  const form = asking(parties.recipientWorker, given.now ?? MONDAY_MORNING)
  allowed(await declineReferral(form, { ...input, message: '' }))
  return sent
}
