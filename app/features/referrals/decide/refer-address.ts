import { CONSENT_PURPOSES, type ConsentPurpose } from '../../../domain/consents/consent-purpose.ts'
import { href } from '../../../href.ts'

/** The choices made so far. They are in the address, so that the page can be shared and reloaded. */
export interface ReferChoice {
  caseId: string
  purpose: ConsentPurpose
  recipientAgencyId?: string | null
  reroutedFromId?: string | null
  /** Whether the agency form was sent, even without a choice. */
  chosen?: boolean
}

type Page = 'refer' | 'refer/keep' | 'consents/new' | 'overrides/new'

export function referAddress(
  { caseId, purpose, recipientAgencyId, reroutedFromId }: ReferChoice,
  page: Page = 'refer',
) {
  const query = new URLSearchParams({ purpose })
  if (recipientAgencyId) query.set('to', recipientAgencyId)
  if (reroutedFromId) query.set('reroutes', reroutedFromId)
  return href(`/cases/:caseId/${page}`, { caseId }, query)
}

/** The choices in an address; missing or unknown ones stay open. */
export function referChoiceOf(caseId: string, query: URLSearchParams): ReferChoice {
  const purpose = query.get('purpose') ?? ''
  return {
    caseId,
    purpose: Object.hasOwn(CONSENT_PURPOSES, purpose) ? (purpose as ConsentPurpose) : 'support',
    recipientAgencyId: uuidOrNull(query.get('to')),
    reroutedFromId: uuidOrNull(query.get('reroutes')),
    chosen: query.has('chosen'),
  }
}

function uuidOrNull(text: string | null): string | null {
  return text && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text) ? text : null
}
