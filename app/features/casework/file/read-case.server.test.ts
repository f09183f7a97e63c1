import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { allocatedCase, contactedCase, reportedCase } from '../../../../tests/support/cases.ts'
import { asking, openWorld, type Person } from '../../../../tests/support/world.ts'
import { markContactInError } from '../contacts/mark-contact-in-error.server.ts'
import { openCase } from './read-case.server.ts'
import { readCaseTimeline } from './read-case-timeline.server.ts'

const world = await openWorld()
const harthill = await world.agency()
const worker = await world.staff(harthill, 'case_worker', 'Sam Okafor')

/** Received Fri 20 Nov 16:45; it is Monday, 09:00. */
const FRIDAY = new Date('2026-11-20T16:45:00Z')

function open(by: Person, caseId: string, address = '') {
  const { actor, now } = asking(by)
  return openCase({ actor, now }, caseId, (tx, view) =>
    readCaseTimeline(tx, { actor, now }, view, new URLSearchParams(address)),
  )
}

describe('opening a case', () => {
  it('says who it is, what they asked for, who has it, and why each date is what it is (G3, G8, R3)', async () => {
    const { caseId } = await allocatedCase(worker, {
      now: FRIDAY,
      report: { clientName: 'Amara Diallo', wishes: 'Peace.' },
    })
    const opened = await open(worker, caseId)
    expect(opened?.view).toMatchObject({
      client: { name: 'Amara Diallo' },
      wishes: 'Peace.',
      worker: { name: 'Sam Okafor' },
    })
    expect(opened?.view.clocks[0]).toMatchObject({
      clause: 'R3',
      status: 'soon',
      why: 'Received Friday 20 November at 16:45. Day 1 is Monday 23, day 2 is Tuesday 24: contact by the end of Tuesday. Saturday 21 and Sunday 22 are not working days.',
    })
    expect(opened?.view.next?.href).toBe(`/cases/${caseId}/contacts/new`)
  })

  it('is an event of the log each time, which the timeline shows only when asked', async () => {
    const { caseId } = await allocatedCase(worker)
    await open(worker, caseId)
    const opened = await open(worker, caseId)
    expect(opened?.part.happenings.map(({ title }) => title)).not.toContain('Opened the case')
    const consulted = await open(worker, caseId, 'show=consulted')
    expect(consulted?.part.happenings.map(({ title, by }) => `${title} by ${by}`)).toEqual([
      'Opened the case by Sam Okafor',
      'Opened the case by Sam Okafor',
    ])
  })

  it('shows an anonymous report as one where contact is not possible, with nothing overdue (R2)', async () => {
    const anonymous = { reporterRole: 'anonymous', clientName: '', phone: '' } as const
    const { caseId } = await reportedCase(worker, { now: new Date('2026-11-02T10:00:00Z'), report: anonymous })
    const opened = await open(worker, caseId)
    const contactClock = opened?.view.clocks.find(({ clause }) => clause === 'R3')
    expect(contactClock).toMatchObject({
      status: 'not-applicable',
      line: 'Contact not possible: the report is anonymous',
      why: '',
    })
  })

  it('finds nothing for another agency, as for a case that is not there, and leaves no trace', async () => {
    const stranger = await world.staff(await world.agency(), 'manager')
    const { caseId } = await allocatedCase(worker)
    expect(await open(stranger, caseId)).toBeNull()
    expect(await open(stranger, randomUUID())).toBeNull()
    const traces = await world.admin`select 1 from case_event where agency_id = ${stranger.actor.agencyId}`
    expect(traces).toHaveLength(0)
  })
})

describe('the timeline of a case', () => {
  it('is newest first, in words, and can be narrowed to one kind', async () => {
    const { caseId, contactId } = await contactedCase(worker)
    await markContactInError(asking(worker), { caseId, contactId, reason: 'twice' })
    const whole = await open(worker, caseId)
    expect(whole?.part.happenings.map(({ title }) => title)).toEqual([
      'A contact was marked as entered in error',
      'Reached the client: phone call',
      'Allocated to Sam Okafor',
      'Incident recorded',
      'Report received',
    ])
    const contacts = await open(worker, caseId, 'show=contact')
    expect(contacts?.part.happenings).toHaveLength(2)
  })
})
