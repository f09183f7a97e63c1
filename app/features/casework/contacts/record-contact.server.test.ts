import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { allocatedCase, contactInput, reportedCase } from '../../../../tests/support/cases.ts'
import { asking, openWorld } from '../../../../tests/support/world.ts'
import { checkContact, recordContact } from './record-contact.server.ts'

const world = await openWorld()
const harthill = await world.agency()
const worker = await world.staff(harthill)

/** Received Fri 20 Nov 16:45: contact by the end of Tue 24, or of Mon 23 where it is serious. */
const RECEIVED = new Date('2026-11-20T16:45:00Z')
const MONDAY = new Date('2026-11-23T10:00:00Z')
const TUESDAY_EVENING = new Date('2026-11-24T18:00:00Z')
const WEDNESDAY = new Date('2026-11-25T00:00:00Z')

async function contactClock(caseId: string) {
  const [clock] = await world.admin`
    select * from clock where case_id = ${caseId} and clause in ('R3', 'R4') and state <> 'cancelled'`
  return clock
}

async function kinds(caseId: string) {
  const events = await world.admin`select kind from case_event where case_id = ${caseId} order by seq`
  return events.map(({ kind }) => kind)
}

describe('the contact log', () => {
  it('keeps the standard by a contact, not by a try before it (R3)', async () => {
    const { caseId } = await allocatedCase(worker, { now: RECEIVED })
    await recordContact(asking(worker, MONDAY), contactInput(caseId, { outcome: 'no_answer' }))
    expect(await contactClock(caseId)).toMatchObject({ state: 'running', kept_at: null })
    const answer = await recordContact(asking(worker, TUESDAY_EVENING), contactInput(caseId))
    expect(answer).toMatchObject({ ok: true, value: { succeeded: true } })
    expect(await contactClock(caseId)).toMatchObject({ state: 'met', kept_at: TUESDAY_EVENING })
    expect((await kinds(caseId)).slice(-2)).toEqual(['contact-attempted', 'client-contacted'])
  })

  it('keeps it late, and shows it as late, the next midnight (R3)', async () => {
    const { caseId } = await allocatedCase(worker, { now: RECEIVED })
    await recordContact(asking(worker, WEDNESDAY), contactInput(caseId))
    expect(await contactClock(caseId)).toMatchObject({ state: 'met_late' })
  })

  it('gives a serious report one working day (R4)', async () => {
    const { caseId } = await allocatedCase(worker, { now: RECEIVED, report: { violence: 'yes' } })
    await recordContact(asking(worker, TUESDAY_EVENING), contactInput(caseId))
    expect(await contactClock(caseId)).toMatchObject({ clause: 'R4', state: 'met_late' })
  })

  it('counts a contact from when it was, also when it is typed in later (R3)', async () => {
    const { caseId } = await allocatedCase(worker, { now: RECEIVED })
    await recordContact(asking(worker, WEDNESDAY), contactInput(caseId, { contactedAt: MONDAY }))
    expect(await contactClock(caseId)).toMatchObject({ state: 'met', kept_at: MONDAY })
  })

  it('takes a voicemail against the client’s answer only with a confirmation and a reason, and marks it', async () => {
    const { caseId } = await allocatedCase(worker, { report: { safeToVoicemail: 'no' } })
    const voicemail = contactInput(caseId, { outcome: 'left_message' })
    expect(await recordContact(asking(worker), voicemail)).toMatchObject({
      ok: false,
      refusal: { kind: 'against-safe-contact', answers: ['safeToVoicemail'] },
    })
    const confirmed = { ...voicemail, unsafeConfirmed: true, unsafeReason: 'by_mistake' as const }
    expect(await recordContact(asking(worker), confirmed)).toMatchObject({ ok: true, value: { isUnsafe: true } })
    const events =
      await world.admin`select data from case_event where case_id = ${caseId} and kind = 'contact-attempted'`
    expect(events[0]?.data).toMatchObject({ unsafeAnswers: ['safeToVoicemail'], unsafeReason: 'by_mistake' })
  })

  it('asks about an unsafe act together with every other error of the form', async () => {
    const { caseId } = await allocatedCase(worker, { report: { safeToVoicemail: 'no' } })
    const errors = async (sound: Parameters<typeof checkContact>[2]) =>
      (await checkContact(worker, caseId, sound)).map(({ field }) => field)
    expect(await errors({ channel: 'phone', outcome: 'left_message' })).toEqual(['unsafeConfirmed', 'unsafeReason'])
    expect(await errors({ channel: 'phone', outcome: 'no_answer' })).toEqual([])
    expect(await errors({ channel: 'phone' })).toEqual([])
  })

  it('keeps no act against an answer without its reason, whoever writes it', async () => {
    const { caseId } = await allocatedCase(worker)
    await recordContact(asking(worker), contactInput(caseId, { outcome: 'no_answer' }))
    const write = world.admin`update contact set unsafe_answers = '{safeToCall}' where case_id = ${caseId}`
    await expect(write).rejects.toThrow('contact_unsafe_has_reason')
  })

  it.each([
    { why: 'is in the future', contactedAt: TUESDAY_EVENING, kind: 'contacted-in-the-future' },
    { why: 'was before the report', contactedAt: new Date(RECEIVED.getTime() - 1), kind: 'contacted-before-received' },
  ])('refuses a contact that $why', async ({ contactedAt, kind }) => {
    const { caseId } = await allocatedCase(worker, { now: RECEIVED })
    const answer = await recordContact(asking(worker, MONDAY), contactInput(caseId, { contactedAt }))
    expect(answer).toEqual({ ok: false, refusal: { kind } })
    expect(await world.admin`select 1 from contact where case_id = ${caseId}`).toHaveLength(0)
  })
})

