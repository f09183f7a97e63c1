import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { allocatedCase, allowed, contactedCase, reportedCase } from '../../../tests/support/cases.ts'
import { textOfPdf } from '../../../tests/support/papers/read-pdf.ts'
import { asking, openWorld, type Person } from '../../../tests/support/world.ts'
import type { CalendarDay } from '../../domain/time/calendar-day.ts'
import { deferContact } from '../casework/contacts/defer-contact.server.ts'
import { makePaper } from './make-paper.server.ts'

const world = await openWorld()
const harthill = await world.agency({ name: 'Harthill Bridge Homes' })
await world.admin`update agency set duty_phone = '0151 496 0001' where agency_id = ${harthill.agencyId}`
const worker = await world.staff(harthill, 'case_worker', 'Priya Nair')
const manager = await world.staff(harthill, 'manager')

const TUESDAY = new Date('2026-11-24T09:00:00Z')

async function letterOf(by: Person, caseId: string, now?: Date) {
  const { content: pdf } = allowed(await makePaper(asking(by, now), letterFor(caseId)))
  return { pdf, text: (await textOfPdf(pdf)).replaceAll(/\s+/g, ' ') }
}

function letterFor(caseId: string) {
  return { caseId, paper: 'report_received', language: 'en', format: 'standard' } as const
}

function eventsOf(caseId: string) {
  return world.admin`
    select kind, data, subject_id, actor_id from case_event
    where case_id = ${caseId} and kind in ('document-made', 'record-consulted') order by seq`
}

describe('the letter that acknowledges a report', () => {
  it('says who received it, what happens next by when (R3), whom to contact, and 999', async () => {
    const { caseId, reference } = await reportedCase(worker, { report: { clientName: 'Amara Diallo' } })
    const { text } = await letterOf(worker, caseId)
    for (const said of [
      'Dear Amara Diallo',
      `Reference number: ${reference}`,
      'Received: Monday 23 November 2026 at 09:00',
      'Received by: Priya Nair, Harthill Bridge Homes',
      'We aim to contact you within 2 working days of receiving the report: by the end of Wednesday 25 November 2026.',
      'We will choose one case worker for you',
      'Phone: 0151 496 0001',
      'Opening hours: Monday to Friday 09:00 to 17:00',
      'Contact us if anything in this letter is wrong.',
      'phone 999.',
    ])
      expect(text).toContain(said)
  })

  it('promises one working day after violence or a threat, without saying why (R4)', async () => {
    const { caseId } = await reportedCase(worker, { report: { violence: 'yes' } })
    const { text } = await letterOf(worker, caseId)
    expect(text).toContain('within 1 working day of receiving the report: by the end of Tuesday 24 November 2026.')
    expect(text).not.toMatch(/violen|threat|serious/i)
  })

  it('names the case worker (R6) and says that the client was contacted', async () => {
    const { caseId } = await contactedCase(worker)
    const { text } = await letterOf(worker, caseId)
    expect(text).toContain('Your case worker is Priya Nair.')
    expect(text).toContain('We contacted you on Monday 23 November 2026.')
  })

  it('says the day that the client asked for, and no number of days', async () => {
    const { caseId } = await allocatedCase(worker)
    const deferred = await deferContact(asking(worker), {
      caseId,
      untilOn: '2026-12-01' as CalendarDay,
      reason: 'away',
    })
    expect(deferred).toMatchObject({ ok: true })
    expect((await letterOf(worker, caseId)).text).toContain('We aim to contact you by the end of Tuesday 1 December')
  })

  it('never says what happened, to which group the client belongs, or where they live', async () => {
    const report = {
      account: 'They shouted at me outside the mosque.',
      address: '12 Larkmoor Row',
      strands: ['religion' as const],
      wishes: 'I want it to stop.',
    }
    const { caseId } = await reportedCase(worker, { report })
    const { text } = await letterOf(worker, caseId)
    expect(text).not.toMatch(/hate|shouted|mosque|Larkmoor|religio|faith|stop|victim|crime|incident/i)
  })

  it('leaves out names that the fonts cannot show, rather than fail', async () => {
    const { caseId } = await reportedCase(worker, { report: { clientName: '王小明' } })
    const { text } = await letterOf(worker, caseId)
    expect(text).toContain('Hello')
    expect(text).toContain('Received by: Harthill Bridge Homes')
  })

  it('is not made where the client is anonymous or does not know of the report (R2)', async () => {
    const { caseId } = await reportedCase(worker)
    for (const contactability of ['anonymous', 'client_unaware']) {
      await world.admin`update case_file set contactability = ${contactability} where case_id = ${caseId}`
      expect(await makePaper(asking(worker), letterFor(caseId))).toMatchObject({
        refusal: { kind: 'contact-not-possible' },
      })
    }
    expect(await eventsOf(caseId)).toHaveLength(0)
  })

  it('is nothing to another agency', async () => {
    const stranger = await world.staff(await world.agency(), 'manager')
    const { caseId } = await reportedCase(worker)
    expect(await makePaper(asking(stranger), letterFor(caseId))).toMatchObject({ refusal: { kind: 'not-found' } })
  })
})

describe('a version of the letter', () => {
  it('is kept with the hash of the file, and the log says who made it', async () => {
    const { caseId } = await reportedCase(worker)
    const { pdf } = await letterOf(worker, caseId)
    const sha256 = createHash('sha256').update(pdf).digest('hex')
    const [version] = await world.admin`select * from document_version where case_id = ${caseId}`
    expect(version).toMatchObject({ kind: 'report_received', language: 'en', pdf_sha256: sha256 })
    expect(version?.made_by).toBe(worker.actor.staffId)
    const data = {
      documentId: version?.document_id,
      documentKind: 'report_received',
      language: 'en',
      format: 'standard',
      sha256,
    }
    expect([...(await eventsOf(caseId))]).toEqual([
      { kind: 'document-made', data, subject_id: version?.document_id, actor_id: worker.actor.staffId },
    ])
  })

  it('comes again with the same bytes on another day and for a colleague, and the log says so', async () => {
    const { caseId } = await reportedCase(worker)
    const first = await letterOf(worker, caseId)
    const again = await letterOf(manager, caseId, TUESDAY)
    expect(Buffer.compare(first.pdf, again.pdf)).toBe(0)
    expect((await eventsOf(caseId)).map(({ kind, data }) => [kind, data.what])).toEqual([
      ['document-made', undefined],
      ['record-consulted', 'document'],
    ])
  })

  it('is a new one once it says something else', async () => {
    const { caseId } = await reportedCase(worker)
    await letterOf(worker, caseId)
    await world.admin`update agency set hours = 'Every day' where agency_id = ${harthill.agencyId}`
    const { text } = await letterOf(worker, caseId, TUESDAY)
    expect(text).toContain('Tuesday 24 November 2026')
    expect(await world.admin`select 1 from document_version where case_id = ${caseId}`).toHaveLength(2)
  })

  it('is made once by two downloads at the same time', async () => {
    const { caseId } = await reportedCase(worker)
    await Promise.all([letterOf(worker, caseId), letterOf(manager, caseId)])
    expect(await world.admin`select 1 from document_version where case_id = ${caseId}`).toHaveLength(1)
  })
})
