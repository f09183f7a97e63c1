import { CONSENT_PURPOSES, type ConsentPurpose } from '../../../domain/consents/consent-purpose.ts'
import { href } from '../../../href.ts'

/** Where a referral is prepared: the choices made so far stand in the address, so that it can be shared and reloaded. */
export interface ReferChoice {
  caseId: string
  purpose: ConsentPurpose
  recipientAgencyId?: string | null
  reroutedFromId?: string | null
  /** An agency was to be chosen, though perhaps none was. */
  chosen?: boolean
}

type Page = 'refer' | 'refer/keep' | 'consents/new' | 'overrides/new'

/** The address of a page about sharing for these choices. */
export function referAddress(
  { caseId, purpose, recipientAgencyId, reroutedFromId }: ReferChoice,
  page: Page = 'refer',
) {
  const query = new URLSearchParams({ purpose })
  if (recipientAgencyId) query.set('to', recipientAgencyId)
  if (reroutedFromId) query.set('reroutes', reroutedFromId)
  return href(`/cases/:caseId/${page}`, { caseId }, query)
}

/** The choices in an address; what is missing or unknown is left open. */
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
