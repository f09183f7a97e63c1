import { expect, it } from 'vitest'
import { MONDAY_MORNING, openWorld } from '../../../../tests/support/world.ts'
import { recordSearch } from './record-search.server.ts'

const world = await openWorld()

it('a search is an event of the log, without what was typed', async () => {
  const { actor } = await world.staff(await world.agency())
  await recordSearch({ actor, now: MONDAY_MORNING })
  const events = await world.admin`select kind, actor_id, data from case_event where agency_id = ${actor.agencyId}`
  expect([...events]).toEqual([{ kind: 'record-consulted', actor_id: actor.staffId, data: { what: 'search' } }])
})
