import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Garbling, garbledBody, garbling } from '../support/garbage.ts'
import { collectForms, type KnownForm } from '../support/known-forms.ts'
import { filledIn } from '../support/page-forms.ts'
import { type Answer, type Asked, inParallel } from '../support/visitor.ts'
import { openWholePortal, SIGNED_IN, type WholePortal } from '../support/whole-portal.ts'

const REQUESTS = 5_000
const SEED = 20_261_123

/** What would tell somebody outside how the portal is made. */
const INSIDES =
  /\n\s+at .+:\d+:\d+|node_modules|PostgresError|DrizzleQueryError|Failed query|duplicate key value|at async /

let portal: WholePortal
let forms: KnownForm[]

beforeAll(async () => {
  portal = await openWholePortal()
  forms = (await collectForms(portal)).forms.filter(keepsItsSession)
}, 240_000)

/** Whoever signs out, or in as somebody else, would leave the rest of their requests to nobody. */
function keepsItsSession({ routeId, visitor }: KnownForm) {
  if (/sign-out/.test(routeId)) return false
  return !/sign-in|invitation/.test(routeId) || !(SIGNED_IN as readonly string[]).includes(visitor)
}

function requestOf(form: KnownForm, garbled: Garbling): { address: string; asked: Asked } {
  const answers = filledIn(form)
  if (garbled.key === 'fresh') answers.set('idempotencyKey', randomUUID())
  else if (garbled.key === 'none') answers.delete('idempotencyKey')
  else answers.set('idempotencyKey', 'wrong')
  const body = garbledBody(answers, garbled)
  const [path = '', query] = form.address.split('?', 2)
  const rest = query ? `?${query}` : ''
  const type = (name: string) => ({ 'Content-Type': name })
  switch (garbled.way) {
    case 'form':
      return {
        address: path + rest,
        asked: { method: 'POST', body, headers: type('application/x-www-form-urlencoded') },
      }
    case 'data':
      return {
        address: `${path}.data${rest}`,
        asked: { method: 'POST', body, headers: type('application/x-www-form-urlencoded') },
      }
    case 'multipart':
      return { address: `${path}.data${rest}`, asked: { method: 'POST', body: partsOf(body) } }
    case 'address':
      return { address: garbledPath(path, garbled), asked: {} }
    case 'query':
      return { address: `${path}.data?${body.slice(0, 4_000).replaceAll('#', '')}`, asked: {} }
    case 'other type':
      return { address: path, asked: { method: 'POST', body, headers: type('multipart/form-data; boundary=nothing') } }
  }
}

function partsOf(body: string): FormData {
  const parts = new FormData()
  for (const [name, text] of new URLSearchParams(body)) parts.append(name, text)
  parts.append('file', new Blob(['x']), 'x.svg')
  return parts
}

/** The ids in a path, or its last word, made into something else. */
function garbledPath(path: string, { fields }: Garbling): string {
  const text = (fields[0]?.change.text ?? 'x').slice(0, 2_000).replaceAll(/[?#/]/g, '')
  const ids = /[0-9a-f]{8}-[0-9a-f-]{27}/g
  return ids.test(path) ? path.replaceAll(ids, text) : `${path}/${text}`
}

function faultsOf(name: string, { status, headers, body }: Answer): string[] {
  const location = headers.get('location') ?? headers.get('x-remix-redirect') ?? ''
  return [
    ...(status >= 500 ? [`${name}: ${status}`] : []),
    ...(INSIDES.test(body) ? [`${name}: tells its insides`] : []),
    ...(location && !/^\/(?![/\\])/.test(location) ? [`${name}: leads to ${location}`] : []),
  ]
}

describe('garbage', () => {
  test(`${REQUESTS} garbled requests over every form: no answer of 500, none that tells how the portal is made`, async () => {
    const cases = fc.sample(garbling, { numRuns: REQUESTS, seed: SEED })
    const statuses = new Map<number, number>()
    const faults = await inParallel(cases, async (garbled) => {
      const form = forms[garbled.form % forms.length] as KnownForm
      const { address, asked } = requestOf(form, garbled)
      const answer = await portal.visitors[form.visitor].ask(address, asked)
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
      const name = `${form.routeId} as ${form.visitor} by ${garbled.way} ${JSON.stringify(garbled.fields).slice(0, 300)}`
      return faultsOf(name, answer)
    })
    expect(faults.flat()).toEqual([])
    expect(new Set(cases.map(({ form }) => form % forms.length)).size).toBe(forms.length)
    // Refusing all at the door would pass too: many must get as far as the fields, and some through.
    expect(statuses.get(422) ?? 0).toBeGreaterThan(REQUESTS / 20)
    expect((statuses.get(202) ?? 0) + (statuses.get(303) ?? 0)).toBeGreaterThan(REQUESTS / 50)
  }, 240_000)

  test('the portal still stands, and nothing failed outside an answer', async () => {
    expect((await portal.visitors.nobody.ask('/readyz')).status).toBe(200)
    for (const name of SIGNED_IN) expect((await portal.visitors[name].ask('/today')).status, name).toBe(200)
    expect(portal.portal.process.exitCode).toBeNull()
    expect(portal.portal.output()).not.toMatch(/a rejection nobody handled|uncaught exception|failed outside Remix/)
  })
})
