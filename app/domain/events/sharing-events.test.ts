import { expect, it } from 'vitest'
import { eventWords } from '../../../tests/support/event-words.ts'

it.each([
  [eventWords('referral-moved', { referralId: '7', from: 'sent', to: 'declined' }), 'Referral R-7: declined'],
  [
    eventWords('referral-moved', { referralId: '7', from: 'information_asked', to: 'received' }),
    'Referral R-7: we answered the question',
  ],
  [
    eventWords('referral-moved', { referralId: '7', from: 'sent', to: 'stopped_consent_withdrawn' }),
    'Referral R-7: stopped because the client withdrew consent',
  ],
  [
    eventWords('referral-moved', { referralId: '7', from: 'closed', to: 'closed', reason: 'consent_withdrawn' }),
    'Referral R-7: hidden because the client withdrew consent',
  ],
  [eventWords('referral-amended', { referralId: '7', side: 'sender', version: 2 }), 'Version 2 shared: R-7'],
  [
    eventWords('consent-withdrawn', { consentId: 'c', recipientAgencyId: '9', how: 'phone' }),
    'Client withdrew consent to share with Agency 9',
  ],
  [eventWords('referral-escalated', { referralId: '7', step: 'answer' }), 'No answer in time: R-7'],
  [eventWords('referral-escalated', { referralId: '7', step: 'reply' }), 'We did not answer a question in time: R-7'],
  [eventWords('referral-chased', { referralId: '7' }), 'Reminded the other agency: R-7'],
  [
    eventWords('referral-disputed-as-error', { referralId: '7', reason: 'wrong_agency' }),
    'Marked as entered in error: R-7 | It went to the wrong agency',
  ],
  [eventWords('referral-handed-over', { referralId: '7', staffId: null, reason: 'leaver' }), 'No one works with R-7'],
  [
    eventWords('override-asked', { overrideId: 'o', recipientAgencyId: '9', ground: 'risk_to_life' }),
    'Asked a manager to share with Agency 9 without consent | Risk to life or of serious harm',
  ],
])('the timeline says of sharing: %s', (words, expected) => {
  expect(words).toBe(expected)
})
