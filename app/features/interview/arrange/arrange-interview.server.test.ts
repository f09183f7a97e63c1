import { describe, expect, it } from 'vitest'
import { asActor } from '../../../../db/as-actor.ts'
import { allocatedCase, allowed } from '../../../../tests/support/cases.ts'
import { appointmentInput, arrangedInterview, INTERVIEW_AT } from '../../../../tests/support/casework/interviews.ts'
import { asking, MONDAY_MORNING, openWorld } from '../../../../tests/support/world.ts'
import { readInterviewsOfCase } from '../../../facts/casework/interviews-of-case.server.ts'
import { readCalendarEntry } from '../calendar-entry.server.ts'
import { changeBooking } from '../change-booking.server.ts'
import { arrangeInterview } from './arrange-interview.server.ts'
import { cancelInterview } from './cancel-interview.server.ts'
import { changeInterview } from './change-interview.server.ts'

const world = await openWorld()
const agency = await world.agency()
const [worker, colleague] = [await world.staff(agency), await world.staff(agency)]
const stranger = await world.staff(await world.agency())

const LATER = new Date('2026-11-27T14:00:00Z')
const moved = { ...appointmentInput({ startsAt: LATER, place: 'phone' }), reason: 'client_asked' } as const
const kindsOf = (caseId: string) =>
  world.admin`select kind, data from case_event where case_id = ${caseId} and kind ~ 'interview|need' order by seq`
const bookingsOf = (interviewId: string) =>
  world.admin`select * from need_booking where interview_id = ${interviewId} order by need`

describe('an interview', () => {
  it('R5: is refused to a direct POST without the client’s choice of the place, and nothing is written', async () => {
    const { caseId } = await allocatedCase(worker)
    const ours = { ...appointmentInput(), chosenBy: 'agency' } as const
    const answer = await arrangeInterview(asking(worker), { caseId, ...ours })
    expect(answer).toEqual({ ok: false, refusal: { kind: 'place-not-chosen-by-client' } })
    expect(await kindsOf(caseId)).toEqual([])
    expect(await world.admin`select 1 from interview where case_id = ${caseId}`).toHaveLength(0)
  })

  it('R5: is arranged where the client wants it, once for a form that is sent twice', async () => {
    const { caseId } = await allocatedCase(worker)
    const form = asking(worker)
    const sent = { caseId, ...appointmentInput({ mustNotKnow: 'Her husband', arrival: 'No badge' }) }
    const { interviewId } = allowed(await arrangeInterview(form, sent))
    expect(allowed(await arrangeInterview(form, sent))).toEqual({ interviewId })
    const rows = await world.admin`select * from interview where case_id = ${caseId}`
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ place: 'home', chosen_by: 'client', must_not_know: 'Her husband', minutes: 60 })
    const data = { interviewId, startsAt: INTERVIEW_AT.toISOString(), place: 'home', chosenBy: 'client' }
    expect(await kindsOf(caseId)).toEqual([{ kind: 'interview-arranged', data }])
  })

  it('is refused where the client cannot be met, and is not there for another agency', async () => {
    const anonymous = await allocatedCase(worker)
    await world.admin`update case_file set contactability = 'anonymous' where case_id = ${anonymous.caseId}`
    const { caseId } = await allocatedCase(worker)
    const arrange = (by: typeof worker, id: string) =>
      arrangeInterview(asking(by), { caseId: id, ...appointmentInput() })
    expect(await arrange(worker, anonymous.caseId)).toMatchObject({ refusal: { kind: 'contact-not-possible' } })
    expect(await arrange(stranger, caseId)).toMatchObject({ refusal: { kind: 'not-found' } })
  })

  it('changes with a reason, by one of two writers: the other learns that it changed', async () => {
    const key = await arrangedInterview(worker)
    const [first, second] = await Promise.all(
      [worker, colleague].map((by) => changeInterview(asking(by), { ...key, ...moved, seenVersion: '1' })),
    )
    const kinds = [first, second].map((answer) => (answer?.ok ? 'done' : answer?.refusal.kind))
    expect(kinds.sort()).toEqual(['done', 'interview-changed-since'])
    const events = await kindsOf(key.caseId)
    expect(events.map(({ kind }) => kind)).toEqual(['interview-arranged', 'interview-changed'])
    expect(events[1]?.data).toMatchObject({ reason: 'client_asked', changed: ['place', 'startsAt'] })
  })

  it('is cancelled with a reason, and then over; the case can have another', async () => {
    const key = await arrangedInterview(worker)
    allowed(await cancelInterview(asking(worker), { ...key, reason: 'not_safe' }))
    const again = [
      await cancelInterview(asking(worker), { ...key, reason: 'not_safe' }),
      await changeInterview(asking(worker), { ...key, ...moved, seenVersion: '2' }),
    ]
    for (const answer of again) expect(answer).toMatchObject({ refusal: { kind: 'interview-over' } })
    await arrangedInterview(worker, { caseId: key.caseId })
    const read = await asActor(worker.actor, (tx) => readInterviewsOfCase(tx, worker.actor, key.caseId))
    expect(read.map(({ state }) => state).sort()).toEqual(['arranged', 'cancelled'])
  })

  it('tells a calendar its time and the reference, and neither a name nor a place', async () => {
    const appointment = {
      placeDetail: 'Larkmoor Row 4',
      mustNotKnow: 'Her husband',
      companion: 'carer' as const,
      companionName: 'Rosa',
    }
    const key = await arrangedInterview(worker, { appointment })
    const entry = (by: typeof worker) => asActor(by.actor, (tx) => readCalendarEntry(tx, by.actor, key, 'HB-4F7K'))
    const text = (await entry(worker)) ?? ''
    expect(text).toContain('SUMMARY:Appointment HB-4F7K')
    expect(text).toContain('DTSTART:20261126T100000Z')
    expect(text).toContain('DTEND:20261126T110000Z')
    const lines = text.split('\r\n').map((line) => line.split(/[:;]/)[0])
    for (const tells of ['LOCATION', 'DESCRIPTION', 'ATTENDEE', 'URL', 'GEO']) expect(lines).not.toContain(tells)
    expect(text).not.toMatch(/Larkmoor|Client|husband|Rosa|home/i)
    expect(await entry(stranger)).toBeNull()
  })
})

