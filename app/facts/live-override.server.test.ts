import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { asActor } from '../../db/as-actor.ts'
import { consent, consentOverride } from '../../db/schema/consent.ts'
import { partners, referableCase } from '../../tests/support/referrals.ts'
import { MONDAY_MORNING, openWorld } from '../../tests/support/world.ts'
import { isOverrideValid } from '../domain/consents/consent.ts'
import { liveOverride } from './live-override.server.ts'

const world = await openWorld()
const parties = await partners(world)
const { worker, manager, sender, recipient } = parties
const third = await world.agency({ name: 'Unity Steps' })
const { caseId } = await referableCase(parties)
const { agencyId } = sender

const NOW = MONDAY_MORNING
const AGENCIES = [recipient.agencyId, third.agencyId]
const PURPOSES = ['support', 'housing'] as const
const CATEGORIES = ['safe_contact', 'incident_details', 'name'] as const
// Around the week in which an authority can be used, to the minute on both sides of its end.
const instant = fc.oneof(
  fc.integer({ min: -9 * 24, max: 0 }).map((hours) => new Date(NOW.getTime() + hours * 3_600_000)),
  fc.constantFrom(-1, 0, 1).map((ms) => new Date(NOW.getTime() - 7 * 86_400_000 + ms)),
)

const anyConsent = fc
  .record({
    recipient_agency_id: fc.constantFrom(...AGENCIES),
    decision: fc.constantFrom('agreed', 'agreed', 'refused', 'not_now'),
    purposes: fc.subarray([...PURPOSES]),
    categories: fc.subarray([...CATEGORIES]),
    given_at: instant,
    recorded_at: instant,
    withdrawn_at: fc.option(instant, { freq: 2 }),
  })
  .filter(
    ({ decision, purposes, categories }) => decision !== 'agreed' || (purposes.length > 0 && categories.length > 0),
  )

const anyOverride = fc
  .record({
    recipient_agency_id: fc.constantFrom(...AGENCIES),
    purpose: fc.constantFrom(...PURPOSES),
    categories: fc.subarray([...CATEGORIES], { minLength: 1 }),
    why_no_consent: fc.constantFrom('refused', 'not_reached_in_time'),
    decision: fc.constantFrom('authorised', 'authorised', 'authorised', 'asked', 'refused'),
    decided_at: instant,
    used: fc.integer({ min: 0, max: 4 }).map((one) => one === 0),
  })
  .map(({ used, decision, decided_at, ...row }) => ({
    ...row,
    decision,
    ...(decision === 'asked' ? {} : { decided_by: manager.actor.staffId, decided_at }),
    ...(used && decision === 'authorised' ? { used_by_referral_id: randomUUID(), used_at: decided_at } : {}),
  }))

/** By the administrator: a case may hold what no use case would let anybody record. */
async function put(consents: object[], overrides: object[]) {
  const { admin } = world
  await admin`delete from consent_override where case_id = ${caseId}`
  await admin`delete from consent where case_id = ${caseId}`
  const ofCase = { agency_id: agencyId, case_id: caseId }
  for (const row of consents)
    await admin`insert into consent ${admin({
      ...ofCase,
      ...{
        consent_id: randomUUID(),
        wording: 'As read',
        wording_version: '1',
        method: 'in_person',
        language: 'English',
      },
      ...{ grantor: 'client', capacity: 'has_capacity', taken_by: worker.actor.staffId, review_on: '2027-05-23' },
      ...row,
    })}`
  for (const row of overrides)
    await admin`insert into consent_override ${admin({
      ...ofCase,
      ...{ override_id: randomUUID(), ground: 'risk_to_life', necessity: 'It cannot wait', client_told: true },
      ...{ requested_by: worker.actor.staffId, requested_at: new Date('2026-11-01T09:00:00Z') },
      ...row,
    })}`
}

it('an override can still be used by the rule of the gate and by its SQL alike, on random rows', async () => {
  const found = { live: 0, over: 0 }
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyConsent, { maxLength: 3 }),
      fc.array(anyOverride, { minLength: 1, maxLength: 4 }),
      async (consents, overrides) => {
        await put(consents, overrides)
        const [said, all, live] = await asActor(worker.actor, (tx) => {
          const ofCase = and(eq(consentOverride.agencyId, agencyId), eq(consentOverride.caseId, caseId))
          return Promise.all([
            tx.select().from(consent).where(eq(consent.caseId, caseId)),
            tx.select().from(consentOverride).where(ofCase),
            tx
              .select({ overrideId: consentOverride.overrideId })
              .from(consentOverride)
              .where(and(ofCase, liveOverride(NOW))),
          ])
        })
        const standing = all.filter((override) => isOverrideValid(override, override, said, NOW))
        expect(live.map(({ overrideId }) => overrideId).toSorted()).toEqual(
          standing.map(({ overrideId }) => overrideId).toSorted(),
        )
        expect(all).toHaveLength(overrides.length)
        found.live += live.length
        found.over += all.length - live.length
      },
    ),
    { numRuns: 60, seed: 20_261_123 },
  )
  // Both answers came up often enough to mean something.
  expect(Math.min(found.live, found.over)).toBeGreaterThan(15)
}, 300_000)
