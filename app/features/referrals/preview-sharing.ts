import { type Consent, categoriesAllowed, gate } from '../../domain/consent.ts'
import { CONSENT_PURPOSES, type ConsentPurpose } from '../../domain/consent-purpose.ts'
import { gateRefusalWords } from '../../domain/consent-wording.ts'
import { CATEGORY_NEVER_LEFT_OUT, type DataCategory } from '../../domain/data-category.ts'
import type { Override } from '../../domain/override.ts'
import { buildPackage, type CaseMaterial, type PackageWords, withWords } from '../../domain/referral-package.ts'

/** What may be shared with this agency for this purpose, and on whose word; or exactly what is missing. */
export function sharingWith(
  recipientAgencyId: string,
  agencyName: string,
  { consents, overrides }: { consents: readonly Consent[]; overrides: readonly Override[] },
  { purpose, now }: { purpose: ConsentPurpose; now: Date },
) {
  const agreed = categoriesAllowed(consents, { recipientAgencyId, purpose }, now)
  if (agreed.includes(CATEGORY_NEVER_LEFT_OUT)) return { basis: 'consent' as const, categories: agreed, missing: '' }
  for (const override of overrides) {
    const sharing = { recipientAgencyId, purpose, categories: override.categories }
    const pass = gate(sharing, { consents: [], overrides: [override] }, now)
    if (pass.ok) return { basis: 'override' as const, categories: [...override.categories], missing: '' }
  }
  const wanted = [...CONSENT_PURPOSES[purpose].usualCategories]
  const refusal = gate({ recipientAgencyId, purpose, categories: wanted }, { consents, overrides: [] }, now)
  const missing = refusal.ok ? '' : gateRefusalWords(refusal.refusal, agencyName)
  return { basis: 'none' as const, categories: wanted as DataCategory[], missing }
}

/** The package as it would go now, with what is held back and why. */
export function previewOf(material: CaseMaterial, categories: readonly DataCategory[], words: PackageWords) {
  return buildPackage(withWords(material, words), categories)
}
