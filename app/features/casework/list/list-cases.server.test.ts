import { describe, expect, it } from 'vitest'
import { asActor } from '../../../../db/as-actor.ts'
import { allocatedCase, contactedCase, incidentInput, reportedCase } from '../../../../tests/support/cases.ts'
import { partners, sentReferral } from '../../../../tests/support/referrals.ts'
import { asking, MONDAY_MORNING, openWorld, type Person } from '../../../../tests/support/world.ts'
import { returnCasesOfLeaver } from '../../../timeline/return-leavers-cases.server.ts'
import { recordIncident } from '../../intake/changes/record-incident.server.ts'
import { caseSearch, readCaseListQuery } from './case-list-query.ts'
import { exportCases, listCases } from './list-cases.server.ts'

const world = await openWorld()

async function office() {
  const agency = await world.agency()
  return {
    worker: await world.staff(agency),
    colleague: await world.staff(agency),
    manager: await world.staff(agency, 'manager'),
  }
}

function list(by: Person, address: string, now = MONDAY_MORNING) {
  return listCases({ actor: by.actor, now }, readCaseListQuery(new URLSearchParams(address), 'mine'))
}

async function references(by: Person, address: string, now = MONDAY_MORNING) {
  return (await list(by, address, now)).rows.map(({ reference }) => reference)
}

async function found(by: Person, typed: string) {
  const { rows } = await listCases({ actor: by.actor, now: MONDAY_MORNING }, caseSearch(typed, 'mine'))
  return rows.map(({ reference }) => reference)
}

const FRIDAY = new Date('2026-11-20T16:45:00Z')

