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
import type { StoryAgency } from './agencies.ts'
import { type Ask, valueOrThrow } from './ask.ts'
import type { StoryPerson } from './people.ts'
import type { StoryCase, StoryConsent, StoryReferral, StoryReferralDetails } from './story-types.ts'

export function sharingActs(ask: Ask) {
  const agree = async (file: StoryCase, to: StoryAgency, consent: StoryConsent): Promise<string> => {
    const input = consentOf(to, consent)
    return valueOrThrow(await recordConsent(ask(file.worker), { ...input, caseId: file.caseId })).consentId
  }
  const send = async (file: StoryCase, to: StoryAgency, details: StoryReferralDetails): Promise<StoryReferral> => {
    const categories = details.categories ?? usual(details.purpose)
    const input = sendReferralInput.parse({ ...decisionOf(to, details), categories })
    const sent = valueOrThrow(
      await sendReferral(ask(file.worker), { ...input, decidedAt: details.decidedAt ?? null, caseId: file.caseId }),
    )
    return storyReferral(sent.referralId, { file, to, details, version: 2 })
  }
  return {
    agree,
    send,
    /** Records consent and sends at once, as in most referrals. */
    refer: async (file: StoryCase, to: StoryAgency, details: StoryReferralDetails, said?: Partial<StoryConsent>) => {
      await agree(file, to, { purpose: details.purpose, categories: details.categories, ...said })
      return send(file, to, details)
    },
    decide: async (file: StoryCase, to: StoryAgency, details: StoryReferralDetails): Promise<StoryReferral> => {
      const input = decideReferralInput.parse(decisionOf(to, details))
      const decided = valueOrThrow(
        await decideReferral(ask(file.worker), { ...input, decidedAt: details.decidedAt ?? null, caseId: file.caseId }),
      )
      return storyReferral(decided.referralId, { file, to, details, version: 1 })
    },
    sendDecided: async (referral: StoryReferral) => {
      const { referralId, categories, summary } = referral
      const words = { summary, othersAtRisk: '', workerSafety: '' }
      valueOrThrow(
        await sendDecidedReferral(ask(referral.file.worker), { referralId, categories: [...categories], ...words }),
      )
      referral.version += 1
    },
    withdrawConsent: async (file: StoryCase, consentId: string, how: string) =>
      valueOrThrow(await withdrawConsent(ask(file.worker), { caseId: file.caseId, consentId, how })),
    askOverride: async (
      file: StoryCase,
      to: StoryAgency,
      request: Omit<AskOverrideInput, 'caseId' | 'recipientAgencyId' | 'withoutName'>,
    ) =>
      valueOrThrow(
        await askOverride(ask(file.worker), {
          ...{ caseId: file.caseId, recipientAgencyId: to.agencyId, ...request },
          withoutName: !request.categories.includes('name'),
        }),
      ).overrideId,
    decideOverride: async (
      manager: StoryPerson,
      overrideId: string,
      decision: 'authorised' | 'refused',
      note: string,
    ) => valueOrThrow(await decideOverride(ask(manager), { overrideId, decision, note })),
  }
}

function consentOf(
  to: StoryAgency,
  { purpose, categories = usual(purpose), decision = 'agreed', ...said }: StoryConsent,
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

function decisionOf(to: StoryAgency, { purpose, askedBy = 'agreed', instead, ...details }: StoryReferralDetails) {
  const { summary, othersAtRisk, workerSafety } = details
  const reroutedFromId = instead?.referralId ?? ''
  return { recipientAgencyId: to.agencyId, purpose, askedBy, reroutedFromId, summary, othersAtRisk, workerSafety }
}

interface ReferralOfStory {
  file: StoryCase
  to: StoryAgency
  details: StoryReferralDetails
  version: number
}

function storyReferral(referralId: string, { file, to, details, version }: ReferralOfStory): StoryReferral {
  const { purpose, categories = usual(purpose), summary = '' } = details
  return { referralId, file, to, purpose, categories, summary, version }
}
