import { describe, expect, it } from 'vitest'
import { sendReferral } from '../../app/features/referrals/send/send-referral.server.ts'
import { withdrawConsent } from '../../app/features/referrals/sent/withdraw-consent.server.ts'
import { generator } from '../../scripts/policy/proof-cases.ts'
import { allowed } from '../support/cases.ts'
import { type Partners, partners, recordedConsent, referableCase, sendInput } from '../support/referrals.ts'
import { asking, MONDAY_MORNING, openWorld } from '../support/world.ts'

const world = await openWorld()
const TRIALS = 1000
const LANES = 8

async function turnsLater(turns: number): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) await new Promise((next) => setImmediate(next))
}

/** One client agrees, and then a sending and a withdrawal set off together, each a few turns of the loop late. */
async function trial(parties: Partners, caseId: string, number: number, random: () => number): Promise<boolean> {
  const now = new Date(MONDAY_MORNING.getTime() + number * 60_000)
  const { worker, manager } = parties
  const { consentId } = await recordedConsent(parties, caseId, { now })
  const headStart = Math.floor(random() * 12)
  const sends = random() < 0.5
  const [sent, withdrawn] = await Promise.all([
    turnsLater(sends ? 0 : headStart).then(() => sendReferral(asking(worker, now), sendInput(parties, caseId))),
    turnsLater(sends ? headStart : 0).then(() =>
      withdrawConsent(asking(manager, now), { caseId, consentId, how: 'By phone' }),
    ),
  ])
  allowed(withdrawn)
  if (!sent.ok) expect(sent.refusal).toMatchObject({ kind: 'consent-missing', because: 'withdrawn' })
  return sent.ok
}

describe('a withdrawal of consent against a sending', () => {
  it(`discloses nothing after it has committed, in ${TRIALS} interleavings`, async () => {
    const lanes = await Promise.all(
      Array.from({ length: LANES }, async () => {
        const parties = await partners(world)
        return { parties, caseId: (await referableCase(parties)).caseId }
      }),
    )
    const perLane = TRIALS / LANES
    const results = await Promise.all(
      lanes.map(async ({ parties, caseId }, lane) => {
        // With a seed, so that a failing order can be run again.
        const random = generator(lane + 1)
        const sent: boolean[] = []
        for (let number = 1; number <= perLane; number += 1) sent.push(await trial(parties, caseId, number, random))
        return sent
      }),
    )
    const sendingsFirst = results.flat().filter(Boolean).length
    const [after] = await world.admin`
      select count(*)::int as count from case_event sent
      join case_event taken on taken.agency_id = sent.agency_id and taken.kind = 'consent-withdrawn' and taken.seq < sent.seq
        and sent.justification = 'Consent ' || (taken.data->>'consentId') || ' for support'
      where sent.kind = 'referral-sent'`
    const [state] = await world.admin`
      select count(*) filter (where p.hidden_at is null)::int as shown,
        count(*) filter (where r.state <> 'stopped_consent_withdrawn')::int as open,
        count(*) filter (where r.sent_at > c.withdrawn_at)::int as later, count(*)::int as sent
      from referral r
      join referral_package p using (referral_id)
      join referral_origin o using (referral_id)
      join consent c on c.consent_id = o.consent_id`
    expect(after?.count).toBe(0)
    expect(state).toEqual({ shown: 0, open: 0, later: 0, sent: sendingsFirst })
    // Both orders must really have happened, or this would prove nothing.
    expect(sendingsFirst).toBeGreaterThan(TRIALS / 20)
    expect(sendingsFirst).toBeLessThan(TRIALS - TRIALS / 20)
    console.info(
      `${TRIALS} interleavings: the sending was first in ${sendingsFirst}, disclosures after a withdrawal: 0`,
    )
  }, 300_000)
})
