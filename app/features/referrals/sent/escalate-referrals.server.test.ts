import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { partners, sentReferral } from '../../../../tests/support/referrals.ts'
import { asking, openWorld } from '../../../../tests/support/world.ts'
import type { Actor } from '../../../domain/partnership/actor.ts'
import { askForMore } from '../inbox/ask-for-more.server.ts'
import { receiveReferral } from '../inbox/receive-referral.server.ts'
import { escalateReferrals } from './escalate-referrals.server.ts'
import { giveMoreInformation } from './give-more-information.server.ts'

const world = await openWorld()

/** Friday 20 November, 16:45: receipt is due on Monday 23, an answer on Tuesday 24. */
const FRIDAY = new Date('2026-11-20T16:45:00Z')
const MONDAY_NIGHT = new Date('2026-11-23T23:30:00Z')
const TUESDAY = new Date('2026-11-24T09:00:00Z')
const WEDNESDAY = new Date('2026-11-25T00:00:01Z')

async function scene() {
  const parties = await partners(world)
  const system = (agencyId: string): Actor => ({ agencyId, staffId: randomUUID(), role: 'system' })
  return { parties, recipient: system(parties.recipient.agencyId), sender: system(parties.sender.agencyId) }
}

async function escalations(referralId: string) {
  return world.admin`
    select e.agency_id, e.data->>'step' as step, e.case_id from case_event e
    where e.subject_id = ${referralId} and e.kind = 'referral-escalated' order by e.recorded_at`
}

async function stateOf(referralId: string): Promise<string> {
  const [row] = await world.admin<{ state: string }[]>`select state from referral where referral_id = ${referralId}`
  return row?.state ?? ''
}

describe('escalateReferrals', () => {
  it('reminds the recipient of what nobody confirmed within a working day, once', async () => {
    const { parties, recipient } = await scene()
    const { referralId } = await sentReferral(parties, { now: FRIDAY })
    expect(await escalateReferrals({ actor: recipient, now: MONDAY_NIGHT })).toEqual({ reminded: 0, unanswered: 0 })
    expect(await escalateReferrals({ actor: recipient, now: TUESDAY })).toEqual({ reminded: 1, unanswered: 0 })
    expect(await escalateReferrals({ actor: recipient, now: TUESDAY })).toEqual({ reminded: 0, unanswered: 0 })
    expect(await stateOf(referralId)).toBe('sent')
    expect(await escalations(referralId)).toEqual([
      { agency_id: parties.recipient.agencyId, step: 'receive', case_id: null },
    ])
  })

  it('reminds the sender alone of a question it has not answered, once', async () => {
    const { parties, recipient, sender } = await scene()
    const { referralId, caseId } = await sentReferral(parties, { now: FRIDAY })
    await askForMore(asking(parties.recipientWorker, TUESDAY), { referralId, message: 'When is it safe to ring?' })
    const muchLater = new Date('2026-12-02T09:00:00Z')
    expect(await escalateReferrals({ actor: recipient, now: muchLater })).toEqual({ reminded: 0, unanswered: 0 })
    expect(await escalateReferrals({ actor: sender, now: muchLater })).toEqual({ reminded: 0, unanswered: 1 })
    expect(await escalateReferrals({ actor: sender, now: muchLater })).toEqual({ reminded: 0, unanswered: 0 })
    expect(await stateOf(referralId)).toBe('information_asked')
    expect(await escalations(referralId)).toEqual([
      { agency_id: parties.sender.agencyId, step: 'reply', case_id: caseId },
    ])
  })

  it('marks what nobody answered within two working days, and tells both agencies in their own logs', async () => {
    const { parties, recipient, sender } = await scene()
    const { referralId, caseId } = await sentReferral(parties, { now: FRIDAY })
    await receiveReferral(asking(parties.recipientWorker, TUESDAY), { referralId })
    expect(await escalateReferrals({ actor: sender, now: WEDNESDAY })).toEqual({ reminded: 0, unanswered: 0 })
    expect(await escalateReferrals({ actor: recipient, now: WEDNESDAY })).toEqual({ reminded: 0, unanswered: 1 })
    expect(await escalateReferrals({ actor: sender, now: WEDNESDAY })).toEqual({ reminded: 0, unanswered: 1 })
    expect(await stateOf(referralId)).toBe('expired')
    expect(await escalations(referralId)).toEqual([
      { agency_id: parties.recipient.agencyId, step: 'answer', case_id: null },
      { agency_id: parties.sender.agencyId, step: 'answer', case_id: caseId },
    ])
    const [step] = await world.admin`
      select by_agency_id, by_name from referral_step where referral_id = ${referralId} and move = 'expire'`
    expect(step).toEqual({ by_agency_id: parties.recipient.agencyId, by_name: 'Accord' })
  })

  it('changes nothing when it runs again, or twice at once', async () => {
    const { parties, recipient, sender } = await scene()
    const { referralId } = await sentReferral(parties, { now: FRIDAY })
    const running = { actor: recipient, now: WEDNESDAY }
    await Promise.all(Array.from({ length: 5 }, () => escalateReferrals(running)))
    await Promise.all(Array.from({ length: 5 }, () => escalateReferrals({ ...running, actor: sender })))
    expect(await escalateReferrals(running)).toEqual({ reminded: 0, unanswered: 0 })
    const steps = (await escalations(referralId)).map(({ step }) => step)
    expect(steps.filter((step) => step === 'answer')).toHaveLength(2)
    expect(steps.filter((step) => step === 'receive').length).toBeLessThanOrEqual(1)
  })

  it('leaves alone what waits for the sender, and counts again from their answer', async () => {
    const { parties, recipient } = await scene()
    const { referralId } = await sentReferral(parties, { now: FRIDAY })
    await askForMore(asking(parties.recipientWorker, TUESDAY), { referralId, message: 'Which flat?' })
    expect(await escalateReferrals({ actor: recipient, now: new Date('2026-12-10T09:00:00Z') })).toMatchObject({
      unanswered: 0,
    })
    const answered = new Date('2026-12-10T10:00:00Z')
    await giveMoreInformation(asking(parties.worker, answered), {
      referralId,
      message: 'The left one.',
      seenVersion: undefined,
    })
    const early = { actor: recipient, now: new Date('2026-12-14T23:00:00Z') }
    expect(await escalateReferrals(early)).toMatchObject({ unanswered: 0 })
    expect(await escalateReferrals({ actor: recipient, now: new Date('2026-12-15T00:00:01Z') })).toMatchObject({
      unanswered: 1,
    })
  })

  it('sees nothing of other agencies', async () => {
    const { parties } = await scene()
    const { referralId } = await sentReferral(parties, { now: FRIDAY })
    const stranger = { ...(await world.staff(await world.agency())).actor, role: 'system' as const }
    expect(await escalateReferrals({ actor: stranger, now: WEDNESDAY })).toEqual({ reminded: 0, unanswered: 0 })
    expect(await stateOf(referralId)).toBe('sent')
  })
})
