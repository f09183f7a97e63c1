import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { FeatureCollection } from 'geojson'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, describe, expect, test } from 'vitest'
import { STRAND_IDS } from '../../app/domain/cases/strand.ts'
import { ringOf } from '../../app/domain/hotspots/map/cell.ts'
import type { MapLayer } from '../../app/domain/hotspots/map/map-layer.ts'
import type { ReleaseBody } from '../../app/domain/hotspots/release/release-body.ts'
import { HoverWords } from '../../app/features/hotspots/map/area-hover.tsx'
import { areaRow } from '../../app/features/hotspots/map/area-row.ts'
import { areaShapes } from '../../app/features/hotspots/map/layer-shapes.ts'
import { runningPortal } from '../support/browser/running-portal.ts'
import { inParallel, type Visitor, visitor } from '../support/browser/visitor.ts'
import { unpublishedNumbers } from '../support/hotspots/published-numbers.ts'
import { publishTwoYears, QUARTERS } from '../support/hotspots/releases.ts'
import { openWorld, type Person } from '../support/world.ts'

/** Everything by which an address of the map can ask for something else, and what each is tried with. */
const FILTERS: Record<string, (body: ReleaseBody | undefined) => (string | null)[]> = {
  period: () => [null, ...QUARTERS],
  strand: () => [null, ...STRAND_IDS],
  beside: () => [null, 'police'],
  at: (body) => [null, body?.areas.where.find((where) => where.startsWith('88')) ?? null],
}
/** They say how the same numbers are laid out; that they change none of them is tried apart. */
const LAYOUT = ['lat', 'lng', 'order', 'page', 'sort', 'v', 'z']
/** A word of its own: a hash may hold anything. */
const FINER = /(?<![0-9a-f-])8[9a-f][0-9a-f]{13}(?![0-9a-f-])/
const ADDRESSES = ['/map', '/map/table', '/map/data', '/map/export.csv', '/map/export.geojson', '/map/picture.svg']

const world = await openWorld()
const agencies = await Promise.all([1, 2, 3, 4, 5].map(() => world.agency()))
const [home] = agencies
if (!home) throw new Error('No agency.')
const people = {
  case_worker: await world.staff(home, 'case_worker'),
  manager: await world.staff(home, 'manager'),
  coordinator: await world.staff(home, 'coordinator'),
  cohesion_officer: await world.staff(home, 'cohesion_officer'),
  administrator: await world.staff(home, 'administrator'),
} satisfies Record<string, Person>
const readers: Visitor[] = []
const others: Visitor[] = []
let bodies: Map<string, ReleaseBody>

beforeAll(async () => {
  const releasers = { coordinator: people.coordinator, approver: people.administrator }
  await publishTwoYears(
    world,
    releasers,
    agencies.map(({ agencyId }) => agencyId),
  )
  const rows = await world.admin<{ body: string }[]>`select body from hotspot_release`
  bodies = new Map(rows.map(({ body }) => JSON.parse(body) as ReleaseBody).map((body) => [body.period, body]))
  const { origin } = await runningPortal(
    { WRITES_PER_MINUTE: '1000000', EXPORTS_PER_TEN_MINUTES: '100000' },
    world.database,
  )
  for (const person of [people.coordinator, people.cohesion_officer, people.administrator])
    readers.push(await visitor(origin, person))
  for (const person of [people.case_worker, people.manager]) others.push(await visitor(origin, person))
  others.push(await visitor(origin))
}, 300_000)

/** Every address of the lattice. */
function lattice(): { address: string; period: string; strand: string | null }[] {
  return (FILTERS.period?.(undefined) ?? []).flatMap((period) => {
    const body = bodies.get(period ?? '2026-Q3')
    const combined = ['strand', 'beside', 'at'].reduce<[string, string | null][][]>(
      (all, name) =>
        all.flatMap((chosen) =>
          (FILTERS[name]?.(body) ?? []).map((value) => [...chosen, [name, value] as [string, string | null]]),
        ),
      [[['period', period]]],
    )
    return combined.flatMap((chosen) => {
      const query = new URLSearchParams(chosen.flatMap(([name, value]) => (value === null ? [] : [[name, value]])))
      const strand = chosen.find(([name]) => name === 'strand')?.[1] ?? null
      return ADDRESSES.map((path) => ({ address: `${path}?${query}`, period: period ?? '2026-Q3', strand }))
    })
  })
}

