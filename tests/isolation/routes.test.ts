import { randomUUID } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type FormField, filledIn } from '../support/browser/page-forms.ts'
import { inParallel } from '../support/browser/visitor.ts'
import {
  openWholePortal,
  SIGNED_IN,
  type VisitorName,
  type WholePortal,
  WORDS,
} from '../support/browser/whole-portal.ts'
import { collectForms, type KnownForm } from '../support/known-forms.ts'
import { addressOf, type PortalRoute } from '../support/manifest.ts'
import { digestOf, firstDifference, saying } from '../support/sayings.ts'

/** Addresses that name nothing by an id, and why that is so; any other route must have parameters known below. */
const WITHOUT_IDS: Record<string, string> = {
  '/': 'leads to Today',
  '/*': 'names nothing at all',
  '/accessibility': 'a text',
  '/standards': 'the published standards',
  '/today': 'one’s own day',
  ...ofOneself(
    '/account',
    '',
    '/notifications',
    '/password',
    '/recovery-codes',
    '/second-factor',
    '/sign-out-everywhere',
  ),
  ...ofOneself('/session/stay', ''),
  ...ofOneself('/sign-out', ''),
  ...ofOneself('/sign-in', '', '/code', '/demo', '/recovery-code', '/second-factor'),
  ...ofOneself('/reports', '/new'),
  '/drafts': 'one’s own; what a draft may be about is tried below',
  ...lists('/agencies', '', '/new'),
  ...lists('/awareness', '', '/calendar', '/new'),
  ...lists('/cases', '', '/export'),
  ...lists('/search', ''),
  ...lists('/inbox', '', '/export'),
  ...lists('/sent', '', '/export'),
  ...lists('/repairs', '', '/export'),
  ...lists('/mailbox', ''),
  ...lists('/map', '', '/data', '/export.csv', '/export.geojson', '/picture.svg', '/table'),
  '/tiles': 'which layers the basemap has',
  ...lists('/decisions', ''),
  ...lists('/overrides', ''),
  ...lists('/staff', '', '/invite'),
  ...lists('/map', '/releases', '/rules', '/rules/decide', '/rules/propose'),
  ...lists('/map', '/imports', '/imports/check', '/imports/new', '/places', '/places/new', '/places/remove'),
  ...lists('/tension', '', '/new'),
  ...lists('/settings', '', '/holidays', '/holidays/complete', '/strands'),
}

function ofOneself(start: string, ...ends: string[]) {
  return Object.fromEntries(ends.map((end) => [start + end, 'about oneself']))
}

function lists(start: string, ...ends: string[]) {
  return Object.fromEntries(ends.map((end) => [start + end, 'a list, or a new one of its kind']))
}

/** Parameters that are nobody's alone. */
const NOT_SECRET: Record<string, string> = {
  '/agencies/:agencyId': 'the directory, which everybody reads',
  '/agencies/:agencyId/change': 'the directory again',
  '/agencies/:agencyId/change/:page': 'the directory again; that nothing is written is tried below',
  ...Object.fromEntries(
    ['', '/decide', '/file', '/preview', '/propose'].map((end) => [
      `/map/releases/:releaseId${end}`,
      'of no agency; who may read it is tried in tests/attack/hotspot-pages.test.ts',
    ]),
  ),
  '/tiles/:z/:x/:y': 'the basemap, which everybody may look at',
  '/awareness/:eventId': 'awareness work, which everybody on the staff reads',
  '/calendar/:token': 'a secret in itself: whoever holds it reads that calendar',
  '/invitation/:token': 'a secret in itself: whoever holds it was invited',
}

/** The administrator looks after the people and the agencies of the whole partnership. */
const OF_THE_ADMINISTRATOR = /^\/(agencies|staff)\//

type Params = Record<string, string>

let portal: WholePortal
let forms: KnownForm[]
let reached: Set<string>
let foreign: (route: PortalRoute, param: string) => string[]
let own: Params

beforeAll(async () => {
  portal = await openWholePortal()
  ;({ forms, reached } = await collectForms(portal))
  const { neighbours, ids, referrals, world } = portal
  const [home, there, third] = neighbours.map(({ agencyId }) => agencyId)
  const between = (from?: string, to?: string) => referrals.find((one) => one.from === from && one.to === to)
  const [step] = await world.admin<{ stepId: string }[]>`
    select step_id as "stepId" from referral_step where referral_id = ${between(there, third)?.sent ?? ''} limit 1`
  own = { ...ids[0], ...WORDS, referralId: between(home, there)?.sent ?? '', stepId: '' }
  foreign = ({ pattern }, param) => {
    if (param in WORDS) return []
    if (param === 'stepId') return [step?.stepId ?? '']
    if (param !== 'referralId') return [String({ ...ids[1] }[param as 'caseId'])]
    const strangers = [between(there, third)?.sent, between(there, home)?.decided]
    return [...strangers, pattern.startsWith('/inbox') ? between(home, there)?.sent : between(there, home)?.sent].map(
      String,
    )
  }
}, 240_000)

