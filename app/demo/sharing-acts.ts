import { type ConsentPurpose, usualCategories } from '../domain/consents/consent-purpose.ts'
import { consentWording, wordingAsText } from '../domain/consents/consent-wording.ts'
import type { DataCategory } from '../domain/consents/data-category.ts'
import { type AskOverrideInput, askOverride } from '../features/consents/ask-override.server.ts'
import { decideOverride } from '../features/consents/decide-override.server.ts'
import { recordConsent, recordConsentInput } from '../features/consents/record-consent.server.ts'
import { decideReferral, decideReferralInput } from '../features/referrals/decide/decide-referral.server.ts'
import { sendDecidedReferral } from '../features/referrals/send/send-decided-referral.server.ts'
import { sendReferral, sendReferralInput } from '../features/referrals/send/send-referral.server.ts'
import { withdrawConsent } from '../features/referrals/sent/withdraw-consent.server.ts'
import type { AgencyTold } from './agencies.ts'
import { type Ask, valueOrThrow } from './ask.ts'
import type { PersonTold } from './people.ts'
import type { CaseTold, ConsentTold, ReferralTold, ReferTold } from './told.ts'

/** What the client said about sharing, and what leaves the agency because of it. */
export function sharingActs(ask: Ask) {
  const agree = async (file: CaseTold, to: AgencyTold, told: ConsentTold): Promise<string> => {
    const input = consentOf(to, told)
    return valueOrThrow(await recordConsent(ask(file.worker), { ...input, caseId: file.caseId })).consentId
  }
  const send = async (file: CaseTold, to: AgencyTold, told: ReferTold): Promise<ReferralTold> => {
    const categories = told.categories ?? usual(told.purpose)
    const input = sendReferralInput.parse({ ...decisionOf(to, told), categories })
    const sent = valueOrThrow(
      await sendReferral(ask(file.worker), { ...input, decidedAt: told.decidedAt ?? null, caseId: file.caseId }),
    )
    return held(sent.referralId, { file, to, told, version: 2 })
  }
  return {
    agree,
    send,
    /** Asks the client and sends at once, as most referrals go. */
    refer: async (file: CaseTold, to: AgencyTold, told: ReferTold, said: Partial<ConsentTold> = {}) => {
      await agree(file, to, { purpose: told.purpose, categories: told.categories, ...said })
      return send(file, to, told)
    },
    decide: async (file: CaseTold, to: AgencyTold, told: ReferTold): Promise<ReferralTold> => {
      const input = decideReferralInput.parse(decisionOf(to, told))
      const decided = valueOrThrow(
        await decideReferral(ask(file.worker), { ...input, decidedAt: told.decidedAt ?? null, caseId: file.caseId }),
      )
      return held(decided.referralId, { file, to, told, version: 1 })
    },
    sendDecided: async (referral: ReferralTold) => {
      const { referralId, categories, summary } = referral
      const words = { summary, othersAtRisk: '', workerSafety: '' }
      valueOrThrow(
        await sendDecidedReferral(ask(referral.file.worker), { referralId, categories: [...categories], ...words }),
      )
      referral.version += 1
    },
    withdrawConsent: async (file: CaseTold, consentId: string, how: string) =>
      valueOrThrow(await withdrawConsent(ask(file.worker), { caseId: file.caseId, consentId, how })),
    askOverride: async (
      file: CaseTold,
      to: AgencyTold,
      told: Omit<AskOverrideInput, 'caseId' | 'recipientAgencyId' | 'withoutName'>,
    ) =>
      valueOrThrow(
        await askOverride(ask(file.worker), {
          ...{ caseId: file.caseId, recipientAgencyId: to.agencyId, ...told },
          withoutName: !told.categories.includes('name'),
        }),
      ).overrideId,
    decideOverride: async (manager: PersonTold, overrideId: string, decision: 'authorised' | 'refused', note: string) =>
      valueOrThrow(await decideOverride(ask(manager), { overrideId, decision, note })),
  }
}

function consentOf(
  to: AgencyTold,
  { purpose, categories = usual(purpose), decision = 'agreed', ...said }: ConsentTold,
) {
  const wording = consentWording({ agencyName: to.name, purposes: [purpose], categories })
  return recordConsentInput.parse({
    recipientAgencyId: to.agencyId,
    decision,
    purposes: [purpose],
    categories,
    withoutName: categories.includes('name') ? '' : 'yes',
    wordingShown: wordingAsText(wording),
    method: 'verbal',
    language: 'English',
    grantor: 'client',
    capacity: 'presumed',
    ...said,
  })
}

function usual(purpose: ConsentPurpose): DataCategory[] {
  return usualCategories([purpose])
}

function decisionOf(to: AgencyTold, { purpose, askedBy = 'agreed', instead, ...told }: ReferTold) {
  const { summary, othersAtRisk, workerSafety } = told
  const reroutedFromId = instead?.referralId ?? ''
  return { recipientAgencyId: to.agencyId, purpose, askedBy, reroutedFromId, summary, othersAtRisk, workerSafety }
}

interface Held {
  file: CaseTold
  to: AgencyTold
  told: ReferTold
  version: number
}

function held(referralId: string, { file, to, told, version }: Held): ReferralTold {
  const { purpose, categories = usual(purpose), summary = '' } = told
  return { referralId, file, to, purpose, categories, summary, version }
}
