import type { Consent } from '../consents/consent.ts'
import { type GatePass, type GateRefusal, gate } from '../consents/consent.ts'
import type { ConsentPurpose } from '../consents/consent-purpose.ts'
import type { DataCategory } from '../consents/data-category.ts'
import type { Override, OverrideGround } from '../consents/override.ts'
import { done, type Result, refused } from '../result.ts'
import { checkReceiver, checkReferralDecision, type DecisionRefusal, type Receiver } from './referral-decision.ts'
import type { CaseMaterial, PackageWords } from './referral-package.ts'
import { buildSharedPackage, type PackageRefusal, type SharedPackage } from './shared-package.ts'

/** The case and the recipient when a referral is decided. The caller has locked the case. */
interface ReferralFacts {
  fromAgencyId: string
  file: { stage: string; receivedAt: Date; serious: boolean; material: CaseMaterial }
  /** Undefined if there is no such agency. */
  recipient: (Receiver & { agencyId: string; name: string }) | undefined
  /** An unfinished referral of the same case to the same agency for the same purpose. */
  open: { referralId: string; reference: string } | undefined
}

interface MayBeShared {
  consents: readonly Consent[]
  overrides: readonly (Override & { ground: OverrideGround })[]
}

interface ReferralChoice {
  purpose: ConsentPurpose
  decidedAt: Date
}

export type CheckRefusal =
  | DecisionRefusal
  | { kind: 'case-closed' }
  | { kind: 'recipient-takes-none'; agencyName: string }
  | { kind: 'already-open'; referralId: string; reference: string }

/** Whether such a referral may exist at all; consent is checked separately. */
export function checkReferralToSend(
  { purpose, decidedAt }: ReferralChoice,
  { fromAgencyId, file, recipient, open }: ReferralFacts,
  now: Date,
): Result<{ recipientAgencyId: string; recipientName: string }, CheckRefusal> {
  if (!recipient) return refused({ kind: 'recipient-cannot-receive' })
  if (file.stage === 'closed') return refused({ kind: 'case-closed' })
  const decision = { fromAgencyId, decidedAt, purpose, recipient, receivedAt: file.receivedAt }
  const decided = checkReferralDecision(decision, now)
  if (!decided.ok) return decided
  const receives = checkReceiver(recipient, purpose)
  if (!receives.ok) return refused({ ...receives.refusal, agencyName: recipient.name })
  if (open) return refused({ kind: 'already-open', ...open })
  return done({ recipientAgencyId: recipient.agencyId, recipientName: recipient.name })
}

interface SendingChoice extends ReferralChoice {
  /** The categories that the page showed: the gate checks exactly these. */
  categories: readonly DataCategory[]
  words: PackageWords
}

/** The data to send, the recipient, and what allows it. */
export interface Sending {
  recipientAgencyId: string
  purpose: ConsentPurpose
  decidedAt: Date
  ground: GatePass
  /** The manager's authority, if the referral relies on it. */
  override: (Pick<Override, 'overrideId'> & { ground: OverrideGround }) | null
  shared: SharedPackage
  /** Whether the recipient learns that it was violent. */
  serious: boolean
}

export type SendingRefusal = CheckRefusal | (GateRefusal & { agencyName: string }) | PackageRefusal

/** Whether and what may be sent: checks the referral, then the gate, then the safety of the package. */
export function decideSending(
  choice: SendingChoice,
  facts: ReferralFacts & { sharing: MayBeShared },
  now: Date,
): Result<Sending, SendingRefusal> {
  const { purpose, categories, words } = choice
  const { file, sharing } = facts
  const checked = checkReferralToSend(choice, facts, now)
  if (!checked.ok) return checked
  const { recipientAgencyId, recipientName } = checked.value
  const pass = gate({ recipientAgencyId, purpose, categories }, sharing, now)
  if (!pass.ok) return refused({ ...pass.refusal, agencyName: recipientName })
  const ground = pass.value
  const shared = buildSharedPackage(file.material, categories, words, ground)
  if (!shared.ok) return shared
  const override = overrideOf(ground, sharing)
  // The manager who authorised sharing without consent decided to refer, so the clock counts from then.
  const decidedAt = override?.decidedAt ?? choice.decidedAt
  const serious = isSeriousShared(file, shared.value.categories)
  return done({ recipientAgencyId, purpose, decidedAt, ground, override, shared: shared.value, serious })
}

function overrideOf(ground: GatePass, { overrides }: MayBeShared) {
  if (ground.basis === 'consent') return null
  return overrides.find(({ overrideId }) => overrideId === ground.overrideId) ?? null
}

/** Violence is part of what happened, so the recipient learns of it only with the incident or with the risk. */
export function isSeriousShared(
  { serious }: Pick<ReferralFacts['file'], 'serious'>,
  categories: readonly DataCategory[],
): boolean {
  return serious && (categories.includes('incident_details') || categories.includes('risk'))
}
