import { type Consent, type GateRefusal, gate } from '../../domain/consent.ts'
import type { ConsentPurpose } from '../../domain/consent-purpose.ts'
import type { DataCategory } from '../../domain/data-category.ts'
import type { Override } from '../../domain/override.ts'
import { done, type Result } from '../../domain/result.ts'

interface Sent {
  toAgencyId: string
  purpose: ConsentPurpose
  /** The override that this very referral used. */
  overrideId: string | null
}

export type MayNotShare = GateRefusal

/** An override was used by this very referral: it still allows what the manager authorised, for this one only. */
export function mayShareAgain(
  own: Sent,
  facts: { consents: readonly Consent[]; overrides: readonly Override[] },
  categories: readonly DataCategory[],
  now: Date,
): Result<unknown, MayNotShare> {
  const sharing = { recipientAgencyId: own.toAgencyId, purpose: own.purpose, categories }
  const used = facts.overrides.find((one) => one.overrideId === own.overrideId)
  const authorised = used && categories.length > 0 && categories.every((id) => used.categories.includes(id))
  return authorised ? done(null) : gate(sharing, { consents: facts.consents, overrides: [] }, now)
}
