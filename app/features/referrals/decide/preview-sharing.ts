import { canBeReached, missingAnswers, type SafeContact } from '../../../domain/cases/safe-contact.ts'
import {
  type Consent,
  categoriesAllowed,
  findCoveringConsent,
  gate,
  isOverrideValid,
} from '../../../domain/consents/consent.ts'
import { type ConsentPurpose, usualCategories } from '../../../domain/consents/consent-purpose.ts'
import { gateRefusalWords } from '../../../domain/consents/consent-wording.ts'
import { CATEGORY_NEVER_LEFT_OUT, type DataCategory } from '../../../domain/consents/data-category.ts'
import { type Override, overrideStateOf, type Sharing } from '../../../domain/consents/override.ts'
import {
  buildPackage,
  type CaseMaterial,
  type PackageWords,
  withWords,
} from '../../../domain/referrals/referral-package.ts'
import type { MissingSafety } from './safety-questions.tsx'

/**
 * What may be shared with this agency for this purpose and on which ground, or what is missing. A consent comes with
 * the limits in the client's own words: no gate can check them, so the person who shares must read them.
 */
export function sharingWith(
  recipientAgencyId: string,
  agencyName: string,
  { consents, overrides }: { consents: readonly (Consent & { limits: string })[]; overrides: readonly Override[] },
  { purpose, now }: { purpose: ConsentPurpose; now: Date },
) {
  const agreed = categoriesAllowed(consents, { recipientAgencyId, purpose }, now)
  if (agreed.includes(CATEGORY_NEVER_LEFT_OUT)) {
    const limits = limitsOf(consents, { recipientAgencyId, purpose, categories: agreed }, now)
    return { basis: 'consent' as const, categories: agreed, missing: '', limits }
  }
  const unused = overrides.filter(
    (one) => isUnused(one, now) && one.recipientAgencyId === recipientAgencyId && one.purpose === purpose,
  )
  for (const override of unused) {
    const sharing = { recipientAgencyId, purpose, categories: override.categories }
    if (isOverrideValid(override, sharing, consents, now))
      return { basis: 'override' as const, categories: [...override.categories], missing: '', limits: '' }
  }
  const wanted = usualCategories([purpose])
  const refusal = gate({ recipientAgencyId, purpose, categories: wanted }, { consents, overrides: [] }, now)
  const why = refusal.ok ? '' : gateRefusalWords(refusal.refusal, agencyName)
  const missing = why && unused.length > 0 ? `${why} ${NO_LONGER_AUTHORISED}` : why
  return { basis: 'none' as const, categories: wanted, missing, limits: '' }
}

const NO_LONGER_AUTHORISED =
  'The manager’s authorisation is no longer valid: the client has said something about it, or a week has passed. Ask a manager again.'

function isUnused(override: Override, now: Date): boolean {
  const state = overrideStateOf(override, now)
  return state === 'authorised' || state === 'lapsed'
}

/** The client's limits in the consent that allows a sharing; empty without one. */
export function limitsOf(consents: readonly (Consent & { limits: string })[], sharing: Sharing, now: Date): string {
  const covering = findCoveringConsent(consents, sharing, now)
  return consents.find((one) => one.consentId === covering?.consentId)?.limits.trim() ?? ''
}

/** The package as it would be sent now, with what is held back and why. */
export function previewOf(material: CaseMaterial, categories: readonly DataCategory[], words: PackageWords) {
  return buildPackage(withWords(material, words), categories)
}

export const NOTHING_MISSING: MissingSafety = { questions: [], unreachable: false }

/** The safety questions to answer before the case may be shared. */
export function missingSafety(safe: SafeContact): MissingSafety {
  const questions = missingAnswers(safe)
  return { questions, unreachable: questions.length === 0 && !canBeReached(safe) }
}
