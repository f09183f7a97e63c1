import { systemOf } from '../domain/partnership/actor.ts'
import type { CANCELLATION_REASONS, ErrorReason, WITHDRAWAL_REASONS } from '../domain/referrals/referral-reason.ts'
import { cancelReferral } from '../features/referrals/decide/cancel-referral.server.ts'
import { amendPackage } from '../features/referrals/package/amend-package.server.ts'
import { chaseRecipient } from '../features/referrals/sent/chase-recipient.server.ts'
import { closeSentReferral } from '../features/referrals/sent/close-sent-referral.server.ts'
import { enterInError } from '../features/referrals/sent/enter-in-error.server.ts'
import { escalateReferrals } from '../features/referrals/sent/escalate-referrals.server.ts'
import { giveMoreInformation } from '../features/referrals/sent/give-more-information.server.ts'
import { tellClient } from '../features/referrals/sent/tell-client.server.ts'
import { withdrawReferral } from '../features/referrals/sent/withdraw-referral.server.ts'
import { AGENCIES } from './agencies.ts'
import { type Ask, valueOrThrow } from './ask.ts'
import type { StoryReferral } from './story-types.ts'

type CancellationReason = keyof typeof CANCELLATION_REASONS
type WithdrawalReason = keyof typeof WITHDRAWAL_REASONS

export function senderActs(ask: Ask) {
  const seen = ({ referralId, version }: StoryReferral) => ({ referralId, seenVersion: version })
  const by = ({ file }: StoryReferral) => ask(file.worker)
  const moved = (referral: StoryReferral) => {
    referral.version += 1
  }
  return {
    cancel: async (referral: StoryReferral, reason: CancellationReason) => {
      valueOrThrow(await cancelReferral(by(referral), { ...seen(referral), reason }))
      moved(referral)
    },
    giveMore: async (referral: StoryReferral, message: string) => {
      valueOrThrow(await giveMoreInformation(by(referral), { ...seen(referral), message }))
      moved(referral)
    },
    amend: async (referral: StoryReferral, summary: string, reason: string) => {
      const words = { summary, othersAtRisk: '', workerSafety: '' }
      valueOrThrow(
        await amendPackage(by(referral), { ...seen(referral), ...words, categories: [...referral.categories], reason }),
      )
      moved(referral)
    },
    withdraw: async (referral: StoryReferral, reason: WithdrawalReason) => {
      valueOrThrow(await withdrawReferral(by(referral), { ...seen(referral), reason }))
      moved(referral)
    },
    enterInError: async (referral: StoryReferral, reason: ErrorReason) => {
      valueOrThrow(await enterInError(by(referral), { ...seen(referral), reason }))
      moved(referral)
    },
    chase: async (referral: StoryReferral) => {
      valueOrThrow(await chaseRecipient(by(referral), { referralId: referral.referralId }))
    },
    tellClient: async (referral: StoryReferral) => {
      valueOrThrow(
        await tellClient(by(referral), { referralId: referral.referralId, channel: 'in_person', toldAt: null }),
      )
    },
    close: async (referral: StoryReferral) => {
      valueOrThrow(await closeSentReferral(by(referral), seen(referral)))
      moved(referral)
    },
    /** What the portal does by itself, for both agencies, when the recipient has not answered in time. */
    leaveUnanswered: async (referral: StoryReferral) => {
      const home = Object.values(AGENCIES).find(({ agencyId }) => agencyId === referral.file.worker.actor.agencyId)
      for (const agency of [referral.to, home])
        if (agency) await escalateReferrals(ask({ actor: systemOf(agency.agencyId) }))
      moved(referral)
    },
  }
}
