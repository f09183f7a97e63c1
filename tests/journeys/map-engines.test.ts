import { existsSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { openPage } from '../support/browser/browser.ts'
import { runningPortal } from '../support/browser/running-portal.ts'
import { visitor } from '../support/browser/visitor.ts'
import { publishedReleases } from '../support/hotspots/invented-releases.ts'
import { drawnHexagons, foreignRequests } from '../support/hotspots/map-visit.ts'
import { signIn } from '../support/sign-in.ts'
import { openWorld } from '../support/world.ts'

const TILES = new URL('../../../shared/data/geo/liv.pmtiles', import.meta.url).pathname

const world = await openWorld()
const unit = await world.agency({ name: 'City Cohesion & Safety Unit' })
const coordinator = await world.staff(unit, 'coordinator', 'Marcus Adeyemi')
const worker = await world.staff(unit, 'case_worker')

beforeAll(async () => {
  await publishedReleases(world, ['2026-Q2', '2026-Q3'])
})

async function arrive(origin: string) {
  const page = await openPage(origin, { viewport: { width: 1280, height: 900 } })
  const [name, value] = (await signIn(coordinator)).split('=') as [string, string]
  await page.context().addCookies([{ name, value, url: origin, httpOnly: true }])
  return page
}

describe('with a token of Mapbox', () => {
  const opened = runningPortal({ MAPBOX_ACCESS_TOKEN: 'pk.invalid' }, world.database)

  it('Mapbox is chosen, and when it refuses the token the portal draws its own map and says so', async () => {
    const { origin } = await opened
    const page = await arrive(origin)
    const foreign = foreignRequests(page, origin)
    await page.route(/^https:\/\/(api|events)\.mapbox\.com\//, (route) =>
      route.fulfill({
        status: 401,
        contentType: 'application/json',
        body: '{"message":"Not Authorized - Invalid Token"}',
      }),
    )
    await page.goto('/map')
    await page.getByText('Mapbox did not accept this portal’s token').waitFor()
    expect(await drawnHexagons(page)).toBeGreaterThan(10)
    expect(await page.locator('.accord-map__canvas').getAttribute('data-engine')).toBe('maplibre')
    expect(foreign.length).toBeGreaterThan(0)
    expect(foreign.filter((address) => !/^https:\/\/(api|events)\.mapbox\.com\//.test(address))).toEqual([])
  })

  it('a document of another page is reloaded for the map, because its policy allows no requests', async () => {
    const { origin } = await opened
    const page = await arrive(origin)
    await page.route(/mapbox\.com/, (route) => route.fulfill({ status: 401, body: '{}' }))
    await page.goto('/today')
    await page.getByRole('link', { name: 'Map', exact: true }).click()
    await page.getByText('Mapbox did not accept this portal’s token').waitFor()
  })

  it('only the page of the map may ask Mapbox', async () => {
    const { origin } = await opened
    const marcus = await visitor(origin, coordinator)
    const policyOf = async (path: string) => (await marcus.ask(path)).headers.get('content-security-policy')
    expect(await policyOf('/map')).toMatch(
      /connect-src 'self' https:\/\/api\.mapbox\.com https:\/\/events\.mapbox\.com; worker-src 'self' blob:/,
    )
    for (const path of ['/today', '/map/table', '/standards']) expect(await policyOf(path)).not.toContain('mapbox')
    expect(await policyOf('/map')).not.toContain('unsafe')
  })
})

describe('without one', () => {
  const opened = runningPortal({}, world.database)

  it('MapLibre is chosen, under the policy of every other page', async () => {
    const marcus = await visitor((await opened).origin, coordinator)
    const policyOf = async (path: string) =>
      (await marcus.ask(path)).headers.get('content-security-policy')?.replace(/nonce-[^']+/, 'nonce')
    expect(await policyOf('/map')).toBe(await policyOf('/today'))
    const page = await arrive((await opened).origin)
    await page.goto('/map')
    await drawnHexagons(page)
    expect(await page.locator('.accord-map__canvas').getAttribute('data-engine')).toBe('maplibre')
  })

  it('there is no basemap of an operator: no tile, and no layer to draw', async () => {
    const marcus = await visitor((await opened).origin, coordinator)
    expect((await marcus.ask('/tiles')).body).toBe('null')
    expect((await marcus.ask('/tiles/9/251/165')).status).toBe(404)
  })

  it('the data keep their address for good, and hold neither coordinate nor anything else than columns', async () => {
    const marcus = await visitor((await opened).origin, coordinator)
    const first = await marcus.ask('/map/data?period=2026-Q3&v=1')
    expect(first.headers.get('cache-control')).toBe('private, max-age=31536000, immutable')
    const again = await marcus.ask('/map/data?period=2026-Q3', {
      headers: { 'If-None-Match': first.headers.get('etag') ?? '' },
    })
    expect(again.status).toBe(304)
    expect(Object.keys(JSON.parse(first.body)).sort()).toEqual([
      'before',
      'compared',
      'emerging',
      'h',
      'hot',
      'label',
      'n',
      'now',
      'rest',
      'shade',
      'standing',
    ])
    expect(first.body).not.toMatch(/\d\.\d/)
  })
})

it.each([
  { name: 'MAPBOX_ACCESS_TOKEN', value: 'sk.secret', says: 'must be a public token of Mapbox' },
  { name: 'MAP_BASEMAP_PMTILES', value: '/no/such.pmtiles', says: 'must be the path of a .pmtiles file' },
])('a portal with an unusable $name says so and does not start', async ({ name, value, says }) => {
  const started = runningPortal({ [name]: value }, world.database)
  await expect(started).rejects.toThrow(`${name} ${says}`)
  await expect(started).rejects.not.toThrow(value)
})

describe.skipIf(!existsSync(TILES))(
  'with a basemap of the operator’s (skipped where no sample lies beside the project)',
  () => {
    let opened: ReturnType<typeof runningPortal>
    // Not in the body of the group, which also runs where the group is skipped.
    beforeAll(() => {
      opened = runningPortal(
        { MAP_BASEMAP_PMTILES: TILES, MAP_BASEMAP_ATTRIBUTION: '© Crown copyright' },
        world.database,
      )
      return opened
    })

    it('its tiles come from the portal, to those who are signed in, and are drawn with its attribution', async () => {
      const { origin } = await opened
      const page = await arrive(origin)
      const foreign = foreignRequests(page, origin)
      const tiles: number[] = []
      page.on('response', (answer) => {
        if (answer.url().includes('/tiles/')) tiles.push(answer.status())
      })
      await page.goto('/map')
      await drawnHexagons(page)
      expect(tiles).toContain(200)
      expect(foreign).toEqual([])
      await page.getByText('© Crown copyright').waitFor()
      const sam = await visitor(origin, worker)
      expect((await sam.ask('/tiles/9/251/165')).headers.get('content-type')).toBe('application/x-protobuf')
      for (const path of ['/tiles/9/251/9999', '/tiles/9/-1/0', '/tiles/a/b/c', '/tiles/99/0/0'])
        expect((await sam.ask(path)).status).toBe(404)
    })
  },
)
