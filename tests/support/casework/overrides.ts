import type { DataCategory } from '../../../app/domain/consents/data-category.ts'
import { type AskOverrideInput, askOverride } from '../../../app/features/consents/ask-override.server.ts'
import { decideOverride } from '../../../app/features/consents/decide-override.server.ts'
import { sendReferral } from '../../../app/features/referrals/send/send-referral.server.ts'
import { allowed } from '../cases.ts'
import { type Partners, referableCase, sendInput } from '../referrals.ts'
import { asking, MONDAY_MORNING } from '../world.ts'

export const LEAST_DATA: DataCategory[] = ['safe_contact', 'incident_details']

interface Given {
  now?: Date
  /** Of a case that exists already; otherwise one is reported. */
  caseId?: string
  categories?: DataCategory[]
  report?: NonNullable<Parameters<typeof referableCase>[1]>['report']
}

export function overrideInput(
  recipientAgencyId: string,
  caseId: string,
  given: Partial<AskOverrideInput> = {},
): AskOverrideInput {
  return {
    caseId,
    recipientAgencyId,
    purpose: 'support',
    categories: LEAST_DATA,
    withoutName: true,
    ground: 'risk_to_life',
    whyNoConsent: 'unsafe_to_ask',
    necessity: 'Threat of arson tonight',
    clientTold: 'no',
    notToldReason: 'He reads her phone',
    ...given,
  }
}

/** What a manager let the agency share with the recipient once, without the client's consent. */
export async function authorisedOverride(parties: Partners, caseId: string, { now = MONDAY_MORNING, ...given }: Given) {
  const { categories = LEAST_DATA } = given
  const input = overrideInput(parties.recipient.agencyId, caseId, { categories })
  const { overrideId } = allowed(await askOverride(asking(parties.worker, now), input))
  const answer = { overrideId, decision: 'authorised', note: 'Read and weighed' } as const
  allowed(await decideOverride(asking(parties.manager, now), answer))
  return { overrideId }
}

/** Sent by `worker` on a manager's authority, without the client's consent. */
export async function referralByOverride(parties: Partners, given: Given = {}) {
  const { now = MONDAY_MORNING, categories = LEAST_DATA } = given
  const caseId = given.caseId ?? (await referableCase(parties, given)).caseId
  const { overrideId } = await authorisedOverride(parties, caseId, given)
  const input = sendInput(parties, caseId, { categories })
  return { caseId, overrideId, ...allowed(await sendReferral(asking(parties.worker, now), input)) }
}
