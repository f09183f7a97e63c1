import { expect, test } from 'vitest'
import { referralStatus } from '../../app/domain/referrals/referral-status.ts'
import { readReferrals } from '../../app/features/casework/file/read-case-parts.server.ts'
import { findConsent } from '../../app/features/consents/read-consents.server.ts'
import { INBOX } from '../../app/features/referrals/inbox/inbox-query.ts'
import { readAnswerPage } from '../../app/features/referrals/inbox/read-answer-page.server.ts'
import { exportInbox, readInbox } from '../../app/features/referrals/inbox/read-inbox.server.ts'
import { readReceived } from '../../app/features/referrals/inbox/read-received.server.ts'
import { readPackagePage } from '../../app/features/referrals/package/read-package-page.server.ts'
import { readSentBrief } from '../../app/features/referrals/sent/read-sent-brief.server.ts'
import { readSentReferral } from '../../app/features/referrals/sent/read-sent-referral.server.ts'
import { exportSentReferrals, readSentReferrals } from '../../app/features/referrals/sent/read-sent-referrals.server.ts'
import { SENT } from '../../app/features/referrals/sent/sent-query.ts'
import { recordContactAttempt } from '../../app/features/referrals/steps/record-contact-attempt.server.ts'
import { recordEngagement } from '../../app/features/referrals/steps/record-engagement.server.ts'
import { readWaitingForOthers } from '../../app/features/today/read-sent-by-me.server.ts'
import { asActor } from '../../db/as-actor.ts'
import { allowed } from '../support/cases.ts'
import { acceptedReferral, partners } from '../support/referrals.ts'
import { asking, MONDAY_MORNING, openWorld } from '../support/world.ts'

const world = await openWorld()
const parties = await partners(world)
const { worker, recipientWorker } = parties
const { referralId, caseId, consentId } = await acceptedReferral(parties)
const sender = { actor: worker.actor, now: MONDAY_MORNING }
const recipient = { actor: recipientWorker.actor, now: MONDAY_MORNING }
const inHand = new URLSearchParams({ lane: 'in_hand', list: 'in_hand' })

const contact = { referralId, channel: 'phone', nextTryOn: null, message: '' } as const

/** Every read of a page, a list or a file that displays the status. */
async function everyStatus(): Promise<Record<string, string>> {
  const received = await readReceived(recipient, referralId)
  const sent = await readSentReferral(sender, referralId)
  const ofCase = await asActor(sender.actor, (tx) => readReferrals(tx, sender.actor, caseId))
  const consent = await asActor(sender.actor, (tx) => findConsent(tx, sender, caseId, consentId))
  const waiting = await asActor(sender.actor, (tx) => readWaitingForOthers(tx, sender.actor, MONDAY_MORNING))
  const rows = {
    'received referral': received.track.progress,
    'sent referral': sent.track.progress,
    inbox: (await readInbox(recipient, INBOX.read(inHand))).rows[0],
    'inbox as a file': (await exportInbox(recipient, INBOX.read(inHand)))[0],
    'sent referrals': (await readSentReferrals(sender, SENT.read(inHand))).rows[0],
    'sent referrals as a file': (await exportSentReferrals(sender, SENT.read(inHand)))[0],
    'referrals of the case': ofCase[0],
    consent: consent?.affected[0],
    'a move of the recipient': await readAnswerPage(recipient, referralId),
    'a move of the sender': await readSentBrief(sender, referralId),
    'the package': await readPackagePage(sender, referralId),
  }
  const words = Object.entries(rows).map(([page, row]) => [page, row ? referralStatus(row) : 'not there'])
  const present = ({ track }: typeof received | typeof sent) => track.steps.find(({ state }) => state === 'now')?.label
  return {
    ...Object.fromEntries(words),
    'tracker of the recipient': present(received),
    'tracker of the sender': present(sent),
    'Today of the sender': waiting[0]?.statusWords.replace(/, sent$/, ''),
  }
}

test('every page says the same status of a referral, after each thing that can happen to it', async () => {
  const everywhere = async () => [...new Set(Object.values(await everyStatus()))]
  expect(await everywhere()).toEqual(['Accepted'])
  allowed(await recordContactAttempt(asking(recipientWorker), { ...contact, reason: 'no_answer', attemptedAt: null }))
  expect(await everywhere()).toEqual(['Trying to reach the client (1 attempt)'])
  allowed(await recordContactAttempt(asking(recipientWorker), { ...contact, reason: 'no_answer', attemptedAt: null }))
  expect(await everywhere()).toEqual(['Trying to reach the client (2 attempts)'])
  allowed(await recordEngagement(asking(recipientWorker), contact))
  expect(await everywhere()).toEqual(['In contact'])
})
