import type { ContactChannel, ContactOutcome } from '../domain/cases/contact.ts'
import type { DeclineReason, ReferralOutcome } from '../domain/referrals/referral-reason.ts'
import type { CalendarDay } from '../domain/time/calendar-day.ts'
import { acceptReferral } from '../features/referrals/inbox/accept-referral.server.ts'
import { askForMore } from '../features/referrals/inbox/ask-for-more.server.ts'
import { declineReferral } from '../features/referrals/inbox/decline-referral.server.ts'
import { receiveReferral } from '../features/referrals/inbox/receive-referral.server.ts'
import { recordContactAttempt } from '../features/referrals/steps/record-contact-attempt.server.ts'
import { recordEngagement } from '../features/referrals/steps/record-engagement.server.ts'
import { recordOutcome } from '../features/referrals/steps/record-outcome.server.ts'
import { writeReferralNote } from '../features/referrals/steps/write-note.server.ts'
import type { StoryAgency } from './agencies.ts'
import { type Ask, valueOrThrow } from './ask.ts'
import type { StoryPerson } from './people.ts'
import type { StoryReferral } from './story-types.ts'

export function answerActs(ask: Ask) {
  const seen = ({ referralId, version }: StoryReferral) => ({ referralId, seenVersion: version })
  const moved = (referral: StoryReferral) => {
    referral.version += 1
  }
  return {
    receive: async (by: StoryPerson, referral: StoryReferral) => {
      valueOrThrow(await receiveReferral(ask(by), seen(referral)))
      moved(referral)
    },
    accept: async (by: StoryPerson, referral: StoryReferral, message = '') => {
      valueOrThrow(await acceptReferral(ask(by), { ...seen(referral), staffId: by.actor.staffId, message }))
      moved(referral)
    },
    decline: async (
      by: StoryPerson,
      referral: StoryReferral,
      reason: DeclineReason,
      instead: StoryAgency,
      message = '',
    ) => {
      const suggestedAgencyId = instead.agencyId
      valueOrThrow(await declineReferral(ask(by), { ...seen(referral), reason, suggestedAgencyId, message }))
      moved(referral)
    },
    askForMore: async (by: StoryPerson, referral: StoryReferral, message: string) => {
      valueOrThrow(await askForMore(ask(by), { ...seen(referral), message }))
      moved(referral)
    },
    tryToReach: async (
      by: StoryPerson,
      referral: StoryReferral,
      {
        reason,
        channel = 'phone',
        nextTryOn = null,
        message = '',
      }: { reason: ContactOutcome; channel?: ContactChannel; nextTryOn?: CalendarDay | null; message?: string },
    ) => {
      const attempt = { ...seen(referral), channel, reason, nextTryOn, message, attemptedAt: null }
      valueOrThrow(await recordContactAttempt(ask(by), attempt))
      moved(referral)
    },
    engage: async (by: StoryPerson, referral: StoryReferral, message: string, nextTryOn: CalendarDay | null = null) => {
      valueOrThrow(await recordEngagement(ask(by), { ...seen(referral), channel: 'in_person', message, nextTryOn }))
      moved(referral)
    },
    recordOutcome: async (by: StoryPerson, referral: StoryReferral, outcome: ReferralOutcome, message = '') => {
      valueOrThrow(await recordOutcome(ask(by), { ...seen(referral), outcome, message }))
      moved(referral)
    },
    note: async (by: StoryPerson, { referralId }: StoryReferral, note: string) => {
      valueOrThrow(await writeReferralNote(ask(by), { referralId, note }))
    },
  }
}
