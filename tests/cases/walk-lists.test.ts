import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ListPage, PlaceInList } from '../../app/domain/lists/list-page.ts'
import { CASES, readCaseListQuery } from '../../app/features/casework/list/case-list-query.ts'
import { listCases } from '../../app/features/casework/list/list-cases.server.ts'
import { INBOX } from '../../app/features/referrals/inbox/inbox-query.ts'
import { readInbox } from '../../app/features/referrals/inbox/read-inbox.server.ts'
import { readSentReferrals } from '../../app/features/referrals/sent/read-sent-referrals.server.ts'
import { SENT } from '../../app/features/referrals/sent/sent-query.ts'
import { PEOPLE } from '../../app/features/staff/people-query.ts'
import { listPeople } from '../../app/features/staff/read-people.server.ts'
import { reportedCase } from '../support/cases.ts'
import { referralRows } from '../support/referral-rows.ts'
import { partners, referableCase } from '../support/referrals.ts'
import { MONDAY_MORNING as now, openWorld, type Person } from '../support/world.ts'

const world = await openWorld()
const SEED = 20_261_130

/** How a list is read, and what makes a row itself. */
interface Walked<Query, Row> {
  read: (query: Query) => Promise<ListPage<Row>>
  first: Query
  idOf: (row: Row) => string
}

/** The ids of every page of a list, forwards by its places as its links do, and then back from the last page. */
async function walkList<Query extends PlaceInList, Row>({ read, first, idOf }: Walked<Query, Row>) {
  const at = (direction: 'after' | 'before', place: string, page: number): Query => ({
    ...first,
    ...{ cursor: { direction, place }, page },
  })
  const forwards: string[][] = []
  let page = await read(first)
  for (; ; page = await read(at('after', page.next, forwards.length + 1))) {
    forwards.push(page.rows.map(idOf))
    if (page.next === null) break
    if (forwards.length > 100) throw new Error('The list has no end.')
  }
  const back = [page.rows.map(idOf)]
  while (page.previous !== null && back.length <= forwards.length) {
    page = await read(at('before', page.previous, forwards.length - back.length))
    back.unshift(page.rows.map(idOf))
  }
  return { forwards, back }
}

/** Few enough days that many rows have the same. */
const day = fc.integer({ min: 1, max: 4 }).map((on) => new Date(`2026-11-2${on}T10:00:00.123Z`))

async function randomCases(worker: Person, count: number): Promise<void> {
  const { caseId } = await reportedCase(worker)
  const rows = fc.sample(
    fc.record({
      serious: fc.boolean(),
      next_due_at: fc.option(day, { freq: 2 }),
      received_at: day,
      stage: fc.constantFrom('open', 'open', 'closed'),
    }),
    { numRuns: count, seed: SEED },
  )
  for (const [at, row] of rows.entries())
    await world.admin`
      insert into case_file (agency_id, case_id, client_id, reference, received_by, channel, reporter_role, contactability,
        serious, next_due_at, received_at, stage)
      select agency_id, gen_random_uuid(), client_id, ${`HB-${at}`}, received_by, channel, reporter_role, contactability,
        ${row.serious}, ${row.next_due_at}, ${row.received_at}, ${row.stage} from case_file where case_id = ${caseId}`
}

describe('a list of cases', async () => {
  const agency = await world.agency()
  const worker = await world.staff(agency)
  await randomCases(worker, 150)
  const query = (address: string) => readCaseListQuery(new URLSearchParams(address), 'team')
  const read = (wanted: ReturnType<typeof query>) => listCases({ actor: worker.actor, now }, wanted)

  it.each([
    { address: 'queue=team', stages: ['open'], why: 'urgent or not, with a deadline or without' },
    { address: 'queue=closed', stages: ['closed'], why: 'closed' },
    { address: 'queue=unallocated', stages: ['open'], why: 'without a case worker' },
  ])('holds every case exactly once, in order, forwards and back: $why', async ({ address, stages }) => {
    const inOrder = await world.admin<{ case_id: string }[]>`
      select case_id from case_file where agency_id = ${agency.agencyId} and stage in ${world.admin(stages)}
      order by urgent_order, next_due_at nulls last, received_at, case_id`
    expect(inOrder.length).toBeGreaterThan(40)
    const { forwards, back } = await walkList({ read, first: query(address), idOf: ({ caseId }) => caseId })
    expect(forwards.flat()).toEqual(inOrder.map(({ case_id }) => case_id))
    expect(back).toEqual(forwards)
    for (const [at, page] of forwards.entries()) {
      const byNumber = await read(query(`${address}&page=${at + 1}`))
      expect(byNumber.rows.map(({ caseId }) => caseId)).toEqual(page)
    }
  })

  it('goes on from the rows that were seen when others come and go', async () => {
    const first = await read(query('queue=team'))
    const [gone] = first.rows
    await world.admin`update case_file set stage = 'closed' where case_id = ${gone?.caseId ?? ''}`
    const byPlace = await read(query(`queue=team&after=${first.next}&page=2`))
    const byNumber = await read(query('queue=team&page=2'))
    await world.admin`update case_file set stage = 'open' where case_id = ${gone?.caseId ?? ''}`
    const undisturbed = await read(query('queue=team&page=2'))
    expect(byPlace.rows).toEqual(undisturbed.rows)
    expect(byNumber.rows).not.toEqual(undisturbed.rows)
  })

  it('shows its first page for a place that has nothing before it, whatever its number', async () => {
    const first = await read(query('queue=team'))
    const before = `0_2000-01-01T00:00:00.000000Z_2000-01-01T00:00:00.000000Z_${first.rows[0]?.caseId}`
    expect(await read(query(`queue=team&before=${before}&page=2`))).toEqual(first)
  })

  it('shows its last page for a place that has nothing beyond it, and for a number that is too high', async () => {
    const last = await read(query('queue=team&page=99'))
    expect(last.rows.length).toBeGreaterThan(0)
    const beyond = `1__2099-01-01T00:00:00.000000Z_${last.rows[0]?.caseId}`
    expect((await read(query(`queue=team&after=${beyond}&page=99`))).rows).toEqual(last.rows)
    expect(CASES.href(query('page=99'), { page: last.page })).toContain(`page=${last.page}`)
  })
})

