import { describe, expect, it } from 'vitest'
import { allocatedCase, allowed, contactedCase, contactInput } from '../../../../tests/support/cases.ts'
import { agreedPlan, planOf } from '../../../../tests/support/casework/plans.ts'
import { asking, MONDAY_MORNING, openWorld } from '../../../../tests/support/world.ts'
import { toDay } from '../../../domain/time/calendar-day.ts'
import { deferContact } from './defer-contact.server.ts'
import { recordContact } from './record-contact.server.ts'

const world = await openWorld()
const agency = await world.agency()
const worker = await world.staff(agency)

/** Received Monday 23: contact by the end of Wednesday 25. */
function defer(caseId: string, untilOn: string, now = MONDAY_MORNING, by = worker) {
  return deferContact(asking(by, now), { caseId, untilOn: toDay(untilOn), reason: 'away' })
}

describe('a contact put off because the client asked', () => {
  it('is due by the end of the day they chose, and the first date is kept (R3)', async () => {
    const { caseId } = await allocatedCase(worker)
    expect(await defer(caseId, '2026-11-30')).toEqual({ ok: true, value: null })
    const [clock] = await world.admin`select * from clock where case_id = ${caseId} and clause = 'R3'`
    expect(clock).toMatchObject({
      state: 'running',
      due_at: new Date('2026-11-30T23:59:59.999Z'),
      original_due_at: new Date('2026-11-25T23:59:59.999Z'),
    })
    const [event] = await world.admin`select * from case_event where case_id = ${caseId} order by seq desc limit 1`
    expect(event).toMatchObject({ kind: 'contact-deferred', data: { until: '2026-11-30', reason: 'away' } })
  })

  it('cannot be put off to a day that is no later', async () => {
    const { caseId } = await allocatedCase(worker)
    expect(await defer(caseId, '2026-11-25')).toEqual({
      ok: false,
      refusal: { kind: 'not-later', dueOn: '2026-11-25' },
    })
  })

  it('cannot be put off for longer than three months', async () => {
    const { caseId } = await allocatedCase(worker)
    expect(await defer(caseId, '2027-02-24')).toEqual({ ok: false, refusal: { kind: 'too-far' } })
  })

  it('does not undo a breach by typing (R3)', async () => {
    const { caseId } = await allocatedCase(worker)
    const late = new Date('2026-11-26T08:00:00Z')
    expect(await defer(caseId, '2026-11-30', late)).toEqual({ ok: false, refusal: { kind: 'already-overdue' } })
  })

  it('is nothing where the client was reached already', async () => {
    const { caseId } = await contactedCase(worker)
    expect(await defer(caseId, '2026-11-30')).toEqual({ ok: false, refusal: { kind: 'no-contact-owed' } })
  })

  it('I5: puts off the contact that was agreed in the plan, until the client is reached', async () => {
    const alternative = await world.staff(agency)
    const { caseId } = await agreedPlan({ worker, alternative })
    allowed(await recordContact(asking(worker), contactInput(caseId)))
    const nextContact = async () => (await planOf(worker, caseId)).nextContactDueOn
    expect(await nextContact()).toBe('2026-11-30')
    expect(await defer(caseId, '2026-12-08')).toEqual({ ok: true, value: null })
    expect(await nextContact()).toBe('2026-12-08')
    const thursday = new Date('2026-11-26T10:00:00Z')
    allowed(await recordContact(asking(worker, thursday), contactInput(caseId)))
    expect(await nextContact()).toBe('2026-12-03')
    const late = new Date('2026-12-04T10:00:00Z')
    expect(await defer(caseId, '2026-12-08', late)).toMatchObject({ refusal: { kind: 'already-overdue' } })
  })

  it('is not there for another agency', async () => {
    const stranger = await world.staff(await world.agency())
    const { caseId } = await allocatedCase(worker)
    const answer = await defer(caseId, '2026-11-30', MONDAY_MORNING, stranger)
    expect(answer).toEqual({ ok: false, refusal: { kind: 'not-found' } })
  })
})
