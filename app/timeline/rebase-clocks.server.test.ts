import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { allocatedCase } from '../../tests/support/cases.ts'
import { openWorld } from '../../tests/support/world.ts'
import { rebaseClocksOf, rebaseEveryClock } from './rebase-clocks.server.ts'

const world = await openWorld()
const harthill = await world.agency({ name: 'Harthill Bridge Homes' })
const northgate = await world.agency()
const sam = await world.staff(harthill)
const noor = await world.staff(northgate)
const friday = new Date('2026-11-20T16:45:00Z')

async function dueOf(caseId: string) {
  const rows = await world.admin`select clause, to_char(due_at at time zone 'Europe/London', 'YYYY-MM-DD') as due,
    to_char(original_due_at at time zone 'Europe/London', 'YYYY-MM-DD') as original
    from clock where case_id = ${caseId} and clause = 'R3'`
  return rows[0]
}

it('a holiday proclaimed later moves the open deadlines of every agency, on the timeline, once', async () => {
  const { caseId } = await allocatedCase(sam, { now: friday })
  const other = await allocatedCase(noor, { now: friday })
  expect(await dueOf(caseId)).toMatchObject({ due: '2026-11-24' })
  expect(await rebaseEveryClock(friday)).toBe(0)

  await world.admin`insert into bank_holiday (holiday_on, name, added_by)
    values ('2026-11-24', 'Day of mourning', ${randomUUID()})`
  const [one, two] = await Promise.all([rebaseClocksOf(harthill.agencyId, friday), rebaseEveryClock(friday)])
  expect(one + two).toBe(2)
  expect(await dueOf(caseId)).toMatchObject({ due: '2026-11-25', original: '2026-11-24' })
  expect(await dueOf(other.caseId)).toMatchObject({ due: '2026-11-25' })
  const events =
    await world.admin`select data, actor_role from case_event where kind = 'clock-rebased' and case_id = ${caseId}`
  expect(events).toHaveLength(1)
  expect(events[0]).toMatchObject({ actor_role: 'system', data: { clause: 'R3', to: '2026-11-25T23:59:59.999Z' } })

  expect(await rebaseEveryClock(friday)).toBe(0)
  expect(await rebaseClocksOf(randomUUID(), friday)).toBe(0)
})
