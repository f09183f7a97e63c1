import { expect, test } from 'vitest'
import { signIn } from '../../tests/support/sign-in.ts'
import { openWorld } from '../../tests/support/world.ts'
import { findSignedIn } from './session.server.ts'

const world = await openWorld()
const harthill = await world.agency({ name: 'Harthill Bridge Homes' })
const sam = await world.staff(harthill, 'case_worker', 'Sam')

function visit(cookie: string, path = '/today', init: RequestInit = {}) {
  const request = new Request(`http://localhost:3000${path}`, { ...init, headers: { Cookie: cookie } })
  return { request, context: { memo: new Map(), nonce: '', clientAddress: '192.0.2.1' } }
}

test('a session names its person, and the database tells the time', async () => {
  const found = await findSignedIn(visit(await signIn(sam)))
  expect(found).toMatchObject({ actor: sam.actor, name: 'Sam', agencyName: 'Harthill Bridge Homes', confined: false })
  expect(found?.now).toBeInstanceOf(Date)
  expect(Math.abs(Number(found?.now) - Date.now())).toBeLessThan(60_000)
})
