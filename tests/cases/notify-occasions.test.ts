import { beforeEach, describe, expect, it } from 'vitest'
import { systemOf } from '../../app/domain/partnership/actor.ts'
import { allocateCase } from '../../app/features/casework/allocation/allocate-case.server.ts'
import { askOverride, askOverrideInput } from '../../app/features/consents/ask-override.server.ts'
import { decideOverride } from '../../app/features/consents/decide-override.server.ts'
import { makeDecision } from '../../app/features/decisions/make-decision.server.ts'
import { acceptReferral } from '../../app/features/referrals/inbox/accept-referral.server.ts'
import { chaseRecipient } from '../../app/features/referrals/sent/chase-recipient.server.ts'
import { escalateReferrals } from '../../app/features/referrals/sent/escalate-referrals.server.ts'
import { handOverReferral } from '../../app/features/referrals/steps/hand-over-referral.server.ts'
import { lowerRiskAsDecided } from '../../app/features/risk/change-risk-level.server.ts'
import { returnCasesOfLeaver } from '../../app/timeline/return-leavers-cases.server.ts'
import { asActor } from '../../db/as-actor.ts'
import { allocatedCase, allowed, reportedCase } from '../support/cases.ts'
import { waitingDecision } from '../support/casework/options.ts'
import { openPost, tellEverything } from '../support/post.ts'
import { type Partners, partners, referableCase, sentReferral } from '../support/referrals.ts'
import { asking, MONDAY_MORNING, openWorld, type Person } from '../support/world.ts'

const world = await openWorld({ login: 'worker' })
const { post, sink } = await openPost()
let parties: Partners
let names: Map<string, string>

beforeEach(async () => {
  parties = await partners(world)
  const { worker, manager, recipientWorker, recipientManager } = parties
  const duty = await world.admin`select agency_id, duty_email from agency`
  names = new Map([
    ...Object.entries({ worker, manager, recipientWorker, recipientManager }).map(
      ([name, { email }]: [string, Person]) => [email, name] as const,
    ),
    ...duty.map(
      ({ agency_id, duty_email }) =>
        [String(duty_email), agency_id === parties.sender.agencyId ? 'our duty' : 'their duty'] as const,
    ),
  ])
  await world.admin`delete from pgboss.job`
  sink.mails.splice(0)
})

/** After all notifications on the queue: who got which mail, without its reference. */
async function told() {
  await tellEverything(world, post)
  const mails = sink.mails.splice(0)
  return mails.map(({ to, subject }) => `${names.get(to.join())}: ${subject.replace(/^[\w-]+: /, '')}`).sort()
}

describe('what follows from what people do', () => {
  it('an authorisation is asked of the managers and its decision told to who asked', async () => {
    const { caseId } = await referableCase(parties)
    await told()
    const request = askOverrideInput.parse({
      recipientAgencyId: parties.recipient.agencyId,
      purpose: 'support',
      categories: ['safe_contact', 'name'],
      ground: 'risk_to_life',
      whyNoConsent: 'unsafe_to_ask',
      necessity: 'It cannot wait.',
      clientTold: 'no',
      notToldReason: 'It would not be safe.',
    })
    const { overrideId } = allowed(await askOverride(asking(parties.worker), { ...request, caseId }))
    expect(await told()).toEqual(['manager: your authorisation is needed'])
    const decision = { overrideId, decision: 'authorised', note: 'Yes' } as const
    allowed(await decideOverride(asking(parties.manager), decision))
    expect(await told()).toEqual(['worker: your request has been decided'])
  })

  it('a request is asked of the managers, and the decision or question told to the person who asked', async () => {
    for (const decision of ['yes', 'asked_back'] as const) {
      const { decisionId } = await waitingDecision(parties.worker)
      const asked = (await told()).filter((mail) => mail.includes('decision'))
      expect(asked).toEqual(['manager: your decision is needed'])
      const made = { decisionId, decision, note: 'For how long?' }
      allowed(await makeDecision(asking(parties.manager), made, lowerRiskAsDecided))
      expect(await told()).toEqual(['worker: a manager has answered your request'])
    }
  })

  it('a case is notified to its new case worker, and to the managers when its case worker leaves', async () => {
    const { caseId } = await reportedCase(parties.worker)
    const input = { caseId, staffId: parties.worker.actor.staffId }
    allowed(await allocateCase(asking(parties.manager), input))
    expect(await told()).toEqual(['worker: a case has been allocated to you'])
    await asActor(systemOf(parties.sender.agencyId), (tx) =>
      returnCasesOfLeaver(
        tx,
        { actor: systemOf(parties.sender.agencyId), now: MONDAY_MORNING },
        parties.worker.actor.staffId,
      ),
    )
    expect(await told()).toEqual(['manager: a case needs a case worker', 'our duty: a case needs a case worker'])
  })

  it('who takes a case is not written to about it', async () => {
    await allocatedCase(parties.worker)
    expect(await told()).toEqual([])
  })

  it('the sender’s question reaches the recipient', async () => {
    const { referralId } = await sentReferral(parties)
    await told()
    allowed(await chaseRecipient(asking(parties.worker, new Date('2026-11-27T10:00:00Z')), { referralId }))
    expect(await told()).toEqual(['their duty: a reminder of a referral to your agency'])
  })

  it('a referral handed over is notified to its new worker, not to the sender', async () => {
    const { referralId } = await sentReferral(parties)
    const { recipientWorker, recipientManager } = parties
    allowed(
      await acceptReferral(asking(recipientWorker), {
        referralId,
        staffId: recipientWorker.actor.staffId,
        message: '',
      }),
    )
    await told()
    allowed(await handOverReferral(asking(recipientWorker), { referralId, staffId: recipientManager.actor.staffId }))
    expect(await told()).toEqual(['recipientManager: the worker of a referral has changed'])
  })
})

describe('a referral that nobody answers', () => {
  const both = () => [parties.recipient.agencyId, parties.sender.agencyId]
  const escalate = async (at: string) => {
    for (const agencyId of both()) await escalateReferrals({ actor: systemOf(agencyId), now: new Date(at) })
  }

  it('is notified first to the recipient, then to both sides, each once', async () => {
    await sentReferral(parties)
    await told()
    await escalate('2026-11-24T09:00:00Z')
    expect(await told()).toEqual([])
    await escalate('2026-11-25T09:00:00Z')
    await escalate('2026-11-25T09:01:00Z')
    const ours = 'your agency has not answered a referral'
    expect(await told()).toEqual([`recipientManager: ${ours}`, `their duty: ${ours}`])
    await escalate('2026-11-26T09:00:00Z')
    await escalate('2026-11-26T09:01:00Z')
    const theirs = 'a referral is still unanswered'
    expect(await told()).toEqual([
      `manager: ${theirs}`,
      `our duty: ${theirs}`,
      `recipientManager: ${ours}`,
      `their duty: ${ours}`,
      `worker: ${theirs}`,
    ])
  })
})