describe('what the client needs', () => {
  it('G5, G6: is on the list of bookings of each interview, from the client’s record', async () => {
    const needs = {
      language: 'Arabic',
      interpreterNeeded: true,
      communicationNeeds: ['bsl_interpreter', 'easy_read'] as const,
    }
    const { interviewId, caseId } = await arrangedInterview(worker, {
      ...needs,
      communicationNeeds: [...needs.communicationNeeds],
    })
    const rows = await bookingsOf(interviewId)
    expect(rows.map(({ need, state }) => [need, state])).toEqual([
      ['bsl_interpreter', 'to_book'],
      ['easy_read', 'to_book'],
      ['interpreter', 'to_book'],
    ])
    const [read] = await asActor(worker.actor, (tx) => readInterviewsOfCase(tx, worker.actor, [caseId]))
    expect(read?.openNeeds).toEqual(['interpreter', 'bsl_interpreter', 'easy_read'])
  })

  it('G5: is requested, booked with somebody for a time, and changed by one of two writers', async () => {
    const { caseId, interviewId } = await arrangedInterview(worker, { interpreterNeeded: true })
    const [row] = await bookingsOf(interviewId)
    const bookingId = String(row?.booking_id)
    const booked = {
      state: 'booked',
      bookedWith: 'professional',
      bookedName: 'Lingua',
      bookedFor: INTERVIEW_AT,
      reason: null,
    } as const
    const change = (by: typeof worker, seenVersion: string, given: object = {}) =>
      changeBooking(asking(by), { caseId, bookingId, seenVersion, ...booked, ...given })
    expect(await change(worker, '1', { bookedWith: null })).toMatchObject({ refusal: { kind: 'with-whom-missing' } })
    const answers = await Promise.all([change(worker, '1'), change(colleague, '1', { state: 'requested' })])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ refusal: { kind: 'interview-changed-since' } })
    expect(await change(stranger, '2')).toMatchObject({ refusal: { kind: 'not-found' } })
    allowed(await change(worker, '2', { state: 'declined', reason: 'not_trusted' }))
    const [after] = await bookingsOf(interviewId)
    expect(after).toMatchObject({ state: 'declined', reason: 'not_trusted', booked_with: null, version: 3 })
    const last = (await kindsOf(caseId)).at(-1)
    expect(last).toMatchObject({ kind: 'need-booking-changed', data: { state: 'declined', reason: 'not_trusted' } })
    expect(JSON.stringify(last)).not.toContain('Lingua')
  })

  it('is added to the bookings when the interview is saved again after the record changed', async () => {
    const key = await arrangedInterview(worker)
    await world.admin`update client set interpreter_needed = true
      where client_id = (select client_id from case_file where case_id = ${key.caseId})`
    allowed(await changeInterview(asking(worker, MONDAY_MORNING), { ...key, ...moved, seenVersion: '1' }))
    expect((await bookingsOf(key.interviewId)).map(({ need }) => need)).toEqual(['interpreter'])
  })
})
