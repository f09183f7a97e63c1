import { describe, expect, it } from 'vitest'
import { authorisedOverride } from '../../../tests/support/overrides.ts'
import { partners, referableCase } from '../../../tests/support/referrals.ts'
import { MONDAY_MORNING, openWorld, type Person } from '../../../tests/support/world.ts'
import { openCase } from './read-case.server.ts'
import { readNextStep } from './read-next-step.server.ts'

const world = await openWorld()
const parties = await partners(world)
const { worker } = parties

async function nextStepFor({ actor }: Person, caseId: string, now = MONDAY_MORNING) {
  const opened = await openCase({ actor, now }, caseId, async (tx, view) => ({
    step: await readNextStep(tx, { actor, now }, view),
  }))
  return opened?.part.step
}

describe('the next step of a case, read from it', () => {
  it('is to send what a manager authorised without consent, for a week', async () => {
    const { caseId } = await referableCase(parties)
    await authorisedOverride(parties, caseId, {})
    expect(await nextStepFor(worker, caseId)).toMatchObject({
      label: 'Authorised: send to Beacon Victim Care',
      href: `/cases/${caseId}/refer?purpose=support&to=${parties.recipient.agencyId}`,
    })
    const weekLater = new Date('2026-11-30T09:00:00Z')
    expect((await nextStepFor(worker, caseId, weekLater))?.label).toBe('Record a contact')
  })
})
