import { describe, expect, it } from 'vitest'
import { type RowGiven, referralRows } from '../../../../tests/support/referral-rows.ts'
import { decidedReferral, partners, referableCase, sentReferral } from '../../../../tests/support/referrals.ts'
import { MONDAY_MORNING as now, openWorld } from '../../../../tests/support/world.ts'
import { exportSentReferrals, readSentReferrals } from './read-sent-referrals.server.ts'
import { COUNT_LIMIT, SENT, type SentQuery } from './sent-query.ts'

const world = await openWorld()

function queryOf(address = ''): SentQuery {
  return SENT.read(new URLSearchParams(address))
}

async function lists() {
  const parties = await partners(world)
  const { caseId } = await referableCase(parties)
  const { actor } = parties.worker
  const rows = async (given: Partial<RowGiven>, count = 1) => {
    const made = await referralRows(
      world,
      { from: parties.sender, to: parties.recipient, state: 'sent', ...given },
      count,
    )
    await world.admin`insert into referral_origin ${world.admin(
      made.map((referral_id) => ({
        referral_id,
        agency_id: actor.agencyId,
        case_id: caseId,
        asked_by: 'agreed',
        decided_by: actor.staffId,
      })),
    )}`
    return made
  }
  return { parties, rows, read: (address?: string) => readSentReferrals({ actor, now }, queryOf(address)) }
}

const day = (on: string) => new Date(`${on}T23:59:59.999Z`)

describe('readSentReferrals', () => {
  it('puts each referral into the list of its lane, with the client and the agency by name', async () => {
    const { parties, read } = await lists()
    const decided = await decidedReferral(parties)
    const sent = await sentReferral(parties, { report: { clientName: 'Amara Diallo' } })
    expect((await read('list=draft')).rows.map((row) => row.referralId)).toEqual([decided.referralId])
    const { rows, total } = await read()
    expect(total).toBe(1)
    expect(rows[0]).toMatchObject({
      referralId: sent.referralId,
      clientName: 'Amara Diallo',
      toName: 'Beacon Victim Care',
      dueAt: '2026-11-25T23:59:59.999000Z',
    })
  })

  it('walks through every row once, forwards and back, although all are due at the same instant', async () => {
    const { rows, read } = await lists()
    const made = await rows({ dueAt: day('2026-11-24') }, 60)
    let query = queryOf()
    const pages: string[][] = []
    for (let page = 1; page <= 3; page += 1) {
      const shown = await read(SENT.href(query, { cursor: query.cursor, page: query.page }).split('?')[1])
      pages.push(shown.rows.map((row) => row.referralId))
      expect([shown.total, shown.next === null]).toEqual([60, page === 3])
      if (shown.next) query = { ...query, cursor: { direction: 'after', place: shown.next }, page: page + 1 }
    }
    expect(pages.flat()).toEqual(made.toSorted())
    const back = await read(`before=1_2026-11-24T23:59:59.999000Z_${pages[2]?.[0]}&page=2`)
    expect(back.rows.map((row) => row.referralId)).toEqual(pages[1])
  })

  it('shows violence or its threat before what is due sooner', async () => {
    const { rows, read } = await lists()
    const [soon] = await rows({ dueAt: day('2026-11-24') })
    const [threat] = await rows({ dueAt: day('2026-11-27'), serious: true })
    expect((await read()).rows.map((row) => row.referralId)).toEqual([threat, soon])
  })

  it('shows the finished with the latest first', async () => {
    const { rows, read } = await lists()
    const [old] = await rows({ state: 'closed', dueAt: day('2026-11-01') })
    const [late] = await rows({ state: 'declined', dueAt: day('2026-11-05') })
    expect((await read('list=finished')).rows.map((row) => row.referralId)).toEqual([late, old])
  })

  it('lists the news that a client has not heard', async () => {
    const { rows, read } = await lists()
    const [told, untold] = await rows({ state: 'accepted' }, 2)
    await world.admin`update referral set news_at = ${now} where referral_id in (${told ?? ''}, ${untold ?? ''})`
    await world.admin`update referral set client_told_at = ${now} where referral_id = ${told ?? ''}`
    const news = await read('list=news')
    expect(news.rows.map((row) => [row.referralId, row.owesNews])).toEqual([[untold, true]])
  })

  it('stops counting at a thousand', async () => {
    const { rows, read } = await lists()
    await rows({}, 1010)
    expect([(await read()).total, COUNT_LIMIT]).toEqual([1001, 1000])
  })

  it('filters by agency, by person and by lateness', async () => {
    const { parties, rows, read } = await lists()
    const other = await world.agency({ kind: 'community_support', name: 'Unity Steps' })
    await world.staff(other)
    const [elsewhere] = await rows({ to: other, dueAt: day('2026-11-20') })
    const mine = await sentReferral(parties)
    expect((await read(`to=${other.agencyId}`)).rows.map((row) => row.referralId)).toEqual([elsewhere])
    expect((await read('mine=yes')).rows.map((row) => row.referralId)).toEqual([mine.referralId])
    expect((await read('overdue=yes')).rows.map((row) => row.referralId)).toEqual([elsewhere])
  })

  it('shows a manager the referrals of the case worker they choose, and lets nobody else choose', async () => {
    const { parties, rows, read } = await lists()
    await rows({})
    const mine = await sentReferral(parties)
    const { staffId } = parties.worker.actor
    const manager = await world.staff(parties.sender, 'manager')
    const seen = await readSentReferrals({ actor: manager.actor, now }, queryOf(`worker=${staffId}`))
    expect(seen.rows.map((row) => row.referralId)).toEqual([mine.referralId])
    expect(seen.workers.map((worker) => worker.staffId)).toEqual(
      expect.arrayContaining([staffId, manager.actor.staffId]),
    )
    expect((await read()).workers).toEqual([])
  })

  it('shows another agency nothing', async () => {
    const { parties, rows } = await lists()
    await rows({})
    const seen = await readSentReferrals({ actor: parties.recipientWorker.actor, now }, queryOf())
    expect(seen.rows).toEqual([])
  })
})

describe('exportSentReferrals', () => {
  it('hands out what the list shows, and stands in the log', async () => {
    const { parties, rows } = await lists()
    await rows({}, 30)
    const exported = await exportSentReferrals({ actor: parties.worker.actor, now }, queryOf())
    expect(exported).toHaveLength(30)
    const [event] = await world.admin`
      select data from case_event where kind = 'record-consulted' and agency_id = ${parties.sender.agencyId}`
    expect(event?.data).toEqual({ what: 'export' })
  })
})
