import { beforeEach, describe, expect, it } from 'vitest'
import { allocatedCase, reportedCase } from '../../tests/support/cases.ts'
import { openPost } from '../../tests/support/post.ts'
import { decidedReferral, partners } from '../../tests/support/referrals.ts'
import { type AgencyMade, openWorld, type Person } from '../../tests/support/world.ts'
import { systemOf } from '../domain/partnership/actor.ts'
import { sendDigests } from './send-digest.server.ts'
import { watchDeadlines } from './watch-deadlines.server.ts'

const world = await openWorld({ login: 'worker' })
const { post, sink } = await openPost()

let housing: AgencyMade
let sam: Person
let ada: Person

beforeEach(async () => {
  housing = await world.agency({ investigates: false })
  sam = await world.staff(housing, 'case_worker', 'Sam')
  ada = await world.staff(housing, 'manager', 'Ada')
  sink.mails.splice(0)
})

const watch = (at: string, agencyId = housing.agencyId) =>
  watchDeadlines(post, { actor: systemOf(agencyId), now: new Date(at) })

function told() {
  return sink.mails
    .splice(0)
    .map(({ to }) => to.join())
    .sort()
}

async function dutyOf({ agencyId }: AgencyMade) {
  const [row] = await world.admin`select duty_email from agency where agency_id = ${agencyId}`
  return String(row?.duty_email)
}

// Received on Monday 23 November at 09:00, so contact is due by the end of Wednesday 25.
describe('watching the deadlines of an agency', () => {
  it('R3 tells the case worker at 08:30 of the due day, the managers at 15:00 and at the breach, each once', async () => {
    await allocatedCase(sam)
    expect(await watch('2026-11-25T08:29:00Z')).toBe(0)
    expect(await watch('2026-11-25T08:30:00Z')).toBe(1)
    expect(told()).toEqual([sam.email])
    expect(await watch('2026-11-25T08:31:00Z')).toBe(0)
    expect(await watch('2026-11-25T15:00:00Z')).toBe(1)
    expect(told()).toEqual([ada.email])
    expect(await watch('2026-11-26T00:00:00Z')).toBe(1)
    expect(told()).toEqual([ada.email])
    expect(await watch('2026-11-27T15:00:00Z')).toBe(0)
    expect(told()).toEqual([])
  })

  it('tells what several runs at once find only once', async () => {
    await allocatedCase(sam)
    const many = await Promise.all(Array.from({ length: 8 }, () => watch('2026-11-25T09:00:00Z')))
    expect(many.reduce((sum, one) => sum + one, 0)).toBe(1)
    expect(told()).toEqual([sam.email])
  })

  it('tells everything that was missed while nothing ran, in one mail for each person', async () => {
    await allocatedCase(sam)
    await allocatedCase(sam)
    const { reference } = await allocatedCase(sam)
    await watch('2026-11-26T07:00:00Z')
    expect(sink.mails.find(({ to }) => to.includes(sam.email))?.raw).toContain(reference)
    expect(sink.mails.map(({ subject }) => subject)).toEqual(Array(2).fill('Accord: 3 things to look at'))
    expect(told()).toEqual([ada.email, sam.email].sort())
  })

  it('tells the managers the day before of a case that nobody has, and of no other (R3 R6)', async () => {
    await allocatedCase(sam)
    await reportedCase(sam)
    expect(await watch('2026-11-24T14:59:00Z')).toBe(0)
    expect(await watch('2026-11-24T15:00:00Z')).toBe(1)
    expect(told()).toEqual([ada.email])
    expect(await watch('2026-11-24T15:05:00Z')).toBe(0)
  })

  it('tells the managers where nobody has the case yet, and without any the duty address', async () => {
    await reportedCase(sam)
    await watch('2026-11-25T09:00:00Z')
    expect(told()).toEqual([ada.email])
    await reportedCase(sam)
    await world.admin`update staff set active = false where staff_id = ${ada.actor.staffId}`
    await watch('2026-11-25T09:01:00Z')
    expect(told()).toEqual([await dutyOf(housing)])
  })

  it('warns again of a new deadline, after the client asked for a later day', async () => {
    const { caseId } = await allocatedCase(sam)
    await watch('2026-11-25T09:00:00Z')
    told()
    await world.admin`update clock set due_at = due_at + interval '2 days' where case_id = ${caseId} and clause = 'R3'`
    expect(await watch('2026-11-26T09:00:00Z')).toBe(0)
    expect(await watch('2026-11-27T08:30:00Z')).toBe(1)
    expect(told()).toEqual([sam.email])
  })

  it('leaves a deadline alone that was kept', async () => {
    const { caseId } = await allocatedCase(sam)
    await world.admin`update clock set state = 'met' where case_id = ${caseId}`
    expect(await watch('2026-11-25T09:00:00Z')).toBe(0)
  })

  it('I2 tells the managers of a referral that has been decided and not sent', async () => {
    const parties = await partners(world)
    await decidedReferral(parties)
    expect(await watch('2026-11-24T14:59:00Z', parties.sender.agencyId)).toBe(0)
    expect(await watch('2026-11-24T15:00:00Z', parties.sender.agencyId)).toBe(1)
    expect(told()).toEqual([parties.manager.email])
  })

  it('does nothing for another agency', async () => {
    await allocatedCase(sam)
    const northgate = await world.agency()
    expect(await watch('2026-11-25T09:00:00Z', northgate.agencyId)).toBe(0)
  })
})

describe('the morning’s one mail', () => {
  const morning = (at: string) => sendDigests(post, { actor: systemOf(housing.agencyId), now: new Date(at) })
  const prefersDigest = ({ actor }: Person) =>
    world.admin`insert into notification_choice ${world.admin({ agency_id: actor.agencyId, staff_id: actor.staffId, kind: 'deadline-at-risk', how: 'digest' })}`

  it('gathers what a person wants in one mail, once', async () => {
    await prefersDigest(sam)
    await allocatedCase(sam)
    await allocatedCase(sam)
    await watch('2026-11-25T09:00:00Z')
    expect(told()).toEqual([])
    expect(await morning('2026-11-26T07:30:00Z')).toBe(1)
    expect(sink.mails[0]?.subject).toBe('Accord: 2 things to look at')
    expect(told()).toEqual([sam.email])
    expect(await morning('2026-11-26T07:30:00Z')).toBe(0)
  })

  it('goes once when two processes make it at the same time', async () => {
    await prefersDigest(sam)
    await allocatedCase(sam)
    await watch('2026-11-25T09:00:00Z')
    await Promise.all(Array.from({ length: 6 }, () => morning('2026-11-26T07:30:00Z')))
    expect(told()).toEqual([sam.email])
  })

  it('waits for a working day', async () => {
    await prefersDigest(sam)
    await allocatedCase(sam)
    await watch('2026-11-25T09:00:00Z')
    expect(await morning('2026-11-28T07:30:00Z')).toBe(0)
    expect(await morning('2026-12-25T07:30:00Z')).toBe(0)
    expect(await morning('2026-12-29T07:30:00Z')).toBe(1)
  })

  it('does not follow somebody who has left', async () => {
    await prefersDigest(sam)
    await allocatedCase(sam)
    await watch('2026-11-25T09:00:00Z')
    await world.admin`update staff set active = false where staff_id = ${sam.actor.staffId}`
    expect(await morning('2026-11-26T07:30:00Z')).toBe(0)
  })
})
