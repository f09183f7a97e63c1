import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asActor } from '../../../db/as-actor.ts'
import { allocatedCase, allowed } from '../../../tests/support/cases.ts'
import { amendedPlan, sign } from '../../../tests/support/casework/plans.ts'
import { givingInput, madePaper } from '../../../tests/support/papers/papers.ts'
import { asking, openWorld } from '../../../tests/support/world.ts'
import { BANK_HOLIDAYS } from '../../domain/time/bank-holidays.ts'
import { addDays, endOfLondonDay, londonDayOf } from '../../domain/time/calendar-day.ts'
import { isWorkingDay } from '../../domain/time/working-day.ts'
import { readPapersOfCase } from '../../facts/casework/papers-of-case.server.ts'
import { type GivePaperInput, givePaper } from './give-paper.server.ts'
import { makePaper } from './make-paper.server.ts'
import { markPaperInError } from './mark-paper-in-error.server.ts'
import { readPapersPart } from './read-papers-page.server.ts'

const world = await openWorld()
const harthill = await world.agency({ name: 'Harthill Bridge Homes' })
const worker = await world.staff(harthill, 'case_worker', 'Priya Nair')
const alternative = await world.staff(harthill, 'case_worker', 'Callum Rigby')
const stranger = await world.staff(await world.agency(), 'manager')

const AGREED = new Date('2026-12-22T10:00:00Z')

async function caseOf(report: Parameters<typeof allocatedCase>[1] = {}) {
  return (await allocatedCase(worker, report)).caseId
}

/** Signed by both at this instant; the next version is a draft, which no paper is about. */
async function agree(caseId: string, agreedAt: Date): Promise<string> {
  return (await amendedPlan({ worker, alternative }, { caseId, now: agreedAt })).planId
}

/** A case whose plan was agreed, with the acknowledgement made. */
async function withPlan(agreedAt = AGREED, report: Parameters<typeof allocatedCase>[1] = {}) {
  const caseId = await caseOf(report)
  const planId = await agree(caseId, agreedAt)
  await madePaper(worker, { caseId, paper: 'acknowledgement' }, agreedAt)
  return { caseId, planId }
}

function give(caseId: string, now: Date, given: Partial<GivePaperInput> = {}) {
  return givePaper(asking(worker, now), givingInput(caseId, { paper: 'acknowledgement', ...given }))
}

async function clockOf(caseId: string) {
  const [row] = await world.admin`
    select state, due_at, kept_at from clock where case_id = ${caseId} and clause = 'I4b'`
  return row
}

async function pagePart(caseId: string) {
  const [row] = await world.admin`select client_id from case_file where case_id = ${caseId}`
  const shown = { caseId, clientId: String(row?.client_id), contactability: 'possible' } as const
  return asActor(worker.actor, (tx) => readPapersPart(tx, worker.actor, shown))
}

