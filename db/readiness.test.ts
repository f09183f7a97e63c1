import { expect, test } from 'vitest'
import { testDatabase } from '../tests/support/test-database.ts'
import { contextKey } from './derived-secrets.ts'
import { readReadiness, requireReadyToServe } from './readiness.ts'

const database = await testDatabase()
const now = () => Date.now()
const needs = {
  appUrl: database.appUrl,
  mapUrl: database.mapUrl,
  workerUrl: database.workerUrl,
  contextKey: contextKey(database.secret),
  now,
}
const wrongPassword = (url: string) => url.replace(/:[\w-]+@/, ':wrong@')

test.each([
  { why: 'all is well', given: {}, state: 'ready', says: 'ready' },
  { why: 'half a minute is no harm', given: { now: () => Date.now() + 30_000 }, state: 'ready', says: 'ready' },
  {
    why: 'the clock of the web server is fast',
    given: { now: () => Date.now() + 90_000 },
    state: 'clock-wrong',
    says: "The clock of this web server is 90 s ahead of the database's",
  },
  {
    why: 'the clock of the web server is slow',
    given: { now: () => Date.now() - 90_000 },
    state: 'clock-wrong',
    says: "The clock of this web server is 90 s behind the database's",
  },
  {
    why: 'the secret is another',
    given: { contextKey: contextKey('quite another secret of 32 characters') },
    state: 'secret-wrong',
    says: 'ACCORD_SECRET is not the one',
  },
  {
    why: 'the password of the login is another',
    given: { appUrl: wrongPassword(database.appUrl) },
    state: 'database-away',
    says: 'refuses the password of "portal_app"',
  },
  {
    why: 'the map cannot be read',
    given: { mapUrl: wrongPassword(database.mapUrl) },
    state: 'database-away',
    says: 'refuses the password',
  },
])('readiness when $why: $state', async ({ given, state, says }) => {
  const read = await readReadiness({ ...needs, ...given })
  expect(read.state).toBe(state)
  expect(read.sentence).toContain(says)
})

test.each([
  { given: { appUrl: database.adminUrl }, says: 'APP_DATABASE_URL must name the login portal_app' },
  { given: { workerUrl: database.appUrl }, says: 'WORKER_DATABASE_URL must name the login portal_worker' },
  { given: { mapUrl: database.appUrl }, says: 'MAP_DATABASE_URL must name the login portal_map' },
  { given: { workerUrl: wrongPassword(database.workerUrl) }, says: 'refuses the password of "portal_worker"' },
])('serving does not begin as another login: $says', async ({ given, says }) => {
  await expect(requireReadyToServe({ ...needs, ...given }, undefined)).rejects.toThrow(says)
})

test('serving does not begin with a clock that every page would fail by', async () => {
  const fast = { ...needs, now: () => Date.now() + 90_000 }
  await expect(requireReadyToServe(fast, database.adminUrl)).rejects.toThrow('90 s ahead')
  await expect(requireReadyToServe(needs, database.adminUrl)).resolves.toBeUndefined()
})
