import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { asActor } from '../../../../db/as-actor.ts'
import { referralPackage, referralStep } from '../../../../db/schema/referral.ts'
import { allowed } from '../../../../tests/support/cases.ts'
import { LEAST_DATA, referralByOverride } from '../../../../tests/support/casework/overrides.ts'
import { partners, recordedConsent, sentReferral, USUAL_DATA } from '../../../../tests/support/referrals.ts'
import { asking, openWorld } from '../../../../tests/support/world.ts'
import { withdrawReferral } from '../sent/withdraw-referral.server.ts'
import { type AmendPackageInput, amendPackage } from './amend-package.server.ts'

const world = await openWorld()
const parties = await partners(world)
const { worker, recipientWorker } = parties

function amend(referralId: string, given: Partial<AmendPackageInput> = {}) {
  const words = { summary: 'It happened twice more.', othersAtRisk: '', workerSafety: '' }
  const reason = 'Two more incidents'
  return amendPackage(asking(worker), {
    referralId,
    seenVersion: 2,
    categories: USUAL_DATA,
    reason,
    ...words,
    ...given,
  })
}

describe('amendPackage', () => {
  it('shares a new version beside the first, with its reason, for both to see', async () => {
    const { referralId } = await sentReferral(parties)
    expect(allowed(await amend(referralId))).toEqual({ referralId, version: 2 })
    const seen = await asActor(recipientWorker.actor, async (tx) => ({
      packages: await tx.select().from(referralPackage).where(eq(referralPackage.referralId, referralId)),
      steps: await tx.select().from(referralStep).where(eq(referralStep.referralId, referralId)),
    }))
    const summaries = seen.packages.map((one) => one.content.parts.incident_details?.summary)
    expect(summaries.sort()).toEqual([
      'It happened twice more.',
      'Shouted at outside the shop, and afraid to go there again.',
    ])
    expect(seen.steps.map(({ move, message }) => [move, message])).toContainEqual(['amend', 'Two more incidents'])
  })

  it('stands in the log as another disclosure', async () => {
    const { referralId, consentId } = await sentReferral(parties)
    allowed(await amend(referralId))
    const [event] = await world.admin`
      select ground, justification from case_event where kind = 'referral-amended' and subject_id = ${referralId}`
    expect(event).toEqual({ ground: 'consent', justification: `Consent ${consentId} for support` })
  })

  it('never goes beyond the consent', async () => {
    const { referralId } = await sentReferral(parties)
    const answer = await amend(referralId, { categories: [...USUAL_DATA, 'evidence'] })
    expect(answer).toMatchObject({ ok: false, refusal: { kind: 'consent-missing', categories: ['evidence'] } })
  })

  it('may go as far as a newer consent', async () => {
    const { referralId, caseId } = await sentReferral(parties, { categories: LEAST_DATA })
    expect((await amend(referralId, { categories: USUAL_DATA })).ok).toBe(false)
    await recordedConsent(parties, caseId, { categories: USUAL_DATA })
    expect((await amend(referralId, { categories: USUAL_DATA })).ok).toBe(true)
  })

  it('shares again what a manager authorised for this referral, and says on what ground', async () => {
    const { referralId, overrideId } = await referralByOverride(parties)
    allowed(await amend(referralId, { categories: LEAST_DATA }))
    const [event] = await world.admin`
      select ground, justification from case_event where kind = 'referral-amended' and subject_id = ${referralId}`
    expect(event).toEqual({ ground: 'risk_to_life', justification: `Override ${overrideId} for support` })
  })

  it('never widens by a consent what went without one, since its withdrawal would hide nothing', async () => {
    const { referralId, caseId } = await referralByOverride(parties)
    await recordedConsent(parties, caseId)
    const answer = await amend(referralId)
    expect(answer).toMatchObject({
      ok: false,
      refusal: {
        kind: 'beyond-override',
        authorised: LEAST_DATA,
        categories: ['name', 'date_of_birth', 'address', 'strand', 'risk'],
      },
    })
    const packages = await world.admin`select version from referral_package where referral_id = ${referralId}`
    expect(packages).toHaveLength(1)
  })

  it('refuses a page that is out of date', async () => {
    const { referralId } = await sentReferral(parties)
    allowed(await amend(referralId))
    expect(await amend(referralId)).toMatchObject({ ok: false, refusal: { kind: 'changed-since' } })
  })

  it('refuses once the referral has ended', async () => {
    const { referralId } = await sentReferral(parties)
    allowed(await withdrawReferral(asking(worker), { referralId, seenVersion: 2, reason: 'changed_mind' }))
    const answer = await amend(referralId, { seenVersion: 3 })
    expect(answer).toMatchObject({ ok: false, refusal: { kind: 'move-not-possible' } })
  })
})
