import { cancelReferral } from '../../../app/features/referrals/decide/cancel-referral.server.ts'
import { decideReferral } from '../../../app/features/referrals/decide/decide-referral.server.ts'
import { askForMore } from '../../../app/features/referrals/inbox/ask-for-more.server.ts'
import { amendPackage } from '../../../app/features/referrals/package/amend-package.server.ts'
import { sendDecidedReferral } from '../../../app/features/referrals/send/send-decided-referral.server.ts'
import { sendReferral } from '../../../app/features/referrals/send/send-referral.server.ts'
import { chaseRecipient } from '../../../app/features/referrals/sent/chase-recipient.server.ts'
import { closeSentReferral } from '../../../app/features/referrals/sent/close-sent-referral.server.ts'
import { enterInError } from '../../../app/features/referrals/sent/enter-in-error.server.ts'
import { giveMoreInformation } from '../../../app/features/referrals/sent/give-more-information.server.ts'
import { tellClient } from '../../../app/features/referrals/sent/tell-client.server.ts'
import { withdrawConsent } from '../../../app/features/referrals/sent/withdraw-consent.server.ts'
import { withdrawReferral } from '../../../app/features/referrals/sent/withdraw-referral.server.ts'
import { recordOutcome } from '../../../app/features/referrals/steps/record-outcome.server.ts'
import { allowed } from '../../support/cases.ts'
import {
  acceptedReferral,
  decidedReferral,
  decideInput,
  type Partners,
  recordedConsent,
  referableCase,
  sendInput,
  sentReferral,
  USUAL_DATA,
} from '../../support/referrals.ts'
import { asking } from '../../support/world.ts'
import { type Doors, door } from './door.ts'

const AFTERNOON = new Date('2026-11-23T15:00:00Z')
const WHEN_OVERDUE = new Date('2026-11-26T09:00:00Z')
const WORDS = { summary: 'As she said it.', othersAtRisk: '', workerSafety: '' }

/** What the agency does that refers. */
export function senderDoors(parties: Partners): Doors {
  const { worker, recipientWorker } = parties
  const ofReferral = (arrange: Parameters<typeof door>[3]) => door('referral', 'update', worker, arrange)

  return {
    'referrals/decide/decide-referral': door('referral', 'insert', worker, async () => {
      const { caseId } = await referableCase(parties)
      return (form) => decideReferral(form, decideInput(parties, caseId))
    }),
    'referrals/decide/cancel-referral': ofReferral(async () => {
      const { referralId } = await decidedReferral(parties)
      return (form) => cancelReferral(form, { referralId, seenVersion: 1, reason: 'changed_mind' })
    }),
    'referrals/send/send-referral': door('referral', 'insert', worker, async () => {
      const { caseId } = await referableCase(parties)
      await recordedConsent(parties, caseId)
      return (form) => sendReferral(form, sendInput(parties, caseId))
    }),
    'referrals/send/send-decided-referral': ofReferral(async () => {
      const { referralId, caseId } = await decidedReferral(parties)
      await recordedConsent(parties, caseId)
      return (form) => sendDecidedReferral(form, { referralId, categories: USUAL_DATA, ...WORDS })
    }),
    'referrals/package/amend-package': ofReferral(async () => {
      const { referralId } = await sentReferral(parties)
      const amended = { categories: USUAL_DATA, reason: 'It happened again', ...WORDS }
      return (form) => amendPackage(form, { referralId, seenVersion: 2, ...amended })
    }),
    'referrals/sent/chase-recipient': ofReferral(async () => {
      const { referralId } = await sentReferral(parties)
      return (form) => chaseRecipient({ ...form, now: WHEN_OVERDUE }, { referralId })
    }),
    'referrals/sent/close-sent-referral': ofReferral(async () => {
      const { referralId } = await acceptedReferral(parties)
      const outcome = { referralId, outcome: 'support_given', message: '' } as const
      allowed(await recordOutcome(asking(recipientWorker), outcome))
      return (form) => closeSentReferral(form, { referralId })
    }),
    'referrals/sent/enter-in-error': ofReferral(async () => {
      const { referralId } = await sentReferral(parties)
      return (form) => enterInError(form, { referralId, seenVersion: 2, reason: 'wrong_client' })
    }),
    'referrals/sent/give-more-information': ofReferral(async () => {
      const { referralId } = await sentReferral(parties)
      allowed(await askForMore(asking(recipientWorker), { referralId, message: 'Which shop?' }))
      return (form) => giveMoreInformation(form, { referralId, seenVersion: 3, message: 'The corner shop.' })
    }),
    'referrals/sent/tell-client': ofReferral(async () => {
      const { referralId } = await acceptedReferral(parties)
      return (form) => tellClient({ ...form, now: AFTERNOON }, { referralId, channel: 'phone', toldAt: null })
    }),
    'referrals/sent/withdraw-consent': door('consent', 'update', worker, async () => {
      const { caseId, consentId } = await sentReferral(parties)
      return (form) => withdrawConsent(form, { caseId, consentId, how: 'By phone' })
    }),
    'referrals/sent/withdraw-referral': ofReferral(async () => {
      const { referralId } = await sentReferral(parties)
      return (form) => withdrawReferral(form, { referralId, seenVersion: 2, reason: 'feels_unsafe' })
    }),
  }
}
