import { expect, test } from 'vitest'
import { runningPortal } from '../support/browser/running-portal.ts'
import { visitor } from '../support/browser/visitor.ts'
import { openWorld } from '../support/world.ts'

const world = await openWorld()

test('the log tells that a statement failed, and nothing of what was typed', async () => {
  const portal = await runningPortal({}, world.database)
  const worker = await visitor(portal.origin, await world.staff(await world.agency()))
  const searched = async () => {
    const sent = await worker.ask('/search', { method: 'POST', body: new URLSearchParams({ search: 'Zephyrine' }) })
    return worker.ask(String(sent.headers.get('location')))
  }
  expect((await searched()).status).toBe(200)
  await world.admin`alter table client_search_key rename to client_elsewhere`
  try {
    expect((await searched()).status).toBe(500)
  } finally {
    await world.admin`alter table client_elsewhere rename to client_search_key`
  }
  await worker.ask('/today', { method: 'POST', body: new URLSearchParams({ search: 'Zephyrine' }) })
  expect(portal.output()).toContain('a request failed')
  expect(portal.output()).toContain('42P01')
  expect(portal.output().toLowerCase()).not.toContain('zephyrine')
  // A request that is the asker's fault is no line in the log.
  expect(portal.output().match(/a request failed/g)).toHaveLength(1)
}, 300_000)
