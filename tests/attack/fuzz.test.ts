import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { filledIn, type PageForm } from '../support/browser/page-forms.ts'
import { type Answer, type Asked, inParallel } from '../support/browser/visitor.ts'
import { openWholePortal, SIGNED_IN, type WholePortal } from '../support/browser/whole-portal.ts'
import { type Garbling, garbledBody, garbling } from '../support/garbage.ts'
import { collectForms, type KnownForm } from '../support/known-forms.ts'
import { questionOf, refusedPage, withoutKey, wrongAnswers } from '../support/refused-page.ts'

/** How zod words what no schema of ours words. */
const NOT_OUR_WORDS = /^(Invalid|Too (small|big)|Unrecognized|Required)\b|expected/i

const REQUESTS = 5_000
const SEED = 20_261_123

/** What would tell somebody outside how the portal is made. */
const INSIDES =
  /\n\s+at .+:\d+:\d+|node_modules|PostgresError|DrizzleQueryError|Failed query|duplicate key value|at async /

let portal: WholePortal
let forms: KnownForm[]
let all: PageForm[]

beforeAll(async () => {
  portal = await openWholePortal()
  const known = await collectForms(portal)
  forms = known.forms.filter(keepsItsSession)
  all = known.all
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

/** Forms that are refused without their key, so that trying them writes nothing. */
const keyed = () =>
  forms.filter(({ routeId, fields }) => !(routeId in NO_PAGE) && fields.some(({ name }) => name === 'idempotencyKey'))

/** Forms that a script or a single button sends, so no page shows them again; and rules, which cannot be proposed while others wait. */
const NO_PAGE: Record<string, true> = {
  'routes/draft': true,
  'routes/map/places/remove-place': true,
  'routes/map/releases/propose-rules': true,
}

/**
 * Questions that follow from the answer to another: where every answer is wrong, that one is wrong too. `agrees` is
 * needed only of a client who types their name, so not before the way of signing is known.
 */
const FOLLOWS_FROM_ANOTHER: Record<string, true> = { takeCase: true, agrees: true }

async function refused(form: KnownForm, answers: Record<string, string>) {
  const body = withoutKey(form, answers)
  const { status, body: html } = await portal.visitors[form.visitor].ask(form.address, { method: 'POST', body })
  return { name: `${form.routeId} as ${form.visitor}`, status, html, ...refusedPage(html) }
}

describe('every form', () => {
  test('that is refused says so in its title and first of all, without JavaScript', async () => {
    const faults = await inParallel(keyed(), async (form) => {
      const { name, status, title, summaryFirst } = await refused(form, {})
      return status === 422 && title.startsWith('Error: ') && summaryFirst ? [] : [`${name}: ${status} “${title}”`]
    })
    expect(faults.flat()).toEqual([])
    expect(keyed().length).toBeGreaterThan(60)
  })

  test('that is refused gives back every word that was typed, without JavaScript', async () => {
    const faults = await inParallel(keyed(), async (form) => {
      const texts = form.fields.filter(({ name, kind }) => kind === 'text' && !/-(day|month|year|time)$/.test(name))
      const typed = texts
        .filter(({ name }) => !/password|code$|^csv$/i.test(name))
        .map(({ name }, at) => [name, `kept${at}words`])
      const { name, html } = await refused(form, Object.fromEntries(typed))
      return typed.flatMap(([field, words = '']) => (html.includes(words) ? [] : [`${name}: ${field}`]))
    })
    expect(faults.flat()).toEqual([])
  })

  test('shows all its errors at once', async () => {
    const faults = await inParallel(keyed(), async (form) => {
      const wrong = Object.entries(wrongAnswers(form))
      const together = await refused(form, Object.fromEntries(wrong))
      const alone = await Promise.all(
        wrong.map(async ([name, answer]) => ({ name, ...pick(await refused(form, { [name]: answer })) })),
      )
      return alone
        .map(({ name, fields }) => ({ question: questionOf(name), fields }))
        .filter(({ question }) => !(question in FOLLOWS_FROM_ANOTHER))
        .filter(({ question, fields }) => fields.includes(question) && !together.fields.includes(question))
        .map(({ question }) => `${together.name}: ${question}`)
    })
    expect(faults.flat()).toEqual([])
  }, 300_000)

  test('says what is wrong in words of ours', async () => {
    const faults = await inParallel(keyed(), async (form) => {
      const answers = [wrongAnswers(form), Object.fromEntries(form.fields.map(({ name }) => [name, 'x']))]
      const pages = await Promise.all(answers.map((wrong) => refused(form, wrong)))
      return pages.flatMap(({ name, messages }) =>
        messages.filter((message) => NOT_OUR_WORDS.test(message)).map((message) => `${name}: ${message}`),
      )
    })
    expect(faults.flat()).toEqual([])
  }, 300_000)

  test('takes invisible characters for no answer', async () => {
    const faults = await inParallel(keyed(), async (form) => {
      const texts = form.fields.filter(({ kind }) => kind === 'text').map(({ name }) => name)
      const [empty, unseen] = await Promise.all(
        ['', '\u200b'].map((text) => refused(form, Object.fromEntries(texts.map((name) => [name, text])))),
      )
      return String(empty?.fields) === String(unseen?.fields)
        ? []
        : [`${empty?.name}: ${empty?.fields} / ${unseen?.fields}`]
    })
    expect(faults.flat()).toEqual([])
  })

  test('tells the browser to remember nothing, unless the field is the user’s own', () => {
    const own = /^\/(sign-in|account|invitation)/
    const faults = all.flatMap(({ address, autoComplete, fields }) => [
      ...(autoComplete === 'off' ? [] : [`${address}: the form`]),
      ...fields
        .filter((field) => field.autoComplete && field.autoComplete !== 'off' && !own.test(address))
        .map(({ name, autoComplete: token }) => `${address}: ${name} is ${token}`),
    ])
    expect([...new Set(faults)]).toEqual([])
    expect(all.some(({ fields }) => fields.some(({ name }) => name === 'dateOfBirth-day'))).toBe(true)
  })
})

const pick = ({ fields }: { fields: string[] }) => ({ fields })

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
    // Refusing every request would pass too: many must get as far as the fields, and some must succeed.
    expect(statuses.get(422) ?? 0).toBeGreaterThan(REQUESTS / 20)
    expect((statuses.get(202) ?? 0) + (statuses.get(303) ?? 0)).toBeGreaterThan(REQUESTS / 50)
  }, 240_000)

  test('the portal still stands, and nothing failed outside an answer', async () => {
    expect((await portal.visitors.nobody.ask('/readyz')).status).toBe(200)
    for (const name of SIGNED_IN) expect((await portal.visitors[name].ask('/today')).status, name).toBe(200)
    expect(portal.portal.process.exitCode).toBeNull()
    expect(portal.portal.output()).not.toMatch(/an unhandled rejection|uncaught exception|failed outside Remix/)
  })
})