describe('a list of cases', () => {
  it('shows violence or its threat on top, then what is due first, and what owes nothing below', async () => {
    const { worker } = await office()
    const ordinary = await allocatedCase(worker)
    const serious = await allocatedCase(worker, { report: { violence: 'yes' } })
    const older = await allocatedCase(worker, { now: new Date('2026-11-19T10:00:00Z') })
    const nothingDue = await reportedCase(worker, { report: { reporterRole: 'anonymous', clientName: '', phone: '' } })
    await world.admin`update clock set state = 'met' where case_id = ${nothingDue.caseId} and clause = 'V6'`
    const expected = [serious, older, ordinary, nothingDue]
    expect(await references(worker, 'queue=team')).toEqual([...expected.map(({ reference }) => reference)])
  })

  it('says of each case what is due next, who has it and which strands it names', async () => {
    const { worker } = await office()
    const { caseId, reference } = await allocatedCase(worker, { now: FRIDAY, report: { clientName: 'Amara Diallo' } })
    await recordIncident(asking(worker), incidentInput(caseId, { strands: ['religion'] }))
    const { rows, total, next } = await list(worker, '')
    expect({ total, next }).toEqual({ total: 1, next: null })
    expect(rows[0]).toMatchObject({ reference, clientName: 'Amara Diallo', workerName: worker.name, serious: false })
    expect(rows[0]?.strands.toSorted()).toEqual(['race', 'religion'])
    expect(rows[0]?.due).toMatchObject({ title: 'Contact the client', status: 'soon' })
  })

  it('is one’s own, the agency’s, the queue’s or the closed ones', async () => {
    const { worker, colleague } = await office()
    const mine = await allocatedCase(worker)
    const theirs = await allocatedCase(colleague)
    const nobodys = await reportedCase(worker)
    const closed = await contactedCase(worker)
    await world.admin`update case_file set stage = 'closed' where case_id = ${closed.caseId}`
    const sorted = async (address: string) => (await references(worker, address)).toSorted()
    expect(await sorted('queue=mine')).toEqual([mine.reference])
    expect(await sorted('queue=unallocated')).toEqual([nobodys.reference])
    expect(await sorted('queue=closed')).toEqual([closed.reference])
    expect(await sorted('queue=team')).toEqual([mine, theirs, nobodys].map(({ reference }) => reference).toSorted())
    expect((await list(worker, 'queue=mine')).unallocated).toBe(1)
  })

  it('marks what a leaver has left behind (R6)', async () => {
    const { worker, manager } = await office()
    const { reference } = await allocatedCase(worker)
    const { actor, now } = asking(manager)
    await asActor(actor, (tx) => returnCasesOfLeaver(tx, { actor, now }, worker.actor.staffId))
    const { rows } = await list(manager, 'queue=unallocated')
    expect(rows).toMatchObject([{ reference, workerName: null, returnedToQueueAt: now }])
  })

  it.each([
    { filter: 'serious=yes', finds: 'serious' },
    { filter: 'due=overdue', finds: 'overdue' },
    { filter: 'due=today', finds: 'today' },
    { filter: 'strand=disability', finds: 'disability' },
  ] as const)('can be narrowed: $filter', async ({ filter, finds }) => {
    const { worker } = await office()
    const cases = {
      serious: await contactedCase(worker, { report: { violence: 'yes' } }),
      overdue: await allocatedCase(worker, { now: new Date('2026-11-18T10:00:00Z') }),
      today: await allocatedCase(worker, { now: new Date('2026-11-19T10:00:00Z') }),
      disability: await contactedCase(worker, { report: { strands: ['disability'] } }),
    }
    expect(await references(worker, `queue=mine&${filter}`)).toEqual([cases[finds].reference])
  })

  it.each([
    { why: 'a surname', search: 'diall' },
    { why: 'both names, however they are written', search: 'DIALLO, amara' },
    { why: 'a telephone number with its country', search: '+44 7700 900555' },
  ])('finds a client by $why, whoever has the case', async ({ search }) => {
    const { worker, colleague } = await office()
    const { reference } = await allocatedCase(worker, { report: { clientName: 'Amara Diallo', phone: '07700 900555' } })
    await allocatedCase(worker, { report: { clientName: 'Amara Smith' } })
    expect(await found(colleague, search)).toEqual([reference])
  })

  it('finds a case by its reference, as it is said on the phone', async () => {
    const { worker, colleague } = await office()
    await world.admin`update agency set initials = 'HB' where agency_id = ${worker.actor.agencyId}`
    const { reference } = await allocatedCase(worker)
    const said = reference.replace('-', ' ').toLowerCase()
    expect(await found(colleague, said)).toEqual([reference])
    expect(await found(colleague, 'zz')).toEqual([])
  })

  it('finds a case by the beginning of a reference, and by the reference of a referral from it', async () => {
    const parties = await partners(world)
    const { caseId, referralId } = await sentReferral(parties)
    const [row] = await world.admin`select reference from case_file where case_id = ${caseId}`
    const [sent] = await world.admin`select reference from referral where referral_id = ${referralId}`
    const { worker, recipientWorker } = parties
    for (const typed of [row?.reference.slice(0, -1), sent?.reference, sent?.reference.slice(2).toLowerCase()])
      expect(await found(worker, typed)).toEqual([row?.reference])
    expect(await found(recipientWorker, sent?.reference)).toEqual([])
  })

  it('is narrowed to the cases of one worker, for a manager', async () => {
    const { worker, colleague, manager } = await office()
    const { reference } = await allocatedCase(worker)
    await allocatedCase(colleague)
    expect(await references(manager, `worker=${worker.actor.staffId}`)).toEqual([reference])
    expect((await list(manager, '')).workers.map(({ staffId }) => staffId)).toContain(worker.actor.staffId)
    expect((await list(worker, '')).workers).toEqual([])
  })

  it('shows 25 rows, says how many there are, and ends on its last page', async () => {
    const { worker } = await office()
    for (let made = 0; made < 27; made += 1) await reportedCase(worker)
    const first = await list(worker, 'queue=team')
    expect({ shown: first.rows.length, total: first.total, page: first.page }).toEqual({
      shown: 25,
      total: 27,
      page: 1,
    })
    const last = await list(worker, 'queue=team&page=9')
    expect({ shown: last.rows.length, page: last.page }).toEqual({ shown: 2, page: 2 })
    const seen = new Set([...first.rows, ...last.rows].map(({ caseId }) => caseId))
    expect(seen.size).toBe(27)
  })

  it('never holds a case of another agency, nor finds a client of one', async () => {
    const [here, there] = [await office(), await office()]
    const { reference } = await allocatedCase(there.worker, { report: { clientName: 'Amara Diallo' } })
    expect(await references(here.manager, 'queue=team')).toEqual([])
    expect(await found(here.manager, 'diallo')).toEqual([])
    expect(await found(here.manager, reference)).toEqual([])
  })

  it('as a file holds exactly what is shown, and the log says that it left', async () => {
    const { worker } = await office()
    await allocatedCase(worker)
    const reading = { actor: worker.actor, now: MONDAY_MORNING }
    const query = readCaseListQuery(new URLSearchParams(), 'mine')
    expect(await exportCases(reading, query)).toEqual((await listCases(reading, query)).rows)
    const events = await world.admin`
      select data from case_event where agency_id = ${worker.actor.agencyId} and kind = 'record-consulted'`
    expect(events.map(({ data }) => data)).toEqual([{ what: 'export' }])
  })
})