function mayNotReach(route: PortalRoute, visitor: VisitorName) {
  if (route.params.length === 0 || route.pattern in NOT_SECRET) return false
  return visitor !== 'administrator' || !OF_THE_ADMINISTRATOR.test(route.pattern)
}

/** Every way to put foreign ids into an address, each beside the same address with ids of nothing. */
function pairsOf(route: PortalRoute): { foreign: string; missing: string }[] {
  const choices = route.params.reduce<Params[]>(
    (soFar, param) => soFar.flatMap((set) => [set, ...foreign(route, param).map((id) => ({ ...set, [param]: id }))]),
    [{}],
  )
  return choices
    .filter((set) => Object.keys(set).length > 0)
    .map((set) => ({
      foreign: addressOf(route, { ...own, ...set }),
      missing: addressOf(route, {
        ...own,
        ...Object.fromEntries(Object.keys(set).map((param) => [param, randomUUID()])),
      }),
    }))
}

function bodyFor(route: PortalRoute, visitor: VisitorName): URLSearchParams {
  const form =
    forms.find((one) => one.routeId === route.id && one.visitor === visitor) ??
    forms.find((one) => one.routeId === route.id)
  const body = form ? filledIn(form) : new URLSearchParams()
  body.set('idempotencyKey', randomUUID())
  return body
}

describe('every route of the manifest', () => {
  test('names nothing by an id, or by parameters whose owners are known here', () => {
    const undeclared = portal.routes.filter((route) => {
      const known = route.params.every((param) => param in { ...portal.ids[0], ...WORDS, referralId: '', stepId: '' })
      return !(route.pattern in NOT_SECRET) && (route.params.length > 0 ? !known : !(route.pattern in WITHOUT_IDS))
    })
    expect(undeclared.map(({ id }) => id)).toEqual([])
    expect(portal.routes.length).toBeGreaterThan(70)
  })

  test('no declaration outlives its route', () => {
    const patterns = new Set(portal.routes.map(({ pattern }) => pattern))
    expect(Object.keys({ ...WITHOUT_IDS, ...NOT_SECRET }).filter((pattern) => !patterns.has(pattern))).toEqual([])
  })

  test('a form for each action is known, so that what is sent to a foreign address would be done at one’s own', () => {
    const known = new Set(forms.map(({ routeId }) => routeId))
    const unknown = portal.routes.filter(({ id, hasAction }) => hasAction && !known.has(id)).map(({ id }) => id)
    expect(unknown, 'bring a row into the state of its form in tests/support/browser/whole-portal.ts').toEqual([])
  })
})

test('every address with ids shows something to its own people, so that showing nothing means something', () => {
  const silent = portal.routes.filter((route) => mayNotReach(route, 'worker') && !reached.has(route.id))
  expect(silent.map(({ id }) => id)).toEqual([])
})

