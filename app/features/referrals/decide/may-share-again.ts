import { type Consent, type GateRefusal, gate } from '../../../domain/consents/consent.ts'
import type { ConsentPurpose } from '../../../domain/consents/consent-purpose.ts'
import type { DataCategory } from '../../../domain/consents/data-category.ts'
import type { Override } from '../../../domain/consents/override.ts'
import type { PackageGround } from '../../../domain/referrals/referral-package.ts'
import { done, type Result, refused } from '../../../domain/result.ts'

interface Sent {
  toAgencyId: string
  purpose: ConsentPurpose
  /** The override that this referral was sent with, if any. */
  overrideId: string | null
}

export type MayNotShare =
  | GateRefusal
  /** More than the manager authorised. A later consent cannot add to it: withdrawing it would hide nothing. */
  | { kind: 'beyond-override'; authorised: DataCategory[]; categories: DataCategory[] }

/**
 * A referral has one ground. One sent with an override may share again what the manager authorised, and nothing else:
 * data added on a later consent would be logged under a false ground, and would stay visible after that consent is
 * withdrawn.
 */
export function mayShareAgain(
  own: Sent,
  facts: { consents: readonly Consent[]; overrides: readonly Override[] },
  categories: readonly DataCategory[],
  now: Date,
): Result<PackageGround, MayNotShare> {
  if (own.overrideId !== null) return withinOverride(own.overrideId, facts.overrides, categories)
  const sharing = { recipientAgencyId: own.toAgencyId, purpose: own.purpose, categories }
  return gate(sharing, { consents: facts.consents, overrides: [] }, now)
}

function withinOverride(
  overrideId: string,
  overrides: readonly Override[],
  categories: readonly DataCategory[],
): Result<PackageGround, MayNotShare> {
  const authorised = [...(overrides.find((one) => one.overrideId === overrideId)?.categories ?? [])]
  const beyond = categories.filter((id) => !authorised.includes(id))
  if (categories.length > 0 && beyond.length === 0) return done({ basis: 'override', categories: authorised })
  return refused({ kind: 'beyond-override', authorised, categories: beyond })
}
