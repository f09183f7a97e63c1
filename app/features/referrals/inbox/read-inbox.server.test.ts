import { describe, expect, it } from 'vitest'
import { referralRow, referralRows } from '../../../../tests/support/referral-rows.ts'
import { partners } from '../../../../tests/support/referrals.ts'
import { MONDAY_MORNING as now, openWorld } from '../../../../tests/support/world.ts'
import { INBOX, type InboxQuery } from './inbox-query.ts'
import { exportInbox, readInbox } from './read-inbox.server.ts'

const world = await openWorld()

async function parties() {
  const made = await partners(world)
  return { ...made, from: made.sender, to: made.recipient, reading: { actor: made.recipientWorker.actor, now } }
}

function queryOf(address = ''): InboxQuery {
  return INBOX.read(new URLSearchParams(address))
}

const day = (on: string) => new Date(`${on}T23:59:59.999Z`)

describe('readInbox', () => {
  it('puts the soonest answer first, and the riskiest first among those due at the same instant', async () => {
    const { from, to, reading } = await parties()
    const later = await referralRow(world, { from, to, state: 'sent', dueAt: day('2026-11-25'), urgency: 0 })
    const standard = await referralRow(world, { from, to, state: 'received', dueAt: day('2026-11-24'), urgency: 3 })
    const high = await referralRow(world, { from, to, state: 'expired', dueAt: day('2026-11-24'), urgency: 0 })
    const { rows } = await readInbox(reading, queryOf())
    expect(rows.map((row) => row.referralId)).toEqual([high, standard, later])
  })

  it('puts violence or its threat before everything else, on every page, with the safe hours', async () => {
    const { from, to, reading } = await parties()
    await referralRows(world, { from, to, state: 'sent', dueAt: day('2026-11-20'), urgency: 0 }, 26)
    const given = { from, to, state: 'sent', dueAt: day('2026-11-27'), urgency: 3 } as const
    const threat = await referralRow(world, { ...given, serious: true, packaged: true })
    const first = await readInbox(reading, queryOf())
    expect(first.rows[0]).toMatchObject({ referralId: threat, serious: true, safeTimes: 'Weekdays 10 to 12' })
    const second = await readInbox(reading, queryOf(`after=${encodeURIComponent(first.next ?? '')}`))
    expect([...first.rows, ...second.rows].map(({ referralId }) => referralId).lastIndexOf(threat)).toBe(0)
    expect(second.rows).toHaveLength(2)
  })

  it('tells risk, needs, safe times, from whom and by when, before anybody opens it', async () => {
    const { from, to, reading } = await parties()
    await referralRow(world, { from, to, state: 'sent', dueAt: day('2026-11-25'), packaged: true })
    const { rows, total } = await readInbox(reading, queryOf())
    expect(total).toBe(1)
    expect(rows[0]).toMatchObject({
      risk: 'medium',
      needs: ['BSL'],
      safeTimes: 'Weekdays 10 to 12',
      fromName: 'Harthill Bridge Homes',
      dueAt: '2026-11-25T23:59:59.999000Z',
      clientName: 'Client 0',
    })
  })

  it('walks through every row once, forwards and back, although all are due at the same instant', async () => {
    const { from, to, reading } = await parties()
    const made = await referralRows(world, { from, to, state: 'sent', dueAt: day('2026-11-24') }, 60)
    const forwards: string[][] = []
    let address = '/inbox'
    let previous: string | null = null
    for (let page = 1; page <= 3; page += 1) {
      const query = INBOX.read(new URL(address, 'http://x').searchParams)
      const read = await readInbox(reading, query)
      expect(read.total).toBe(60)
      forwards.push(read.rows.map((row) => row.referralId))
      previous = read.previous
      if (read.next) address = `/inbox?after=${encodeURIComponent(read.next)}&page=${page + 1}`
      else expect(page).toBe(3)
    }
    expect(forwards.map((rows) => rows.length)).toEqual([25, 25, 10])
    expect(forwards.flat()).toEqual(made.toSorted())
    const back = await readInbox(reading, queryOf(`before=${encodeURIComponent(previous ?? '')}&page=2`))
    expect(back.rows.map((row) => row.referralId)).toEqual(forwards[1])
    const first = await readInbox(reading, queryOf(`before=${encodeURIComponent(back.previous ?? '')}`))
    expect(first.rows.map((row) => row.referralId)).toEqual(forwards[0])
    expect(first.previous).toBeNull()
  })

  it('shows the finished with the latest first, and nothing of the client once the package is no longer shown', async () => {
    const { from, to, reading } = await parties()
    const old = await referralRow(world, { from, to, state: 'closed', dueAt: day('2026-11-01'), packaged: true })
    const declined = await referralRow(world, { from, to, state: 'declined', dueAt: day('2026-11-05'), packaged: true })
    const { rows } = await readInbox(reading, queryOf('lane=finished'))
    expect(rows.map((row) => [row.referralId, row.clientName])).toEqual([
      [declined, null],
      [old, 'Client 0'],
    ])
  })

  it('stops counting, so that a full inbox is as quick as an empty one', async () => {
    const { from, to, reading } = await parties()
    await referralRows(world, { from, to, state: 'sent' }, 1100)
    expect((await readInbox(reading, queryOf())).total).toBe(1001)
  })

  it.each([
    { address: 'lane=in_hand&mine=yes', expected: ['mine'] },
    { address: 'overdue=yes', expected: ['late'] },
    { address: 'high=yes', expected: ['high'] },
    { address: 'state=received', expected: ['high'] },
    { address: 'lane=nonsense&state=nonsense&after=nonsense', expected: ['late', 'high'] },
    { address: 'after=2026-13-45T99%3A00%3A00.000000Z_1_x', expected: ['late', 'high'] },
  ])('filters by the address: $address', async ({ address, expected }) => {
    const { from, to, reading, recipientWorker } = await parties()
    const { staffId } = recipientWorker.actor
    const made = {
      late: await referralRow(world, { from, to, state: 'sent', dueAt: day('2026-11-20') }),
      high: await referralRow(world, { from, to, state: 'received', dueAt: day('2026-11-24'), urgency: 0 }),
      mine: await referralRow(world, {
        from,
        to,
        state: 'accepted',
        dueAt: day('2026-11-25'),
        recipientWorkerId: staffId,
      }),
      theirs: await referralRow(world, { from, to, state: 'accepted', dueAt: day('2026-11-25') }),
    }
    const { rows, total } = await readInbox(reading, queryOf(address))
    const names = rows.map((row) => Object.entries(made).find(([, id]) => id === row.referralId)?.[0])
    expect([names, total]).toEqual([expected, expected.length])
  })

  it('shows a manager the referrals of the case worker they choose, and lets nobody else choose', async () => {
    const { from, to, reading, recipientWorker } = await parties()
    const { staffId } = recipientWorker.actor
    const given = { from, to, state: 'accepted', dueAt: day('2026-11-25') } as const
    const theirs = await referralRow(world, { ...given, recipientWorkerId: staffId })
    await referralRow(world, given)
    const manager = await world.staff(to, 'manager')
    const seen = await readInbox({ ...reading, actor: manager.actor }, queryOf(`lane=in_hand&worker=${staffId}`))
    expect(seen.rows.map((row) => row.referralId)).toEqual([theirs])
    expect(seen.workers.map((worker) => worker.staffId)).toEqual(
      expect.arrayContaining([staffId, manager.actor.staffId]),
    )
    expect((await readInbox(reading, queryOf('lane=in_hand'))).workers).toEqual([])
  })

  it('holds neither what was never sent nor what went to somebody else', async () => {
    const { from, to, reading, worker } = await parties()
    const third = await world.agency()
    await referralRow(world, { from, to, state: 'decided' })
    await referralRow(world, { from, to, state: 'stopped_consent_withdrawn', sentAt: null })
    await referralRow(world, { from, to: third, state: 'sent' })
    for (const lane of ['to_answer', 'in_hand', 'finished'])
      expect((await readInbox(reading, queryOf(`lane=${lane}`))).rows).toEqual([])
    expect((await readInbox({ actor: worker.actor, now }, queryOf())).rows).toEqual([])
  })
})

describe('exportInbox', () => {
  it('takes the whole list out and writes that into the log', async () => {
    const { from, to, reading } = await parties()
    await referralRows(world, { from, to, state: 'sent' }, 30)
    expect(await exportInbox(reading, queryOf())).toHaveLength(30)
    const events = await world.admin`select data from case_event where agency_id = ${to.agencyId}`
    expect(events).toMatchObject([{ data: { what: 'export' } }])
  })
})

describe('the address of the inbox', () => {
  it('keeps the filters, and begins at the first page when one changes', () => {
    const query = queryOf('lane=in_hand&mine=yes&state=accepted&page=4&after=2026-11-24T10:00:00.000000Z_1_' + 'x')
    expect(INBOX.href(query)).toBe('/inbox?lane=in_hand&state=accepted&mine=yes')
    expect(INBOX.href(query, { mine: false })).toBe('/inbox?lane=in_hand&state=accepted')
    expect(INBOX.href(queryOf())).toBe('/inbox')
  })
})