describe('an address with another agency’s ids answers as one with ids of nothing', () => {
  let before: Record<string, string>
  beforeAll(async () => {
    before = await digestOf(portal.world.admin)
  })
  afterAll(async () => {
    expect(await digestOf(portal.world.admin), 'something was written').toEqual(before)
  })

  const WAYS = [
    { name: 'GET', method: 'GET', suffix: '' },
    { name: 'GET .data', method: 'GET', suffix: '.data' },
    { name: 'POST', method: 'POST', suffix: '' },
    { name: 'POST .data', method: 'POST', suffix: '.data' },
  ] as const

  test.each(SIGNED_IN.flatMap((visitor) => WAYS.map((way) => ({ visitor, ...way }))))(
    'as $visitor by $name',
    async ({ visitor, method, suffix }) => {
      const casework = visitor === 'worker' || visitor === 'manager'
      const routes = portal.routes.filter(
        (route) => mayNotReach(route, visitor) && (method === 'GET' || route.hasAction),
      )
      const pairs = routes.flatMap((route) =>
        pairsOf(route)
          .slice(0, casework ? undefined : 1)
          .map((pair) => ({ route, ...pair })),
      )
      const ask = (address: string, route: PortalRoute) =>
        portal.visitors[visitor].ask(address + suffix, {
          method,
          ...(method === 'POST' ? { body: bodyFor(route, visitor) } : {}),
        })
      const different = await inParallel(pairs, async (pair) => {
        const [theirs, nothing] = await Promise.all([ask(pair.foreign, pair.route), ask(pair.missing, pair.route)])
        const same = saying(theirs) === saying(nothing) && theirs.status >= 400 && theirs.status < 500
        return same
          ? []
          : [
              `${pair.route.pattern} ${pair.foreign}: ${theirs.status}, of nothing ${nothing.status}: ${firstDifference(saying(theirs), saying(nothing))}`,
            ]
      })
      expect(different.flat()).toEqual([])
      expect(pairs.length).toBeGreaterThan(20)
    },
    300_000,
  )

  test('a form of one’s own with another agency’s id in a field answers as with an id of nothing', async () => {
    const swaps = forms
      .filter(({ visitor }) => visitor === 'worker' || visitor === 'manager')
      .flatMap((form) =>
        form.fields.filter(namesSomething).flatMap(({ name }) => theirIds().map((id) => ({ form, name, id }))),
      )
    const different = await inParallel(swaps, async ({ form, name, id }) => {
      const send = (value: string) => {
        const body = filledIn(form)
        body.set('idempotencyKey', randomUUID())
        body.set(name, value)
        // As data: the page is not read again, which would be an event of its own.
        const [path, query] = form.address.split('?', 2)
        return portal.visitors[form.visitor].ask(`${path}.data${query ? `?${query}` : ''}`, { method: 'POST', body })
      }
      const [theirs, nothing] = await Promise.all([send(id), send(randomUUID())])
      return saying(theirs) === saying(nothing)
        ? []
        : [`${form.routeId} ${name}: ${firstDifference(saying(theirs), saying(nothing))}`]
    })
    expect(different.flat()).toEqual([])
    expect(swaps.length).toBeGreaterThan(20)
  }, 300_000)

  test('a draft about another agency’s case answers as one about no case', async () => {
    const { worker, manager, coordinator } = portal.visitors
    const answers = await inParallel([worker, manager, coordinator], async (visitor) => {
      const keep = (subject: string, then: string) =>
        visitor.ask(`/drafts?${new URLSearchParams({ form: 'record-contact', subject, then })}`, {
          method: 'POST',
          body: new URLSearchParams({ note: 'Typed by somebody else' }),
        })
      return Promise.all(
        ['', 'delete'].map(async (then) => {
          const [theirs, nothing] = await Promise.all([
            keep(String(portal.ids[1]?.caseId), then),
            keep(randomUUID(), then),
          ])
          return saying(theirs) === saying(nothing) ? theirs.status : firstDifference(saying(theirs), saying(nothing))
        }),
      )
    })
    expect(answers.flat()).toEqual(Array(6).fill(404))
  })

  test('nobody but the administrator changes another agency', async () => {
    const route = portal.routes.find(({ pattern }) => pattern === '/agencies/:agencyId/change/:page') as PortalRoute
    for (const name of SIGNED_IN.filter((one) => one !== 'administrator')) {
      const body = bodyFor(route, 'manager')
      const { status } = await portal.visitors[name].ask(addressOf(route, { ...portal.ids[1], page: 'offer' }), {
        method: 'POST',
        body,
      })
      expect(status).toBeGreaterThanOrEqual(403)
    }
  })
})

/** Fields that name an agency: everybody may know which there are. */
const NAMES_AN_AGENCY = ['recipientAgencyId', 'suggestedAgencyId']

/** Fields that name the form itself: with another value it is saved as it should be. */
const NAMES_THE_FORM = ['idempotencyKey', 'draftId']

function namesSomething({ name, values }: FormField) {
  const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
  return !NAMES_THE_FORM.includes(name) && !NAMES_AN_AGENCY.includes(name) && values.some((value) => id.test(value))
}

function theirIds(): string[] {
  const { staffId, caseId, consentId, agencyId } = { ...portal.ids[1] }
  const referral = portal.referrals.find(({ from, to }) => from === agencyId && to !== portal.home.agencyId)
  return [staffId, caseId, consentId, referral?.sent].map(String)
}

/** Each answer of these is an event that the pages of the file show, so those would differ while these are asked. */
const SHOWN_WHEN_OPENED = ['routes/cases/files/download-file', 'routes/cases/files/picture']

test('an id of another agency in the query of an address answers as an id of nothing', async () => {
  const names = queryNames()
  const asked = portal.routes.filter(({ id }) => !SHOWN_WHEN_OPENED.includes(id))
  const looks = asked.flatMap((route) =>
    portal
      .ownAddresses(route)
      .slice(0, 1)
      .flatMap((address) => theirIds().map((id) => ({ address, id }))),
  )
  const different = await inParallel(looks, async ({ address, id }) => {
    const ask = (value: string) =>
      portal.visitors.worker.ask(`${address}.data?${new URLSearchParams(names.map((name) => [name, value]))}`)
    const [theirs, nothing] = await Promise.all([ask(id), ask(randomUUID())])
    return saying(theirs) === saying(nothing) ? [] : [`${address}: ${firstDifference(saying(theirs), saying(nothing))}`]
  })
  expect(different.flat()).toEqual([])
  expect(names).toEqual(expect.arrayContaining(['to', 'reroutes', 'done']))
}, 300_000)

/** Every name by which the source reads something from an address. */
function queryNames(): string[] {
  const root = fileURLToPath(new URL('../../app/', import.meta.url))
  const texts = globSync('{routes,features}/**/*.{ts,tsx}', { cwd: root }).map((file) =>
    readFileSync(root + file, 'utf8'),
  )
  const names = texts.flatMap((text) =>
    [...text.matchAll(/\.(?:get|getAll|has)\('(\w+)'\)/g)].map(([, name = '']) => name),
  )
  return [...new Set(names)].sort()
}
