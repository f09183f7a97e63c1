import { describe, expect, it } from 'vitest'
import { contactedCase, incidentInput, reportedCase } from '../../../../tests/support/cases.ts'
import { asking, openWorld } from '../../../../tests/support/world.ts'
import { toDay } from '../../../domain/time/calendar-day.ts'
import { keepDraft } from '../../drafts/keep-draft.server.ts'
import { recordIncident } from './record-incident.server.ts'

const world = await openWorld()
const worker = await world.staff(await world.agency())

/** The case came in on Monday 23 November and the client was reached that day. */
const TWO_WEEKS_ON = new Date('2026-12-07T10:00:00Z')

function clocks(caseId: string) {
  return world.admin`select * from clock where case_id = ${caseId} order by clause, started_at`
}

describe('a further incident', () => {
  it('is added to the case and moves the two months after which it may be closed (C4)', async () => {
    const { caseId } = await contactedCase(worker, { report: { occurredOn: toDay('2026-11-20') } })
    const input = incidentInput(caseId, { occurredOn: toDay('2026-12-06') })
    expect(await recordIncident(asking(worker, TWO_WEEKS_ON), input)).toMatchObject({ ok: true, value: { caseId } })
    expect(await world.admin`select 1 from incident where case_id = ${caseId}`).toHaveLength(2)
    const sinceLast = (await clocks(caseId)).filter(({ clause }) => clause === 'C4')
    expect(sinceLast).toMatchObject([{ state: 'running', due_at: new Date('2027-02-06T23:59:59.999Z') }])
  })

  it('without violence has two working days of its own, from when it came in (R3)', async () => {
    const { caseId } = await contactedCase(worker)
    const receivedAt = new Date('2026-12-04T15:00:00Z')
    await recordIncident(asking(worker, TWO_WEEKS_ON), incidentInput(caseId, { receivedAt }))
    expect((await clocks(caseId)).filter(({ clause }) => clause === 'R3')).toMatchObject([
      { state: 'met' },
      { state: 'running', started_at: receivedAt, due_at: new Date('2026-12-08T23:59:59.999Z') },
    ])
  })

  it.each(['no', 'yes'] as const)(
    'without violence leaves the date of a contact still owed, violence: %s (R3, R4)',
    async (violence) => {
      const { caseId } = await reportedCase(worker, { report: { violence } })
      await recordIncident(asking(worker, TWO_WEEKS_ON), incidentInput(caseId))
      expect((await clocks(caseId)).filter(({ clause }) => clause === 'R3' || clause === 'R4')).toHaveLength(1)
    },
  )

  it('leaves a report that its writer has half typed', async () => {
    const { caseId } = await reportedCase(worker)
    await keepDraft(asking(worker), { form: 'report' }, { account: ['Someone else'] })
    await recordIncident(asking(worker), incidentInput(caseId))
    expect(await world.admin`select 1 from draft where staff_id = ${worker.actor.staffId}`).toHaveLength(1)
  })

  it('with violence makes the case serious and has one working day of its own; what was kept stays kept (R4)', async () => {
    const { caseId } = await contactedCase(worker)
    await recordIncident(asking(worker, TWO_WEEKS_ON), incidentInput(caseId, { violence: 'yes' }))
    const contactClocks = (await clocks(caseId)).filter(({ clause }) => clause === 'R3' || clause === 'R4')
    expect(contactClocks).toMatchObject([
      { clause: 'R3', state: 'met' },
      { clause: 'R4', state: 'running', due_at: new Date('2026-12-08T23:59:59.999Z') },
    ])
    const [file] = await world.admin`select serious from case_file where case_id = ${caseId}`
    expect(file?.serious).toBe(true)
  })

  it('with violence, while the first contact is still owed, leaves the sooner date standing (R4)', async () => {
    const { caseId } = await reportedCase(worker, { report: { violence: 'yes' } })
    await recordIncident(asking(worker), incidentInput(caseId, { violence: 'yes' }))
    expect((await clocks(caseId)).filter(({ clause }) => clause === 'R4')).toHaveLength(1)
  })

  it.each([
    {
      why: 'reported before the case was',
      given: { receivedAt: new Date('2026-11-01T09:00:00Z') },
      kind: 'received-before-the-case',
    },
    {
      why: 'reported in the future',
      given: { receivedAt: new Date('2026-12-08T09:00:00Z') },
      kind: 'received-in-the-future',
    },
    { why: 'that has not happened yet', given: { occurredOn: toDay('2026-12-08') }, kind: 'occurred-in-the-future' },
  ])('$why is refused', async ({ given, kind }) => {
    const { caseId } = await reportedCase(worker)
    const answer = await recordIncident(asking(worker, TWO_WEEKS_ON), incidentInput(caseId, given))
    expect(answer).toEqual({ ok: false, refusal: { kind } })
  })

  it('may be typed to the minute in which the case came in', async () => {
    const { caseId } = await reportedCase(worker, { now: new Date('2026-11-23T10:15:30Z') })
    const input = incidentInput(caseId, { receivedAt: new Date('2026-11-23T10:15:00Z') })
    expect(await recordIncident(asking(worker, TWO_WEEKS_ON), input)).toMatchObject({ ok: true })
  })

  it('is not taken by a closed case', async () => {
    const { caseId } = await reportedCase(worker)
    await world.admin`update case_file set stage = 'closed' where case_id = ${caseId}`
    expect(await recordIncident(asking(worker), incidentInput(caseId))).toEqual({
      ok: false,
      refusal: { kind: 'case-closed' },
    })
  })

  it('finds no case of another agency', async () => {
    const stranger = await world.staff(await world.agency())
    const { caseId } = await reportedCase(worker)
    expect(await recordIncident(asking(stranger), incidentInput(caseId))).toEqual({
      ok: false,
      refusal: { kind: 'not-found' },
    })
  })
})
