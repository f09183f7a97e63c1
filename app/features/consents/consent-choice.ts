import { CONSENT_PURPOSES, type ConsentPurpose, usualCategories } from '../../domain/consents/consent-purpose.ts'
import {
  CATEGORY_NEVER_LEFT_OUT,
  type DataCategory,
  OFFERED_CATEGORY_IDS,
} from '../../domain/consents/data-category.ts'
import { href } from '../../href.ts'

/** What the client will be asked about. Nothing is decided yet, so it is in the address. */
export interface ConsentChoice {
  /** Asked about one after another, in this order. */
  recipientAgencyIds: string[]
  purposes: ConsentPurpose[]
  categories: DataCategory[]
  /** Chosen explicitly: the number is shared, the name is not. */
  withoutName: boolean
}

/** Reads the address. If it names no data, the data usually needed for these purposes is proposed. */
export function consentChoiceOf(query: URLSearchParams): ConsentChoice {
  const inAddress = [...query.getAll('purposes'), ...query.getAll('purpose')]
  const purposes = [...new Set(inAddress)].filter((id): id is ConsentPurpose => Object.hasOwn(CONSENT_PURPOSES, id))
  const named: readonly string[] = query.getAll('data')
  const usual: readonly string[] = usualCategories(purposes)
  const wanted = named.length > 0 ? named : usual
  const recipients = query.getAll('to').filter((id) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id))
  return {
    recipientAgencyIds: [...new Set(recipients)],
    purposes,
    categories: OFFERED_CATEGORY_IDS.filter((id) => wanted.includes(id) || id === CATEGORY_NEVER_LEFT_OUT),
    withoutName: query.get('withoutName') === 'yes',
  }
}

/** The worker's page (`new`) with these choices, or the client's page (`ask`) about one of the agencies. */
export function consentAddress(caseId: string, page: 'new' | 'ask', choice: ConsentChoice, position = 0): string {
  const query = new URLSearchParams()
  for (const agencyId of choice.recipientAgencyIds) query.append('to', agencyId)
  for (const purpose of choice.purposes) query.append('purposes', purpose)
  for (const category of choice.categories) query.append('data', category)
  if (choice.withoutName) query.set('withoutName', 'yes')
  if (position > 0) query.set('position', String(position))
  return href(`/cases/:caseId/consents/${page}`, { caseId }, query)
}
