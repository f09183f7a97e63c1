import { randomUUID } from 'node:crypto'
import { request } from 'node:http'
import { beforeAll, describe, expect, test } from 'vitest'
import { filledIn } from '../support/browser/page-forms.ts'
import { runningPortal } from '../support/browser/running-portal.ts'
import { type Answer, type Asked, inParallel } from '../support/browser/visitor.ts'
import { openWholePortal, SIGNED_IN, type WholePortal } from '../support/browser/whole-portal.ts'
import { headerFaults } from '../support/header-faults.ts'
import { collectForms, type KnownForm } from '../support/known-forms.ts'
import { digestOf } from '../support/sayings.ts'

let portal: WholePortal
let forms: KnownForm[]

beforeAll(async () => {
  portal = await openWholePortal()
  forms = (await collectForms(portal)).forms
}, 240_000)

function send(form: KnownForm, args: Asked, suffix = '') {
  const body = filledIn(form)
  if (body.has('idempotencyKey')) body.set('idempotencyKey', randomUUID())
  const [path, query] = form.address.split('?', 2)
  const address = `${path}${suffix}${query ? `?${query}` : ''}`
  return portal.visitors[form.visitor].ask(address, { ...args, method: 'POST', body })
}

describe('a form sent from anywhere else, by somebody who is signed in', () => {
  const elsewhere = (): { name: string; asked: Asked }[] => {
    const { origin, port } = portal.portal
    return [
      { name: 'no Origin', asked: { from: null } },
      { name: 'no Origin beside a claimed site', asked: { from: null, headers: { 'Sec-Fetch-Site': 'same-origin' } } },
      { name: 'Origin null', asked: { from: 'null' } },
      { name: 'another scheme', asked: { from: `https://localhost:${port}` } },
      { name: 'another port', asked: { from: `http://localhost:${port + 1}` } },
      { name: 'a sub-domain', asked: { from: `http://evil.localhost:${port}` } },
      { name: 'our name as a prefix', asked: { from: `${origin}.evil.test` } },
      { name: 'no address at all', asked: { from: 'not a url' } },
      {
        name: 'a spoofed X-Forwarded-Host that agrees',
        asked: { from: 'http://evil.test', headers: { 'X-Forwarded-Host': 'evil.test', 'X-Forwarded-Proto': 'http' } },
      },
      { name: 'the browser says cross-site', asked: { headers: { 'Sec-Fetch-Site': 'cross-site' } } },
      { name: 'the browser says same-site', asked: { headers: { 'Sec-Fetch-Site': 'same-site' } } },
    ]
  }

  test('is refused with 403 by every action, and nothing is written', async () => {
    const before = await digestOf(portal.world.admin)
    const tries = forms.flatMap((form) =>
      elsewhere().flatMap((one) => ['', '.data'].map((suffix) => ({ form, suffix, ...one }))),
    )
    const answers = await inParallel(tries, async ({ form, suffix, name, asked }) => {
      const { status, headers } = await send(form, asked, suffix)
      return status === 403 && !headers.has('set-cookie') ? [] : [`${form.routeId}${suffix}, ${name}: ${status}`]
    })
    expect(answers.flat()).toEqual([])
    expect(await digestOf(portal.world.admin)).toEqual(before)
    const actions = portal.routes.filter(({ hasAction }) => hasAction).map(({ id }) => id)
    expect(actions.filter((id) => !forms.some(({ routeId }) => routeId === id))).toEqual([])
  }, 300_000)

  test('has signed nobody out', async () => {
    expect((await portal.visitors.worker.ask('/today')).status).toBe(200)
  })

  test('would have been done from here: the same form with our own Origin writes', async () => {
    const before = await digestOf(portal.world.admin)
    const form = forms.find(({ routeId }) => routeId === 'routes/inbox/notes') as KnownForm
    expect((await send(form, {})).status).toBe(303)
    expect(await digestOf(portal.world.admin)).not.toEqual(before)
  })

  test.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'])('%s is never done', async (method) => {
    for (const headers of [{}, { Origin: portal.portal.origin }] as Record<string, string>[])
      expect([403, 405]).toContain(await statusOf(method, '/sign-out', headers))
  })
})

describe('a word that every object of JavaScript knows', () => {
  const WORDS = ['__proto__', 'constructor', 'toString', 'hasOwnProperty']
  const ASKED = 'done due for lane left list queue said show state strand to page before after'.split(' ')

  test.each(WORDS)(
    '%s in an address is no word of ours, and breaks no page',
    async (word) => {
      const query = new URLSearchParams(ASKED.map((name) => [name, word])).toString()
      const looks = SIGNED_IN.flatMap((name) =>
        portal.routes.flatMap((route) => {
          const [path] = (portal.ownAddresses(route)[0] ?? '').split('?', 1)
          return path ? [{ name, path }] : []
        }),
      )
      const broken = await inParallel(looks, async ({ name, path }) => {
        const { status, body } = await portal.visitors[name].ask(`${path}?${query}`)
        return status >= 500 || body.includes('native code') || body.includes('undefined')
          ? [`${name} ${path}: ${status}`]
          : []
      })
      expect(broken.flat()).toEqual([])
      expect(looks.length).toBeGreaterThan(300)
    },
    300_000,
  )
})

