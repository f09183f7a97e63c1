import { expect, it } from 'vitest'
import { asActor } from '../../../../db/as-actor.ts'
import { referralPackage } from '../../../../db/schema/referral.ts'
import { allowed } from '../../../../tests/support/cases.ts'
import { levelInput, MEDIUM_ANSWERS, riskInput } from '../../../../tests/support/casework/risk.ts'
import { partners, recordedConsent, referableCase, sendInput } from '../../../../tests/support/referrals.ts'
import { asking, MONDAY_MORNING, openWorld } from '../../../../tests/support/world.ts'
import { changeRiskLevel } from '../../risk/change-risk-level.server.ts'
import { checkRisk } from '../../risk/check-risk.server.ts'
import { sendReferral } from '../send/send-referral.server.ts'
import { readSentReferral } from '../sent/read-sent-referral.server.ts'

const world = await openWorld()
const parties = await partners(world)
const { worker, recipientWorker } = parties

it('G4: shares the level, its warnings and main factors, and no other answer of the client', async () => {
  const { caseId } = await referableCase(parties)
  await recordedConsent(parties, caseId)
  allowed(await checkRisk(asking(worker), riskInput(caseId, { ...MEDIUM_ANSWERS, harm: 'life', household: 'one' })))
  allowed(await sendReferral(asking(worker), sendInput(parties, caseId)))
  const [shared] = await asActor(recipientWorker.actor, (tx) => tx.select().from(referralPackage))
  expect(shared?.risk).toBe('high')
  expect(shared?.content.parts.risk).toMatchObject({
    level: 'high',
    factors: [
      'It happens most days',
      'It is happening more often, or getting worse',
      'Extremely afraid that it will happen again',
      'It happens at or near home',
      'The people responsible know where the client lives, or live close by',
    ],
    check: { checkedOn: '2026-11-23', provisional: false, warnings: ['A weapon, fire or a threat to kill'] },
  })
  expect(JSON.stringify(shared)).not.toMatch(/extra risk|score/)
})

it('G4: offers the sender to share a level that has changed since', async () => {
  const { caseId } = await referableCase(parties)
  await recordedConsent(parties, caseId)
  const { checkId } = allowed(await checkRisk(asking(worker), riskInput(caseId, MEDIUM_ANSWERS)))
  const { referralId } = allowed(await sendReferral(asking(worker), sendInput(parties, caseId)))
  const reading = { actor: worker.actor, now: MONDAY_MORNING }
  expect((await readSentReferral(reading, referralId)).risk).toBeNull()
  allowed(await changeRiskLevel(asking(worker), levelInput(caseId, 'high', checkId)))
  expect((await readSentReferral(reading, referralId)).risk).toEqual({ shared: 'medium', now: 'high' })
})