describe('every address of the map', () => {
  test('asks by nothing but what is tried here: a new filter is named until it is', () => {
    const root = fileURLToPath(new URL('../../app/', import.meta.url))
    const files = globSync(['routes/map/{map,table,data,export-*,picture}.tsx', 'features/hotspots/map/map-query.ts'], {
      cwd: root,
    })
    const names = files.flatMap((file) =>
      [...readFileSync(root + file, 'utf8').matchAll(/\.(?:get|getAll|has)\('(\w+)'\)/g)].map(([, name = '']) => name),
    )
    expect([...new Set(names)].sort()).toEqual([...Object.keys(FILTERS), ...LAYOUT].sort())
    expect(files.length).toBeGreaterThan(4)
  })

  test('shows a reader published numbers alone, no place finer than the rules, and no point', async () => {
    const all = lattice()
    const faults = await inParallel(all, async (one) => {
      const reader = readers[one.address.length % readers.length] as Visitor
      const { status, body } = await reader.ask(one.address)
      if (status !== 200) return [`${one.address}: ${status}`]
      return faultsOf(body, one)
    })
    expect(faults.flat()).toEqual([])
    expect(all.length).toBeGreaterThan(1_500)
  }, 300_000)

  test('says on Today no number that the releases do not say, and no change that they cannot be compared by', async () => {
    const releases = QUARTERS.flatMap((period) => bodies.get(period) ?? [])
    for (const reader of readers.slice(0, 2)) {
      const { body } = await reader.ask('/today')
      expect(body).toMatch(/hotspot in \d of the last 8 quarters/)
      expect(unpublishedNumbers(body, releases)).toEqual([])
    }
    expect(unpublishedNumbers('South of Church: about 4, down from about 15.', releases)).not.toEqual([])
  })

  test('tells the same whatever the layout', async () => {
    const [reader] = readers
    const plain = await reader?.ask('/map/data?period=2026-Q2')
    for (const layout of ['z=12&lat=53.4&lng=-2.95', 'sort=change&order=up', 'page=2', 'v=whatever'])
      expect((await reader?.ask(`/map/data?period=2026-Q2&${layout}`))?.body).toBe(plain?.body)
  })

  test('is nothing at all to everybody else', async () => {
    const all = lattice().filter(({ period }) => period === '2026-Q3')
    const asked = all.flatMap(({ address }) => others.map((other) => ({ address, other })))
    const answers = await inParallel(asked, async ({ address, other }) => {
      const { status, body } = await other.ask(address)
      return [302, 404].includes(status) && !/8[5-8][0-9a-f]{13}/.test(body) ? [] : [`${address}: ${status}`]
    })
    expect(answers.flat()).toEqual([])
  }, 300_000)

  test('of releases and their rules is there for those alone who make them', async () => {
    const [row] = await world.admin<
      { releaseId: string }[]
    >`select release_id as "releaseId" from hotspot_release limit 1`
    const release = `/map/releases/${row?.releaseId}`
    // What can no longer be done with a published release leads to its page, and a preview of it is nothing.
    const addresses = {
      '/map/releases': 200,
      '/map/rules': 200,
      '/map/rules/propose': 200,
      '/map/rules/decide': 302,
      [release]: 200,
      [`${release}/propose`]: 302,
      [`${release}/decide`]: 302,
      [`${release}/preview`]: 404,
    }
    const [, officer, administrator] = readers as [Visitor, Visitor, Visitor]
    const [worker, manager, nobody] = others as [Visitor, Visitor, Visitor]
    for (const [address, expected] of Object.entries(addresses)) {
      for (const visitor of [officer, worker, manager]) expect((await visitor.ask(address)).status).toBe(404)
      expect((await nobody.ask(address)).status).toBe(302)
      expect((await administrator.ask(address)).status, address).toBe(expected)
    }
    expect((await officer.ask(`${release}/file`)).status).toBe(200)
    for (const visitor of [worker, manager]) expect((await visitor.ask(`${release}/file`)).status).toBe(404)
  })
})