describe('I4b: the acknowledgement of an action plan', () => {
  it('I4b: agreed on Tuesday 22 December, is due on Sunday 27 and to be sent by Thursday 24', async () => {
    const { caseId } = await withPlan()
    expect((await clockOf(caseId))?.due_at).toEqual(endOfLondonDay(addDays(londonDayOf(AGREED), 5)))
    expect((await pagePart(caseId)).acknowledgement).toMatchObject({
      dueOn: '2026-12-27',
      sendBy: '2026-12-24',
      state: 'running',
    })
  })

  it.each([
    { why: 'handed over on the last day', at: '2026-12-27T23:59:00Z', state: 'met' },
    { why: 'handed over the day after', at: '2026-12-28T00:00:00Z', state: 'met_late' },
    { why: 'sent on 28 December', at: '2026-12-28T10:00:00Z', state: 'met_late' },
  ])('I4b: $why, it is $state', async ({ at, state }) => {
    const { caseId, planId } = await withPlan()
    allowed(await give(caseId, new Date(at)))
    expect(await clockOf(caseId)).toMatchObject({ state, kept_at: new Date(at) })
    const papers = await asActor(worker.actor, (tx) => readPapersOfCase(tx, worker.actor, caseId))
    expect(papers).toMatchObject([{ paper: 'acknowledgement', planId, way: 'handed', format: 'standard' }])
  })

  it('I4b: is not recorded before a plan is agreed, nor before it was made', async () => {
    const caseId = await caseOf()
    expect(await give(caseId, AGREED)).toMatchObject({ refusal: { kind: 'plan-not-agreed' } })
    await agree(caseId, AGREED)
    expect(await give(caseId, AGREED)).toMatchObject({ refusal: { kind: 'not-made' } })
  })

  it('I4b: cannot have been given before the plan was agreed', async () => {
    const { caseId } = await withPlan()
    const early = { givenAt: new Date(AGREED.getTime() - 60_000) }
    expect(await give(caseId, AGREED, early)).toMatchObject({ refusal: { kind: 'given-before-agreed' } })
  })

  it('I4b: counts when it is held because the client asked for no papers at home, and only then', async () => {
    const { caseId } = await withPlan()
    expect(await give(caseId, AGREED, { way: 'held' })).toMatchObject({ refusal: { kind: 'held-without-asking' } })
    allowed(await give(caseId, AGREED, { way: 'held', notAtHome: true }))
    expect(await clockOf(caseId)).toMatchObject({ state: 'met' })
  })

  it.each([
    { why: 'the client said that letters are not safe', safeToPost: 'no' as const },
    { why: 'the client was not asked', safeToPost: null },
  ])('I4b: is not posted where $why, also not by a form sent directly', async ({ safeToPost }) => {
    const report = { report: { address: '12 Larkmoor Row', safeToPost } }
    const { caseId } = await withPlan(AGREED, report)
    const posted = { way: 'posted' } as const
    expect(await give(caseId, AGREED, posted)).toMatchObject({
      refusal: { kind: 'against-safe-contact', answers: ['safeToPost'] },
    })
    const reason = { unsafeConfirmed: true, unsafeReason: 'client_agreed' } as const
    expect(allowed(await give(caseId, AGREED, { ...posted, ...reason })).isUnsafe).toBe(true)
    const [event] = await world.admin`
      select data from case_event where case_id = ${caseId} and kind = 'plan-acknowledged'`
    expect(event?.data).toMatchObject({ way: 'posted', unsafeAnswers: ['safeToPost'], unsafeReason: 'client_agreed' })
  })

  it('I4b: entered in error runs the clock again, unless another acknowledgement is valid', async () => {
    const { caseId } = await withPlan()
    const first = allowed(await give(caseId, new Date('2026-12-23T09:00:00Z')))
    const second = allowed(await give(caseId, new Date('2026-12-29T09:00:00Z')))
    const undo = (deliveryId: string) =>
      markPaperInError(asking(worker, AGREED), { caseId, deliveryId, reason: 'came_back' })
    allowed(await undo(first.deliveryId))
    expect(await clockOf(caseId)).toMatchObject({ state: 'met_late' })
    allowed(await undo(second.deliveryId))
    expect(await clockOf(caseId)).toMatchObject({ state: 'running', kept_at: null })
    expect(await undo(second.deliveryId)).toMatchObject({ refusal: { kind: 'already-in-error' } })
  })

  it('I4b: of a version that was replaced in time, entered in error does not run a clock that no page could stop', async () => {
    const { caseId, planId } = await withPlan()
    const { deliveryId } = allowed(await give(caseId, new Date('2026-12-23T09:00:00Z')))
    for (const way of ['typed', 'as_staff'] as const)
      allowed(await sign(worker, caseId, { way, signedName: 'Amara' }, new Date('2026-12-24T09:00:00Z')))
    const undo = { caseId, deliveryId, reason: 'came_back' } as const
    allowed(await markPaperInError(asking(worker, new Date('2026-12-29T09:00:00Z')), undo))
    const [clock] = await world.admin`select state, kept_at from clock where subject_id = ${planId} and clause = 'I4b'`
    expect(clock).toEqual({ state: 'cancelled', kept_at: null })
  })

  it('I4b: is recorded once by a form that is sent twice', async () => {
    const { caseId } = await withPlan()
    const form = asking(worker, AGREED)
    const input = givingInput(caseId, { paper: 'acknowledgement' })
    const both = await Promise.all([givePaper(form, input), givePaper(form, input)])
    expect(new Set(both.map((one) => allowed(one).deliveryId)).size).toBe(1)
    expect(await world.admin`select 1 from paper_delivery where case_id = ${caseId}`).toHaveLength(1)
  })

  it('I4b: has five days whenever it was agreed, and a working day to send it by that is not later', async () => {
    const instants = fc.date({
      min: new Date('2026-11-23T09:00:00Z'),
      max: new Date('2028-12-20T00:00:00Z'),
      noInvalidDate: true,
    })
    await fc.assert(
      fc.asyncProperty(instants, fc.integer({ min: 0, max: 9 * 24 * 60 }), async (agreedAt, minutes) => {
        const caseId = await caseOf()
        const planId = await agree(caseId, agreedAt)
        await world.admin`insert into document_version ${world.admin({
          agency_id: harthill.agencyId,
          document_id: planId,
          case_id: caseId,
          kind: 'acknowledgement',
          language: 'en',
          plan_id: planId,
          template_version: '0',
          content_sha256: '0',
          pdf_sha256: '0',
          made_by: worker.actor.staffId,
          made_at: agreedAt,
        })}`
        const due = (await pagePart(caseId)).acknowledgement
        const dueOn = addDays(londonDayOf(agreedAt), 5)
        expect(due?.dueOn).toBe(dueOn)
        expect(due && due.sendBy <= dueOn && isWorkingDay(due.sendBy, BANK_HOLIDAYS)).toBe(true)
        const givenAt = new Date(agreedAt.getTime() + minutes * 60_000)
        allowed(await give(caseId, givenAt))
        const state = londonDayOf(givenAt) <= dueOn ? 'met' : 'met_late'
        expect(await clockOf(caseId)).toMatchObject({ state })
      }),
      { numRuns: 15 },
    )
  })
})

