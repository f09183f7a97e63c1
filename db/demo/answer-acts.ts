import type { CalendarDay } from '../../app/domain/calendar-day.ts'
import type { ContactChannel, ContactOutcome } from '../../app/domain/contact.ts'
import type { DeclineReason, ReferralOutcome } from '../../app/domain/referral-reason.ts'
import { acceptReferral } from '../../app/features/referrals/accept-referral.server.ts'
import { askForMore } from '../../app/features/referrals/ask-for-more.server.ts'
import { declineReferral } from '../../app/features/referrals/decline-referral.server.ts'
import { receiveReferral } from '../../app/features/referrals/receive-referral.server.ts'
import { recordContactAttempt } from '../../app/features/referrals/record-contact-attempt.server.ts'
import { recordEngagement } from '../../app/features/referrals/record-engagement.server.ts'
import { recordOutcome } from '../../app/features/referrals/record-outcome.server.ts'
import { writeNote } from '../../app/features/referrals/write-note.server.ts'
import type { AgencyTold } from './agencies.ts'
import { type Ask, done } from './ask.ts'
import type { PersonTold } from './people.ts'
import type { ReferralTold } from './told.ts'

/** What the agency that a referral came to does with it. */
export function answerActs(ask: Ask) {
  const seen = ({ referralId, version }: ReferralTold) => ({ referralId, seenVersion: version })
  const moved = (referral: ReferralTold) => {
    referral.version += 1
  }
  return {
    receive: async (by: PersonTold, referral: ReferralTold) => {
      done(await receiveReferral(ask(by), seen(referral)))
      moved(referral)
    },
    accept: async (by: PersonTold, referral: ReferralTold, message = '') => {
      done(await acceptReferral(ask(by), { ...seen(referral), staffId: by.actor.staffId, message }))
      moved(referral)
    },
    decline: async (
      by: PersonTold,
      referral: ReferralTold,
      reason: DeclineReason,
      instead: AgencyTold,
      message = '',
    ) => {
      const suggestedAgencyId = instead.agencyId
      done(await declineReferral(ask(by), { ...seen(referral), reason, suggestedAgencyId, message }))
      moved(referral)
    },
    askForMore: async (by: PersonTold, referral: ReferralTold, message: string) => {
      done(await askForMore(ask(by), { ...seen(referral), message }))
      moved(referral)
    },
    tryToReach: async (
      by: PersonTold,
      referral: ReferralTold,
      {
        reason,
        channel = 'phone',
        nextTryOn = null,
        message = '',
      }: { reason: ContactOutcome; channel?: ContactChannel; nextTryOn?: CalendarDay | null; message?: string },
    ) => {
      const attempt = { ...seen(referral), channel, reason, nextTryOn, message, attemptedAt: null }
      done(await recordContactAttempt(ask(by), attempt))
      moved(referral)
    },
    engage: async (by: PersonTold, referral: ReferralTold, message: string, nextTryOn: CalendarDay | null = null) => {
      done(await recordEngagement(ask(by), { ...seen(referral), channel: 'in_person', message, nextTryOn }))
      moved(referral)
    },
    recordOutcome: async (by: PersonTold, referral: ReferralTold, outcome: ReferralOutcome, message = '') => {
      done(await recordOutcome(ask(by), { ...seen(referral), outcome, message }))
      moved(referral)
    },
    note: async (by: PersonTold, { referralId }: ReferralTold, note: string) => {
      done(await writeNote(ask(by), { referralId, note }))
    },
  }
}