it('is not written where the client knows nothing of the report: a call could put them in danger (R2)', async () => {
  const { caseId } = await allocatedCase(worker, { report: { reporterRole: 'witness', clientAware: 'no' } })
  const answer = await recordContact(asking(worker), contactInput(caseId))
  expect(answer).toEqual({ ok: false, refusal: { kind: 'contact-not-possible' } })
})

describe('before anybody has the case', () => {
  it('no contact is recorded (R6)', async () => {
    const { caseId } = await reportedCase(worker)
    const answer = await recordContact(asking(worker), contactInput(caseId))
    expect(answer).toEqual({ ok: false, refusal: { kind: 'no-case-worker' } })
  })

  it('one may take it in the same step, and both or neither is written (R6)', async () => {
    const { caseId } = await reportedCase(worker)
    const early = { takeCase: true, contactedAt: new Date('2026-11-01T09:00:00Z') }
    expect(await recordContact(asking(worker), contactInput(caseId, early))).toMatchObject({ ok: false })
    const [untouched] = await world.admin`select case_worker_id from case_file where case_id = ${caseId}`
    expect(untouched?.case_worker_id).toBeNull()
    expect(await recordContact(asking(worker), contactInput(caseId, { takeCase: true }))).toMatchObject({ ok: true })
    expect((await kinds(caseId)).slice(-2)).toEqual(['case-allocated', 'client-contacted'])
  })

  it('a case that somebody has is not taken from them by a contact', async () => {
    const colleague = await world.staff(harthill)
    const { caseId } = await allocatedCase(worker)
    expect(await recordContact(asking(colleague), contactInput(caseId, { takeCase: true }))).toMatchObject({ ok: true })
    const [held] = await world.admin`select case_worker_id from case_file where case_id = ${caseId}`
    expect(held?.case_worker_id).toBe(worker.actor.staffId)
  })
})

it('sent twice is one contact', async () => {
  const { caseId } = await allocatedCase(worker)
  const form = asking(worker)
  const input = contactInput(caseId, { note: 'She will ring back.' })
  const answers = await Promise.all([recordContact(form, input), recordContact(form, input)])
  expect(answers[0]).toEqual(answers[1])
  expect(await world.admin`select 1 from contact where case_id = ${caseId}`).toHaveLength(1)
})

it('another agency has no such case', async () => {
  const stranger = await world.staff(await world.agency(), 'manager')
  const { caseId } = await reportedCase(worker)
  const missing = await recordContact(asking(stranger), contactInput(randomUUID(), { takeCase: true }))
  expect(missing).toEqual({ ok: false, refusal: { kind: 'not-found' } })
  expect(await recordContact(asking(stranger), contactInput(caseId, { takeCase: true }))).toEqual(missing)
})
