import { once } from 'node:events'
import { type ClientRequest, request } from 'node:http'
import { beforeAll, describe, expect, test } from 'vitest'
import { openPage } from '../support/browser.ts'
import { type RunningPortal, runningPortal } from '../support/running-portal.ts'

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