describe('what a client can read', () => {
  async function leaflet(report: Parameters<typeof allocatedCase>[1], given: Partial<GivePaperInput> = {}) {
    const caseId = await caseOf(report)
    await madePaper(worker, { caseId, paper: 'process_leaflet' })
    await madePaper(worker, { caseId, paper: 'process_leaflet', format: 'easy_read' })
    return givePaper(asking(worker), givingInput(caseId, given))
  }

  it('G6: standard print is refused to a client who needs Braille, unless they asked for it', async () => {
    const braille = { report: { communicationNeeds: ['braille' as const] } }
    expect(await leaflet(braille)).toMatchObject({ refusal: { kind: 'other-format-needed', formats: ['braille'] } })
    allowed(await leaflet(braille, { askedForFormat: true }))
    allowed(await leaflet(braille, { format: 'braille' }))
  })

  it('R7: the leaflet is recorded in Easy Read for a client who needs that', async () => {
    const easy = { report: { communicationNeeds: ['easy_read' as const] } }
    allowed(await leaflet(easy, { format: 'easy_read' }))
    const [event] = await world.admin`select data from case_event where kind = 'paper-given' order by seq desc limit 1`
    expect(event?.data).toMatchObject({ paper: 'process_leaflet', format: 'easy_read', recipient: 'client' })
  })

  it('G5: a paper in English for a client who reads Arabic says how it was translated', async () => {
    const arabic = { report: { language: 'Arabic' } }
    expect(await leaflet(arabic)).toMatchObject({ refusal: { kind: 'say-how-translated', language: 'Arabic' } })
    allowed(await leaflet(arabic, { translatedBy: 'interpreter' }))
  })

  it('V5: a witness gets the leaflet in person and by name, and never the letter of the plan', async () => {
    const witness = { recipient: 'witness', recipientName: 'Tom Hale' } as const
    allowed(await leaflet({}, witness))
    expect(await leaflet({}, { ...witness, recipientName: ' ' })).toMatchObject({
      refusal: { kind: 'witness-name-missing' },
    })
    expect(await leaflet({}, { ...witness, way: 'posted' })).toMatchObject({ refusal: { kind: 'way-not-possible' } })
    const { caseId } = await withPlan()
    expect(await give(caseId, AGREED, witness)).toMatchObject({ refusal: { kind: 'not-for-witnesses' } })
    const logged = await world.admin`select 1 from case_event where data::text like '%Tom Hale%'`
    expect(logged).toHaveLength(0)
  })
})

describe('another agency', () => {
  it('makes, gives and corrects no paper of this one', async () => {
    const { caseId } = await withPlan()
    const { deliveryId } = allowed(await give(caseId, AGREED))
    const notFound = { refusal: { kind: 'not-found' } }
    const paper = { caseId, paper: 'acknowledgement', language: 'en', format: 'standard' } as const
    expect(await makePaper(asking(stranger), paper)).toMatchObject(notFound)
    expect(await givePaper(asking(stranger), givingInput(caseId))).toMatchObject(notFound)
    expect(await markPaperInError(asking(stranger), { caseId, deliveryId, reason: 'not_given' })).toMatchObject(
      notFound,
    )
    const own = await caseOf()
    expect(await markPaperInError(asking(worker), { caseId: own, deliveryId, reason: 'not_given' })).toMatchObject(
      notFound,
    )
  })
})