/** With node:http, which sends what fetch refuses to. */
function statusOf(method: string, path: string, headers: Record<string, string>) {
  return new Promise<number>((resolve, reject) => {
    const sent = request(portal.portal.origin + path, { method, headers }, (answer) => {
      answer.resume()
      resolve(answer.statusCode ?? 0)
    })
    sent.once('error', reject).end()
  })
}

describe('the headers of every answer', () => {
  test('of every route, as page and as data, to those inside and outside', async () => {
    const looks = (['worker', 'manager', 'nobody'] as const).flatMap((visitor) =>
      portal.routes.flatMap((route) =>
        portal
          .ownAddresses(route)
          .slice(0, 2)
          .flatMap((address) => {
            const [path, query] = address.split('?', 2)
            return ['', '.data'].map((suffix) => ({ visitor, address: `${path}${suffix}${query ? `?${query}` : ''}` }))
          }),
      ),
    )
    const faults = await inParallel(looks, async ({ visitor, address }) =>
      headerFaults(address, await portal.visitors[visitor].ask(address)),
    )
    expect(faults.flat()).toEqual([])
    expect(looks.length).toBeGreaterThan(400)
  }, 300_000)

  test('of refusals, errors, redirects, files and health', async () => {
    const { nobody, worker } = portal.visitors
    const page = await nobody.ask('/sign-in')
    const files = [
      ...new Set(
        [...page.body.matchAll(/(?:src|href)="(\/[\w./-]+\.(?:js|css|svg|ico|png|webmanifest))"/g)].map(([, file]) =>
          String(file),
        ),
      ),
    ]
    const asked: [string, Promise<Answer>][] = [
      ['a form from elsewhere', nobody.ask('/sign-in', { method: 'POST', from: 'http://evil.test' })],
      ['an unreadable form', nobody.ask('/sign-in', { method: 'POST', body: 'a=%00' })],
      [
        'no form',
        nobody.ask('/sign-in', { method: 'POST', body: '{}', headers: { 'Content-Type': 'application/json' } }),
      ],
      ['too large', nobody.ask('/sign-in', { method: 'POST', body: 'a'.repeat(1_100_000) })],
      ['too many fields', nobody.ask('/sign-in', { method: 'POST', body: 'a=&'.repeat(20_000) })],
      ['data that is too large', nobody.ask('/sign-in.data', { method: 'POST', body: 'a'.repeat(1_100_000) })],
      ['data at an unreadable address', nobody.ask('/cases/%00.data')],
      ['an unreadable address', nobody.ask('/cases/%E0%A4%A')],
      ['an address with a NUL', nobody.ask('/cases/%00')],
      ['no such page', worker.ask('/no-such-page')],
      ['no such id', worker.ask(`/cases/${randomUUID()}`)],
      ['a malformed id', worker.ask('/cases/1')],
      ['no such file', nobody.ask('/assets/no-such-file.js')],
      ['/healthz', nobody.ask('/healthz')],
      ['/readyz', nobody.ask('/readyz')],
      ...files.map((file): [string, Promise<Answer>] => [`${file}, a file`, nobody.ask(file)]),
    ]
    const faults = await Promise.all(
      asked.map(async ([name, answer]) => headerFaults(name, await answer, name.endsWith('a file'))),
    )
    expect(faults.flat()).toEqual([])
    expect(files.length).toBeGreaterThan(2)
  })

  test('of a download: saved under a name of ours, never shown in the portal', async () => {
    for (const address of ['/cases/export', '/inbox/export', '/sent/export']) {
      const { status, headers } = await portal.visitors.worker.ask(address)
      expect(status).toBe(200)
      expect(headers.get('content-disposition')).toMatch(/^attachment; filename="[\w-]+\.csv"$/)
      expect(headers.get('content-type')).toBe('text/csv; charset=utf-8')
    }
  })

  test('over https: for two years only https, and a cookie that no sub-domain can set', async () => {
    const secure = await runningPortal({ ORIGIN: 'https://accord.example.org' }, portal.world.database)
    const answer = await fetch(`${secure.origin}/sign-out`, {
      method: 'POST',
      redirect: 'manual',
      headers: { Origin: 'https://accord.example.org' },
    })
    expect(answer.headers.get('strict-transport-security')).toBe('max-age=63072000; includeSubDomains')
    expect(answer.headers.get('set-cookie')).toMatch(
      /^__Host-accord=;.*(?=.*HttpOnly)(?=.*Secure)(?=.*SameSite=Lax)(?=.*Path=\/)/,
    )
    const spoofed = await fetch(`${secure.origin}/sign-out`, {
      method: 'POST',
      headers: { Origin: 'http://accord.example.org' },
    })
    expect(spoofed.status).toBe(403)
  })
})
