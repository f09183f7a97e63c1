import { CONSENT_PURPOSES, type ConsentPurpose } from '../../domain/consent-purpose.ts'
import { CATEGORY_NEVER_LEFT_OUT, DATA_CATEGORY_IDS, type DataCategory } from '../../domain/data-category.ts'

/** What the client is going to be asked about; it stands in the address, since nothing is decided yet. */
export interface ConsentChoice {
  recipientAgencyId: string | null
  purposes: ConsentPurpose[]
  categories: DataCategory[]
}

/** Reads the address. Without data named, those a referral for these purposes usually needs are proposed. */
export function consentChoiceOf(query: URLSearchParams): ConsentChoice {
  const asked = [...query.getAll('purposes'), ...query.getAll('purpose')]
  const purposes = [...new Set(asked)].filter((id): id is ConsentPurpose => Object.hasOwn(CONSENT_PURPOSES, id))
  const named: readonly string[] = query.getAll('data')
  const usual: readonly string[] = purposes.flatMap((purpose) => CONSENT_PURPOSES[purpose].usualCategories)
  const wanted = named.length > 0 ? named : usual
  const categories = DATA_CATEGORY_IDS.filter((id) => wanted.includes(id) || id === CATEGORY_NEVER_LEFT_OUT)
  const to = query.get('to') ?? ''
  return {
    recipientAgencyId: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(to) ? to : null,
    purposes,
    categories,
  }
}

/** The address of the page for the worker (`new`) or for the client (`ask`) with these choices. */
export function consentAddress(caseId: string, page: 'new' | 'ask', choice: ConsentChoice): string {
  const query = new URLSearchParams()
  if (choice.recipientAgencyId) query.set('to', choice.recipientAgencyId)
  for (const purpose of choice.purposes) query.append('purposes', purpose)
  for (const category of choice.categories) query.append('data', category)
  return `/cases/${caseId}/consents/${page}?${query}`
}
