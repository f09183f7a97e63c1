import type { CaseEventData } from '../cases/case-event.ts'
import { OVERRIDE_GROUNDS } from '../consents/override.ts'
import {
  aboutCase,
  aboutOverride,
  aboutReferral,
  isNotifiedToRecipient,
  notificationsOfState,
} from '../notifications/notification-audience.ts'
import { REFERRAL_STATES, type ReferralState } from '../referrals/referral.ts'
import { ERROR_REASONS } from '../referrals/referral-reason.ts'
import { STATE_NAMES } from '../referrals/referral-status.ts'
import { lowerFirst } from '../text/first-letter.ts'
import { unsafeDetail } from './casework-events.ts'
import { type CaseEventTable, labelOf } from './event-row.ts'

export const SHARING_EVENTS = {
  'consent-given': {
    group: 'consent',
    title: ({ recipientAgencyId }, { agency }) => `Client agreed to share with ${agency(recipientAgencyId)}`,
    notifies: 'nobody',
  },
  'consent-refused': {
    group: 'consent',
    title: ({ recipientAgencyId }, { agency }) => `Client did not agree to share with ${agency(recipientAgencyId)}`,
    notifies: 'nobody',
  },
  'consent-withdrawn': {
    group: 'consent',
    title: ({ recipientAgencyId }, { agency }) => `Client withdrew consent to share with ${agency(recipientAgencyId)}`,
    notifies: aboutCase((_, { toWorkerAndManagers }) => toWorkerAndManagers('consent-withdrawn')),
  },
  'override-asked': {
    group: 'consent',
    title: ({ recipientAgencyId }, { agency }) =>
      `Asked a manager to share with ${agency(recipientAgencyId)} without consent`,
    detail: ({ ground }) => labelOf(OVERRIDE_GROUNDS, ground),
    notifies: aboutOverride('authorisation-asked', () => ({ staffIds: [], managers: true })),
  },
  'override-authorised': {
    group: 'consent',
    title: ({ recipientAgencyId }, { agency }) =>
      `Sharing with ${agency(recipientAgencyId)} without consent was authorised`,
    detail: ({ ground }) => labelOf(OVERRIDE_GROUNDS, ground),
    notifies: aboutOverride('authorisation-decided', ({ requestedBy }) => ({ staffIds: [requestedBy] })),
  },
  'override-refused': {
    group: 'consent',
    title: () => 'Sharing without consent was refused',
    notifies: aboutOverride('authorisation-decided', ({ requestedBy }) => ({ staffIds: [requestedBy] })),
  },
  'referral-decided': {
    group: 'referral',
    title: ({ referralId }, { referral }) => `Decided to refer: ${referral(referralId)}`,
    notifies: 'nobody',
  },
  'referral-sent': {
    group: 'referral',
    title: ({ referralId }, { referral }) => `Referral sent: ${referral(referralId)}`,
    notifies: aboutReferral((_, { toRecipient }) => toRecipient('referral-arrived', { staffIds: [], casework: true })),
  },
  'referral-cancelled': {
    group: 'referral',
    title: ({ referralId }, { referral }) => `Referral stopped before it was sent: ${referral(referralId)}`,
    notifies: 'nobody',
  },
  'referral-moved': {
    group: 'referral',
    title: (move, { referral }) => `Referral ${referral(move.referralId)}: ${moveInWords(move)}`,
    notifies: aboutReferral((move, { bySender, toSender, toRecipient }) =>
      bySender
        ? isNotifiedToRecipient(move)
          ? toRecipient('referral-changed')
          : []
        : notificationsOfState(move.to).flatMap((kind) => toSender(kind)),
    ),
  },
  'referral-amended': {
    group: 'referral',
    title: ({ referralId, version }, { referral }) => `Version ${version} shared: ${referral(referralId)}`,
    notifies: aboutReferral((_, { bySender, toSender, toRecipient }) =>
      bySender ? toRecipient('referral-changed') : toSender('referral-news'),
    ),
  },
  'referral-disputed-as-error': {
    group: 'referral',
    title: ({ referralId }, { referral }) => `Marked as entered in error: ${referral(referralId)}`,
    detail: ({ reason }) => labelOf(ERROR_REASONS, reason),
    notifies: aboutReferral((_, { bySender, toSender, toRecipient }) =>
      bySender ? toRecipient('referral-changed') : toSender('referral-news'),
    ),
  },
  'referral-escalated': {
    group: 'referral',
    title: ({ referralId, step }, { referral }) =>
      step === 'reply'
        ? `We did not answer a question in time: ${referral(referralId)}`
        : `No answer in time: ${referral(referralId)}`,
    // Each agency has this event in its own log, so each side is notified by its own copy.
    notifies: aboutReferral(({ step }, { bySender, toSender, toRecipient, sender, recipient }) => {
      if (step === 'reply') return toSender('question-unanswered', { ...sender, managers: true })
      return bySender
        ? toSender('referral-unanswered', { ...sender, managers: true })
        : toRecipient('inbox-unanswered', { ...recipient, managers: true })
    }),
  },
  'referral-chased': {
    group: 'referral',
    title: ({ referralId }, { referral }) => `Reminded the other agency: ${referral(referralId)}`,
    notifies: aboutReferral((_, { toRecipient }) => toRecipient('referral-chased')),
  },
  'referral-handed-over': {
    group: 'referral',
    title: ({ referralId, staffId }, { referral, staff }) =>
      staffId ? `${staff(staffId)} works with ${referral(referralId)}` : `No one works with ${referral(referralId)}`,
    notifies: aboutReferral(({ staffId }, { toRecipient }) =>
      toRecipient('referral-handed-over', staffId ? { staffIds: [staffId] } : { staffIds: [], managers: true }),
    ),
  },
  'referral-contact-stopped': {
    group: 'referral',
    title: ({ referralId }, { referral }) => `Confirmed that contact has stopped: ${referral(referralId)}`,
    notifies: 'nobody',
  },
  'referral-noted': {
    group: 'referral',
    title: ({ referralId }, { referral }) => `Note added: ${referral(referralId)}`,
    notifies: 'nobody',
  },
  'client-told': {
    group: 'referral',
    title: ({ referralId }, { referral }) => `Told the client the news about ${referral(referralId)}`,
    detail: unsafeDetail,
    notifies: 'nobody',
  },
} satisfies Partial<CaseEventTable>

/** States that need other words: a closed referral that is hidden later must not read as closed again. */
function moveInWords({ from, to, reason }: CaseEventData['referral-moved']): string {
  if (from === to && reason === 'consent_withdrawn') return 'hidden because the client withdrew consent'
  if (from === 'information_asked' && to === 'received') return 'we answered the question'
  if (to === 'stopped_consent_withdrawn') return 'stopped because the client withdrew consent'
  if (!Object.hasOwn(REFERRAL_STATES, to)) return 'moved on'
  return lowerFirst(STATE_NAMES[to as ReferralState])
}
