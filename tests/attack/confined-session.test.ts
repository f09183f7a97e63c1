import { describe, expect, it } from 'vitest'
import type { LoadContext } from '../../app/access/load-context.ts'
import { PAGES } from '../../app/routes.ts'
import { signIn } from '../support/sign-in.ts'
import { openWorld } from '../support/world.ts'

interface RouteModule {
  loader?: (args: Asked) => unknown
  action?: (args: Asked) => unknown
}

interface Asked {
  request: Request
  params: Record<string, string>
  context: LoadContext
}

const ROUTES = import.meta.glob<RouteModule>('../../app/routes/**/*.tsx', { eager: true })
const ID = '7b0f6f2e-0d3f-4c55-9a52-2f7a0d4a1c11'

/** The pages that finish signing in, or leave; and those that anybody in the street may see. */
const FINISHES = ['/sign-in', '/sign-in/code', '/sign-in/recovery-code', '/sign-in/second-factor', '/sign-out']
const PUBLIC = ['*', '/', '/accessibility', '/calendar/:token', '/invitation/:token', '/sign-in/demo', '/standards']

// Else the pages of the demonstration would answer 404 to everybody, and prove nothing.
process.env.ACCORD_DEMO = '1'
const world = await openWorld()
const harthill = await world.agency()

function askedOf(pattern: string, Cookie: string, method: 'GET' | 'POST'): Asked {
  const params = Object.fromEntries([...pattern.matchAll(/:(\w+)/g)].map(([, param]) => [String(param), ID]))
  const path = pattern.replace(/:\w+/g, ID)
  const init = method === 'POST' ? { method, body: new URLSearchParams({ idempotencyKey: ID }) } : { method }
  const request = new Request(`http://localhost:3000${path}`, { ...init, headers: { Cookie } })
  const context = {
    memo: new Map(),
    readPosted: async () => null,
    nonce: '',
    clientAddress: '192.0.2.1',
    report: () => {},
  }
  return { request, params, context }
}

/** Where a request ends that should not get in. */
async function endOf(call: (args: Asked) => unknown, args: Asked): Promise<string> {
  const answer = await Promise.resolve()
    .then(() => call(args))
    .catch((thrown: unknown) => thrown)
  if (!(answer instanceof Response)) return 'let in'
  return answer.headers.get('Location') ?? String(answer.status)
}

const guarded = Object.entries(PAGES).filter(([pattern]) => ![...FINISHES, ...PUBLIC].includes(pattern))

describe('with a password alone, before the code', () => {
  it('there are pages to guard, and every exception is a page that exists', () => {
    expect(guarded.length).toBeGreaterThan(30)
    for (const pattern of [...FINISHES, ...PUBLIC]) expect(Object.keys(PAGES)).toContain(pattern)
  })

  it.each(['case_worker', 'manager', 'administrator'] as const)(
    'a %s reaches no other page, by no method',
    async (role) => {
      const cookie = await signIn(await world.staff(harthill, role), { confined: true })
      await expectTurnedAway(cookie, /^(401|\/sign-in\/code(\?.*)?)$/)
    },
  )
})

it('without any session every guarded page leads to the sign-in page', async () => {
  await expectTurnedAway('', /^(401|\/sign-in(\?.*)?)$/)
})

/** An address that only takes forms may send whoever reads it on to another guarded page. */
async function expectTurnedAway(cookie: string, door: RegExp) {
  for (const [pattern, file] of guarded) {
    const { loader, action } = ROUTES[`../../app/${file}`] as RouteModule
    if (loader)
      expect(await endOf(loader, askedOf(pattern, cookie, 'GET')), pattern).toMatch(action ? /^(401|\/)/ : door)
    if (action) expect(await endOf(action, askedOf(pattern, cookie, 'POST')), pattern).toMatch(door)
  }
}
