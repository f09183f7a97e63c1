import { describe, expect, it, test } from 'vitest'
import { signIn } from '../../tests/support/sign-in.ts'
import { openWorld } from '../../tests/support/world.ts'
import { permissionsOf } from './ability.ts'
import { openKeptForm } from './kept-form.server.ts'
import { endSession, findSignedIn, requireActor, type SignedOut } from './session.server.ts'

const world = await openWorld()
const harthill = await world.agency({ name: 'Harthill Bridge Homes' })
const sam = await world.staff(harthill, 'case_worker', 'Sam')

function visit(cookie: string, path = '/today', init: RequestInit = {}) {
  const request = new Request(`http://localhost:3000${path}`, { ...init, headers: { Cookie: cookie } })
  return {
    request,
    context: { memo: new Map(), readPosted: async () => null, nonce: '', clientAddress: '192.0.2.1', report: () => {} },
  }
}

function posted(cookie: string, fields: [string, string][], path = '/reports/new?step=2') {
  return visit(cookie, path, { method: 'POST', body: new URLSearchParams(fields) })
}

async function thrown(asked: ReturnType<typeof visit>) {
  return requireActor(asked).then(
    () => Promise.reject(new Error('let in')),
    (answer: unknown) => answer as Response & { data: SignedOut; init: ResponseInit },
  )
}

async function end(cookie: string, which: 'idle' | 'absolute' = 'idle') {
  const found = await findSignedIn(visit(cookie))
  const column = which === 'idle' ? 'idle_expires_at' : 'absolute_expires_at'
  await world.admin`update session set ${world.admin(column)} = now() - interval '1 second'
    where staff_id = ${found?.actor.staffId ?? ''}`
}

describe('a session', () => {
  it('names its person, and the database tells the time', async () => {
    const found = await findSignedIn(visit(await signIn(sam)))
    expect(found).toMatchObject({ actor: sam.actor, name: 'Sam', agencyName: 'Harthill Bridge Homes', confined: false })
    expect(found?.now).toBeInstanceOf(Date)
    expect(Math.abs(Number(found?.now) - Date.now())).toBeLessThan(60_000)
  })

  it('has one ability for all loaders of a request, and another for the next', async () => {
    const cookie = await signIn(sam)
    const [request, next] = [visit(cookie), visit(cookie)]
    const actors = [await requireActor(request), await findSignedIn(request), await requireActor(next)]
    const [one, other, later] = actors.map((found) => found && permissionsOf(found.actor))
    expect(one).toBe(other)
    expect(later).not.toBe(one)
  })

  it('lasts 15 minutes unless used, and 8 hours whatever happens', async () => {
    const found = await findSignedIn(visit(await signIn(sam)))
    const left = (at: Date | undefined) => Math.round((Number(at) - Number(found?.now)) / 60_000)
    expect(left(found?.idleExpiresAt)).toBe(15)
    expect(left(found?.absoluteExpiresAt)).toBe(480)
  })

  it('counts the 15 minutes from the last use, not from a use long before', async () => {
    const pat = await world.staff(harthill)
    const cookie = await signIn(pat)
    await world.admin`update session set idle_expires_at = now() + interval '10 minutes'
      where staff_id = ${pat.actor.staffId}`
    await findSignedIn(visit(cookie))
    const [row] = await world.admin`select idle_expires_at > now() + interval '14 minutes' as moved from session
      where staff_id = ${pat.actor.staffId}`
    expect(row?.moved).toBe(true)
  })

  it.each(['idle', 'absolute'] as const)('is over after its %s limit', async (which) => {
    const pat = await world.staff(harthill)
    const cookie = await signIn(pat)
    await end(cookie, which)
    expect(await findSignedIn(visit(cookie))).toBeNull()
  })

  it('keeps no secret that would sign in from the database', async () => {
    const cookie = await signIn(sam)
    const secret = cookie.split('=')[1] ?? ''
    const rows = await world.admin`select 1 from session where id_hash = ${secret}`
    expect(secret.length).toBeGreaterThanOrEqual(32)
    expect(rows).toHaveLength(0)
  })

  it('is refused to fifty requests at once after signing out', async () => {
    const cookie = await signIn(sam)
    const found = await findSignedIn(visit(cookie))
    if (!found) throw new Error('no session')
    await endSession(found)
    const answers = await Promise.all(Array.from({ length: 50 }, () => findSignedIn(visit(cookie))))
    expect(answers.every((answer) => answer === null)).toBe(true)
  })

  it('of somebody disabled is refused at the next request', async () => {
    const pat = await world.staff(harthill)
    const cookie = await signIn(pat)
    await world.admin`update staff set active = false where staff_id = ${pat.actor.staffId}`
    expect(await findSignedIn(visit(cookie))).toBeNull()
  })

  it.each([
    { change: 'role', set: { role: 'manager' } },
    { change: 'address', set: { email_key: 'other@example.org' } },
  ])('ends when the person’s $change changes, and another person’s does not', async ({ set }) => {
    const pat = await world.staff(harthill)
    const cookies = [await signIn(pat), await signIn(sam)]
    await world.admin`update staff set ${world.admin(set)} where staff_id = ${pat.actor.staffId}`
    expect(await findSignedIn(visit(cookies[0] ?? ''))).toBeNull()
    expect(await findSignedIn(visit(cookies[1] ?? ''))).not.toBeNull()
  })

  it('with a made-up secret is nobody', async () => {
    for (const cookie of ['', 'accord=', 'accord=guess', `accord=${'a'.repeat(4000)}`])
      expect(await findSignedIn(visit(cookie))).toBeNull()
  })
})