describe('a list of people', async () => {
  const agencies = [await world.agency({ name: 'Unity Steps' }), await world.agency({ name: 'Amber House' })] as const
  const root = await world.staff(agencies[1], 'administrator')
  const given = fc.record({
    name: fc.constantFrom('Ann', 'Bo', 'Cy'),
    at: fc.constantFrom(0 as const, 1 as const),
    left: fc.boolean(),
  })
  for (const { name, at, left } of fc.sample(given, { numRuns: 90, seed: SEED })) {
    const { actor } = await world.staff(agencies[at], 'case_worker', name)
    if (left) await world.admin`update staff set active = false, left_at = ${now} where staff_id = ${actor.staffId}`
  }
  const query = (address: string) => PEOPLE.read(new URLSearchParams(address))
  const read = (wanted: ReturnType<typeof query>) => listPeople({ actor: root.actor, now }, wanted)

  it.each([
    { address: '', why: 'who has not left' },
    { address: 'left=yes', why: 'everybody' },
    { address: `agency=${agencies[0].agencyId}&left=yes`, why: 'those of one agency' },
  ])('holds every person exactly once, in order, forwards and back: $why', async ({ address }) => {
    const { forwards, back } = await walkList({ read, first: query(address), idOf: ({ staffId }) => staffId })
    const byNumber = []
    for (const at of forwards.keys()) byNumber.push((await read(query(`${address}&page=${at + 1}`))).rows)
    expect(forwards.length).toBeGreaterThan(1)
    expect(new Set(forwards.flat()).size).toBe((await read(query(address))).total)
    expect(byNumber.map((rows) => rows.map(({ staffId }) => staffId))).toEqual(forwards)
    expect(back).toEqual(forwards)
  })

  it('goes on from a person who has left since', async () => {
    const first = await read(query(''))
    const expected = (await read(query('page=2'))).rows
    const last = first.rows.at(-1)?.staffId ?? ''
    await world.admin`update staff set active = false, left_at = ${now} where staff_id = ${last}`
    expect((await read(query(`after=${first.next}&page=2`))).rows).toEqual(expected)
  })
})

describe('the lists of referrals', async () => {
  const parties = await partners(world)
  const { sender: from, recipient: to, worker, recipientWorker } = parties
  const { caseId } = await referableCase(parties)
  const given = fc.record({
    state: fc.constantFrom('sent' as const, 'received' as const, 'closed' as const, 'declined' as const),
    dueAt: day,
    urgency: fc.integer({ min: 0, max: 3 }),
    serious: fc.boolean(),
  })
  const made = []
  for (const row of fc.sample(given, { numRuns: 150, seed: SEED }))
    made.push(...(await referralRows(world, { from, to, ...row }, 1)))
  await world.admin`insert into referral_origin ${world.admin(
    made.map((referral_id) => ({
      referral_id,
      agency_id: from.agencyId,
      case_id: caseId,
      asked_by: 'agreed',
      decided_by: worker.actor.staffId,
    })),
  )}`
  await world.admin`update referral set news_at = due_at, client_told_at = null
    where referral_id in ${world.admin(made)} and state in ('closed', 'declined')`
  const rows = (where: string) =>
    world.admin.unsafe<{ referral_id: string }[]>(
      `select referral_id from referral where from_agency_id = '${from.agencyId}' and ${where}`,
    )
  const ids = (found: { referral_id: string }[]) => found.map(({ referral_id }) => referral_id)

  it.each([
    { lane: 'to_answer', order: 'urgent_order, due_at, urgency, referral_id' },
    { lane: 'finished', order: 'urgent_order desc, due_at desc, urgency desc, referral_id desc' },
  ])('holds every one exactly once in the inbox, in order, forwards and back: $lane', async ({ lane, order }) => {
    const first = INBOX.read(new URLSearchParams({ lane }))
    const read = (query: typeof first) => readInbox({ actor: recipientWorker.actor, now }, query)
    const { forwards, back } = await walkList({ read, first, idOf: ({ referralId }) => referralId })
    expect(forwards.length).toBeGreaterThan(2)
    expect(forwards.flat()).toEqual(ids(await rows(`lane = '${lane}' order by ${order}`)))
    expect(back).toEqual(forwards)
  })

  it.each([
    { list: 'to_answer', where: "lane = 'to_answer' order by urgent_order, due_at, referral_id" },
    { list: 'finished', where: "lane = 'finished' order by urgent_order desc, due_at desc, referral_id desc" },
    { list: 'news', where: 'news_at is not null order by news_at desc, referral_id desc' },
  ])('holds every one exactly once among the sent, in order, forwards and back: $list', async ({ list, where }) => {
    const first = SENT.read(new URLSearchParams({ list }))
    const read = (query: typeof first) => readSentReferrals({ actor: worker.actor, now }, query)
    const { forwards, back } = await walkList({ read, first, idOf: ({ referralId }) => referralId })
    expect(forwards.length).toBeGreaterThan(2)
    expect(forwards.flat()).toEqual(ids(await rows(where)))
    expect(back).toEqual(forwards)
  })
})
