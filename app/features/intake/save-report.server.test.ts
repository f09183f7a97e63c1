import { describe, expect, it } from 'vitest'
import { contactedCase, reportedCase, reportInput } from '../../../tests/support/cases.ts'
import { asking, MONDAY_MORNING, openWorld } from '../../../tests/support/world.ts'
import { saveReport } from './save-report.server.ts'

const world = await openWorld()
const worker = await world.staff(await world.agency())

const TWO_WEEKS_ON = new Date('2026-12-07T10:00:00Z')

const HELD = {
  clientName: 'Amara Diallo',
  phone: '07700 900001',
  safeToCall: 'yes',
  mustNotKnow: 'Her husband',
  wishes: 'No police.',
} as const

describe('a report about somebody who may be known', () => {
  it('opens a case of its own when it is another person', async () => {
    const known = await reportedCase(worker, { report: { clientName: 'Amara Diallo' } })
    const saved = await saveReport(asking(worker), reportInput({ clientName: 'Amara Diallo', samePerson: 'another' }))
    expect(saved).toMatchObject({ ok: true, value: { opened: true } })
    expect(saved).not.toMatchObject({ value: { caseId: known.caseId } })
  })

  it('is added to the case of the same person as a further incident', async () => {
    const { caseId } = await reportedCase(worker)
    const saved = await saveReport(asking(worker), reportInput({ account: 'And again.', samePerson: caseId }))
    expect(saved).toMatchObject({ ok: true, value: { caseId, opened: false } })
    const accounts = await world.admin`select account from incident where case_id = ${caseId}`
    expect(accounts.map(({ account }) => account)).toContain('And again.')
  })

  it('loses nothing that was said of the client, and overwrites nothing', async () => {
    const { caseId } = await reportedCase(worker, { report: HELD })
    const told = reportInput({
      ...HELD,
      phone: '07700 900777',
      safeToCall: 'no',
      mustNotKnow: 'Her brother',
      codeWord: 'Rose',
      interpreterNeeded: true,
      language: 'Arabic',
      wishes: 'A new lock.',
      samePerson: caseId,
    })
    expect(await saveReport(asking(worker), told)).toMatchObject({ ok: true, value: { factsAdded: true } })
    const [row] = await world.admin`
      select c.*, f.wishes from client c join case_file f using (agency_id, client_id) where f.case_id = ${caseId}`
    expect(row).toMatchObject({ language: 'Arabic', interpreter_needed: true })
    expect(row?.communication_note).toContain('07700 900777')
    expect(row?.safe_contact).toMatchObject({ phone: HELD.phone, safeToCall: 'no', codeWord: 'Rose' })
    expect(row?.safe_contact.mustNotKnow).toMatch(/^Her husband; Told on .*: Her brother$/)
    expect(row?.wishes).toMatch(/^No police\.\n\nTold on .*: A new lock\.$/)
    const [changed] = await world.admin`
      select data from case_event where case_id = ${caseId} and kind = 'case-details-changed'`
    expect(changed?.data.changed).toContain('safeToCall')
    expect(JSON.stringify(changed?.data)).not.toContain('brother')
  })

  it('changes nothing of the client when it tells nothing new', async () => {
    const { caseId } = await reportedCase(worker, { report: HELD })
    const saved = await saveReport(asking(worker), reportInput({ ...HELD, samePerson: caseId }))
    expect(saved).toMatchObject({ ok: true, value: { opened: false, factsAdded: false } })
    const changes = await world.admin`
      select 1 from case_event where case_id = ${caseId} and kind = 'case-details-changed'`
    expect(changes).toHaveLength(0)
  })

  it('keeps who told, how and why it was written down late; the log holds no name', async () => {
    const { caseId } = await reportedCase(worker, { report: HELD })
    const told = {
      channel: 'letter',
      reporterRole: 'witness',
      clientAware: 'yes',
      reporterName: 'Piotr Nowak',
      receivedAt: MONDAY_MORNING,
      backdatedReason: 'A letter, opened today',
      samePerson: caseId,
    } as const
    expect(await saveReport(asking(worker, TWO_WEEKS_ON), reportInput(told))).toMatchObject({ ok: true })
    const [added] = await world.admin`
      select further_report from incident where case_id = ${caseId} and further_report is not null`
    expect(added?.further_report).toMatchObject({
      channel: 'letter',
      reporterRole: 'witness',
      reporter: { name: 'Piotr Nowak' },
      backdatedReason: 'A letter, opened today',
    })
    const events = await world.admin`select kind, data from case_event where case_id = ${caseId}`
    const received = events.find(({ kind }) => kind === 'further-report-received')
    expect(received?.data).toMatchObject({ channel: 'letter', reporterRole: 'witness' })
    expect(JSON.stringify(events)).not.toContain('Nowak')
  })

  it.each([
    { why: 'with no reason for its late writing', receivedAt: MONDAY_MORNING, kind: 'backdated-without-reason' },
    { why: 'received years ago', receivedAt: new Date('2023-01-02T09:00:00Z'), kind: 'received-too-long-ago' },
    { why: 'received before the case', receivedAt: new Date('2026-11-02T09:00:00Z'), kind: 'received-before-the-case' },
  ])('is refused $why, as a new report is', async ({ receivedAt, kind }) => {
    const { caseId } = await reportedCase(worker)
    const backdatedReason = kind === 'received-before-the-case' ? 'A letter' : ''
    const told = reportInput({ receivedAt, backdatedReason, samePerson: caseId })
    expect(await saveReport(asking(worker, TWO_WEEKS_ON), told)).toEqual({ ok: false, refusal: { kind } })
    expect(await world.admin`select 1 from incident where case_id = ${caseId}`).toHaveLength(1)
  })

  it('from the client herself makes contact possible where it was not (R2, R3)', async () => {
    const unaware = { reporterRole: 'third_party', clientAware: 'no' } as const
    const { caseId } = await reportedCase(worker, { report: unaware })
    await saveReport(asking(worker, TWO_WEEKS_ON), reportInput({ samePerson: caseId }))
    const owed = await world.admin`select * from clock where case_id = ${caseId} and clause = 'R3'`
    expect(owed).toMatchObject([{ state: 'running', started_at: TWO_WEEKS_ON }])
  })

  it.each(['no', 'yes'] as const)(
    'that the client does not know of owes no contact, violence: %s (R2)',
    async (violence) => {
      const { caseId } = await contactedCase(worker)
      const unaware = { reporterRole: 'third_party', clientAware: 'no', violence, samePerson: caseId } as const
      expect(await saveReport(asking(worker, TWO_WEEKS_ON), reportInput(unaware))).toMatchObject({ ok: true })
      expect(
        await world.admin`select 1 from clock where case_id = ${caseId} and state = 'running'
      and clause in ('R3', 'R4')`,
      ).toHaveLength(0)
    },
  )

  it('finds no case of another agency to add it to', async () => {
    const stranger = await world.staff(await world.agency())
    const { caseId } = await reportedCase(worker)
    const saved = await saveReport(asking(stranger), reportInput({ samePerson: caseId }))
    expect(saved).toEqual({ ok: false, refusal: { kind: 'not-found' } })
  })
})