describe('who may open a page', () => {
  it('leads to the sign-in page and back', async () => {
    const answer = await thrown(visit('', '/cases?page=2'))
    expect(answer.status).toBe(302)
    expect(answer.headers.get('Location')).toBe('/sign-in?to=%2Fcases%3Fpage%3D2')
  })

  it('leads a half-signed-in person to the second factor', async () => {
    const answer = await thrown(visit(await signIn(sam, { confined: true })))
    expect(answer.headers.get('Location')).toBe('/sign-in/code')
  })

  it('allows so many changes a minute and no more', async () => {
    const pat = await world.staff(harthill)
    const cookie = await signIn(pat)
    const answers = await Promise.all(
      Array.from({ length: 130 }, () =>
        requireActor(posted(cookie, [])).then(
          () => 200,
          ({ status }) => status,
        ),
      ),
    )
    expect(answers.filter((status) => status === 200)).toHaveLength(120)
    expect(answers.filter((status) => status === 429)).toHaveLength(10)
  })
})

describe('a form that comes just after the session ended', () => {
  const fields: [string, string][] = [
    ['idempotencyKey', '6f1c8f0e-7a43-4b0e-9d1c-1a2b3c4d5e6f'],
    ['account', 'They shouted at Amara in the hall'],
    ['strands', 'race'],
    ['strands', 'religion'],
    ['newPassword', 'do not keep me'],
  ]

  test('is handed back sealed, and opens for its writer alone, for half an hour, without passwords', async () => {
    const cookie = await signIn(sam)
    await end(cookie)
    const answer = await thrown(posted(cookie, fields))
    expect(answer.init.status).toBe(401)
    const { kept } = answer.data
    expect(kept).not.toContain('Amara')
    const now = new Date()
    expect(openKeptForm(kept, sam.actor.staffId, now)).toEqual({
      path: '/reports/new?step=2',
      fields: fields.slice(0, 4),
    })
    const other = await world.staff(harthill)
    expect(openKeptForm(kept, other.actor.staffId, now)).toBeNull()
    expect(openKeptForm(kept, sam.actor.staffId, new Date(now.getTime() + 31 * 60_000))).toBeNull()
    expect(openKeptForm(`${kept.slice(0, -2)}AA`, sam.actor.staffId, now)).toBeNull()
  })

  test('is not kept for somebody who never was signed in', async () => {
    expect((await thrown(posted('accord=guess', fields))).headers.get('Location')).toBe('/sign-in')
  })
})
