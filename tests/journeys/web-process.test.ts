import { once } from 'node:events'
import { type ClientRequest, request } from 'node:http'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPage } from '../support/browser/browser.ts'
import { type RunningPortal, runningPortal } from '../support/browser/running-portal.ts'

const FORM = 'application/x-www-form-urlencoded'

let portal: RunningPortal

beforeAll(async () => {
  portal = await runningPortal()
})

test('a fresh portal is alive, ready, and shows its sign-in page', async () => {
  expect(await (await fetch(`${portal.origin}/healthz`)).text()).toBe('alive')
  expect((await fetch(`${portal.origin}/readyz`)).status).toBe(200)
  const page = await openPage(portal.origin)
  await page.goto('/sign-in')
  expect(await page.title()).toContain('Sign in')
})

describe('a form that does not come from the portal is refused', () => {
  test.each([
    { headers: {}, why: 'no Origin' },
    { headers: { Origin: 'null' }, why: 'Origin null' },
    { headers: { Origin: 'https://localhost' }, why: 'another scheme' },
    { headers: { Origin: 'http://sub.localhost' }, why: 'a sub-domain' },
    { headers: { Origin: 'http://evil.test', 'X-Forwarded-Host': 'evil.test' }, why: 'a spoofed host' },
    { headers: { 'Sec-Fetch-Site': 'cross-site' }, why: 'the browser says so' },
  ] as { headers: Record<string, string>; why: string }[])('$why', async ({ headers }) => {
    const answer = await fetch(`${portal.origin}/sign-in`, { method: 'POST', headers, body: new URLSearchParams() })
    expect(answer.status).toBe(403)
    expect(await answer.text()).toContain('This form was not sent from the portal.')
  })
})

test('a static file of the build is cached for ever, compressed, and known again by its ETag', async () => {
  const page = await (await fetch(`${portal.origin}/sign-in`)).text()
  const script = /\/assets\/[\w.-]+\.js/.exec(page)?.[0] ?? ''
  const answer = await fetch(portal.origin + script, { headers: { 'Accept-Encoding': 'br' } })
  expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  const again = await fetch(portal.origin + script, { headers: { 'If-None-Match': answer.headers.get('etag') ?? '' } })
  expect([answer.status, again.status]).toEqual([200, 304])
})

describe('while the database is away', () => {
  let away: RunningPortal
  let admin: postgres.Sql
  const reachable = (connections: number) =>
    admin.unsafe(`alter database ${away.database.name} connection limit ${connections}`)

  beforeAll(async () => {
    away = await runningPortal()
    admin = postgres(away.database.adminUrl, { max: 1, onnotice: () => {} })
    await reachable(0)
    await admin`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`
  })
  afterAll(() => admin.end())

  test('a form is kept on the page without its secrets, and is taken once the database is back', async () => {
    const page = await openPage(away.origin, { javaScriptEnabled: false })
    await reachable(-1)
    await page.goto('/sign-in')
    await page.getByLabel('E-mail address').fill('priya@example.org')
    await page.getByLabel('Password').fill('not kept on any page')
    await reachable(0)
    await admin`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`
    const [answer] = await Promise.all([
      page.waitForResponse((each) => each.request().method() === 'POST'),
      page.getByRole('button', { name: 'Continue to the code' }).click(),
    ])
    expect([answer.status(), answer.headers()['retry-after']]).toEqual([503, '5'])
    expect(await page.title()).toContain('Try again in a moment')
    expect(await page.content()).not.toContain('not kept on any page')
    await reachable(-1)
    await page.getByRole('button', { name: 'Send again' }).click()
    expect(await page.getByLabel('E-mail address').inputValue()).toBe('priya@example.org')
  })
})

test('a draining portal takes nothing new, finishes what it has begun, and ends with 0', async () => {
  const draining = await runningPortal({}, portal.database)
  const ended = once(draining.process, 'exit')
  const body = 'email=nobody'
  const headers = { Origin: draining.origin, 'Content-Length': body.length, 'Content-Type': FORM }
  const begun = request(`${draining.origin}/sign-in`, { method: 'POST', headers })
  begun.write(body.slice(0, 3))
  await until(() => isOpen(draining.port, begun))
  draining.process.kill('SIGTERM')
  await until(async () => !(await fetch(`${draining.origin}/healthz`).catch(() => false)))
  begun.end(body.slice(3))
  const [answer] = await once(begun, 'response')
  expect(answer.statusCode).toBeLessThan(500)
  expect(answer.headers.connection).toBe('close')
  expect(await ended).toEqual([0, null])
})

async function until(holds: () => boolean | Promise<boolean>) {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 20))
}

function isOpen(port: number, sent: ClientRequest) {
  return sent.socket?.remotePort === port && !sent.socket.connecting && sent.socket.writableLength === 0
}
