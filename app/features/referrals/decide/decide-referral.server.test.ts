import { describe, expect, it } from 'vitest'
import { asActor } from '../../../../db/as-actor.ts'
import { referral } from '../../../../db/schema/referral.ts'
import { allowed } from '../../../../tests/support/cases.ts'
import { decidedReferral, decideInput, partners, referableCase } from '../../../../tests/support/referrals.ts'
import { asking, MONDAY_MORNING, openWorld } from '../../../../tests/support/world.ts'
import { decideReferral } from './decide-referral.server.ts'

const world = await openWorld()
const parties = await partners(world)
const { worker, recipientWorker, sender } = parties

describe('decideReferral', () => {
  it('I2: starts the clock at the decision, also when it is typed in later', async () => {
    const { caseId } = await referableCase(parties)
    const later = new Date('2026-11-26T09:00:00Z')
    const decidedAt = new Date('2026-11-23T16:00:00Z')
    const input = { ...decideInput(parties, caseId), decidedAt }
    const { referralId } = allowed(await decideReferral(asking(worker, later), input))
    const [clock] = await world.admin`select state, started_at, due_at from clock where subject_id = ${referralId}`
    expect(clock).toEqual({ state: 'running', started_at: decidedAt, due_at: new Date('2026-11-24T23:59:59.999Z') })
  })

  it('needs no consent and tells the other agency nothing', async () => {
    await decidedReferral(parties)
    expect(await asActor(recipientWorker.actor, (tx) => tx.select().from(referral))).toEqual([])
  })

  it.each([
    { given: { askedBy: 'override' }, kind: 'asked-by-missing', why: 'a manager’s authority waits for nothing' },
    { given: { decidedAt: new Date('2026-11-24T09:00:00Z') }, kind: 'decided-in-the-future', why: 'not decided yet' },
    { given: { decidedAt: new Date('2026-11-20T09:00:00Z') }, kind: 'decided-before-report', why: 'nothing was known' },
    { given: { purpose: 'repairs_security' }, kind: 'recipient-cannot-receive', why: 'they do no repairs' },
    { given: { recipientAgencyId: sender.agencyId }, kind: 'recipient-is-own-agency', why: 'that is no referral' },
  ] as const)('refuses as $kind: $why', async ({ given, kind }) => {
    const { caseId } = await referableCase(parties)
    const input = { ...decideInput(parties, caseId), ...given }
    expect(await decideReferral(asking(worker), input)).toMatchObject({ ok: false, refusal: { kind } })
  })

  it('refuses a second one for the same agency and purpose while the first is open', async () => {
    const { caseId, referralId } = await decidedReferral(parties)
    const again = await decideReferral(asking(worker), decideInput(parties, caseId))
    expect(again).toMatchObject({ ok: false, refusal: { kind: 'already-open', referralId } })
  })

  it('refuses a closed case', async () => {
    const { caseId } = await referableCase(parties)
    await world.admin`update case_file set stage = 'closed', closed_at = ${MONDAY_MORNING} where case_id = ${caseId}`
    const answer = await decideReferral(asking(worker), decideInput(parties, caseId))
    expect(answer).toMatchObject({ ok: false, refusal: { kind: 'case-closed' } })
  })
})