describe('every area of the map', () => {
  test('has one number: as its label, under the pointer, when chosen, in the list, in the table and in both exports', async () => {
    const [marcus] = readers as [Visitor]
    const layer = JSON.parse((await marcus.ask('/map/data')).body) as MapLayer
    const { numbers } = areaShapes(layer)
    const [list, csv] = [(await marcus.ask('/map')).body, (await marcus.ask('/map/export.csv')).body.split('\r\n')]
    const table = (await inParallel([1, 2, 3, 4, 5, 6], (page) => marcus.ask(`/map/table?page=${page}`)))
      .map(({ body }) => body)
      .join('')
    const { features } = JSON.parse((await marcus.ask('/map/export.geojson')).body) as FeatureCollection
    const faults = await inParallel(layer.h, async (cell) => {
      const at = layer.h.indexOf(cell)
      const { where, count } = areaRow(layer, at)
      const label = numbers.features.find(({ properties }) => properties?.cell === cell)?.properties?.label
      const name = escaped(where.charAt(0).toUpperCase() + where.slice(1))
      const chosen = (await marcus.ask(`/map?at=${cell}`)).body
      const line = csv.find((text) => text.includes(cell)) ?? ''
      const said = {
        label: label === String(count),
        hover: renderToStaticMarkup(createElement(HoverWords, { layer, at, noun: 'incidents' })).includes(
          `: about ${count} incidents`,
        ),
        click: new RegExp(`>${quoted(name)}</h2><p[^>]*><strong>About ${count}(<!-- -->)? incidents`).test(chosen),
        list: new RegExp(
          `at=${cell}[^>]*>${quoted(name)}</a>(<!-- -->)? (<!-- -->)?about ${count}(<!-- -->)?[,<]`,
        ).test(list),
        table: new RegExp(`>${quoted(name)}<.{0,400}data-header="Incidents">about ${count}<`).test(table),
        csv: line.includes(`${cell},`) && line.split(cell)[1]?.split(',')[3] === String(count),
        geojson: features.some(({ properties }) => properties?.cell === cell && properties.incidents === count),
      }
      return Object.entries(said).flatMap(([way, isSame]) => (isSame ? [] : [`${cell} ${where}: ${way}`]))
    })
    expect(faults.flat()).toEqual([])
    expect(layer.h.length).toBeGreaterThan(25)
  })
})

const quoted = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll("'", '&#x27;')

function faultsOf(
  text: string,
  { address, period, strand }: { address: string; period: string; strand: string | null },
): string[] {
  const faults: string[] = []
  if (FINER.test(text)) faults.push(`${address}: a finer hexagon`)
  const body = bodies.get(period)
  if (/^\/map\/(data|picture)/.test(address) && body) {
    const n = address.startsWith('/map/data') ? (JSON.parse(text) as { n: number[] }).n : numbersOf(text)
    const published = new Set(strand ? body.strands.incidents : body.areas.incidents)
    if (!n.every((count) => published.has(count))) faults.push(`${address}: a number that was not published`)
  }
  if (!address.startsWith('/map/data') && !address.includes('police'))
    for (const said of unpublishedNumbers(text, releasesUpTo(period))) faults.push(`${address}: ${said}`)
  if (address.startsWith('/map/export.geojson')) faults.push(...strayPoints(text, address))
  else if (/(?<![\d.])5[34]\.\d{4,}/.test(text)) faults.push(`${address}: a coordinate`)
  return faults
}

function releasesUpTo(period: string): ReleaseBody[] {
  return QUARTERS.slice(0, QUARTERS.indexOf(period) + 1).flatMap((one) => bodies.get(one) ?? [])
}

const numbersOf = (svg: string) => [...svg.matchAll(/data-count="(\d+)"/g)].map(([, count]) => Number(count))

/** Every coordinate is a corner of a hexagon that is named beside it, so none is that of an incident. */
function strayPoints(text: string, address: string): string[] {
  const { features } = JSON.parse(text) as {
    features: { properties: { cell: string | null }; geometry: { coordinates: [number, number][][] } | null }[]
  }
  return features.flatMap(({ properties, geometry }) => {
    if (!geometry || !properties.cell) return geometry ? [`${address}: a shape without a hexagon`] : []
    const corners = ringOf(properties.cell)
    const strays = geometry.coordinates
      .flat()
      .filter(([lng, lat]) => !corners.some(([x, y]) => Math.hypot(x - lng, y - lat) < 1e-5))
    return strays.length > 0 ? [`${address}: a point that is no corner`] : []
  })
}
