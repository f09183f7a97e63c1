import { describe, expect, it } from 'vitest'
import { allowed, contactedCase, contactInput, incidentInput } from '../../../../tests/support/cases.ts'
import { authorisedOverride } from '../../../../tests/support/casework/overrides.ts'
import { declinedReferral, partners, referableCase } from '../../../../tests/support/referrals.ts'
import { asking, MONDAY_MORNING, openWorld, type Person } from '../../../../tests/support/world.ts'
import { recordIncident } from '../../intake/changes/record-incident.server.ts'
import { tellClient } from '../../referrals/sent/tell-client.server.ts'
import { recordContact } from '../contacts/record-contact.server.ts'
import { openCase } from './read-case.server.ts'

const world = await openWorld()
const parties = await partners(world)
const { worker } = parties
const other = await world.agency({ kind: 'community_support', name: 'Unity Steps' })
await world.staff(other)

const LATER = new Date(MONDAY_MORNING.getTime() + 3_600_000)
const EVENING = new Date(MONDAY_MORNING.getTime() + 9 * 3_600_000)

async function nextStepFor({ actor }: Person, caseId: string, now = MONDAY_MORNING) {
  const opened = await openCase({ actor, now }, caseId, async () => ({}))
  return opened?.view.next
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

  it('is to contact the client again while the clock of a further incident runs (R4)', async () => {
    const { caseId } = await contactedCase(worker)
    expect((await nextStepFor(worker, caseId))?.label).not.toBe('Record a contact')
    allowed(await recordIncident(asking(worker, LATER), incidentInput(caseId, { violence: 'yes' })))
    const step = await nextStepFor(worker, caseId, LATER)
    expect(step?.label).toBe('Record a contact')
    expect(step?.why).toMatch(/^Contact the client again\. Due by the end of tomorrow/)
    allowed(await recordContact(asking(worker, EVENING), contactInput(caseId)))
    expect((await nextStepFor(worker, caseId, EVENING))?.label).not.toBe('Record a contact')
  })

  it('is to send elsewhere what was declined, once the client knows', async () => {
    const { caseId, referralId } = await declinedReferral(parties, other)
    allowed(await recordContact(asking(worker), contactInput(caseId)))
    expect((await nextStepFor(worker, caseId))?.href).toBe(`/sent/${referralId}`)
    allowed(await tellClient(asking(worker), { referralId, channel: 'phone', toldAt: null }))
    const step = await nextStepFor(worker, caseId)
    expect(step?.href).toBe(`/sent/${referralId}/reroute`)
    expect(step?.why).toMatch(/^It was declined\. Unity Steps is suggested: ask Client \d+ and send it there\.$/)
  })
})
