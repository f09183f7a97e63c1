import type { Point } from 'geojson'
import { beforeAll, describe, expect, it } from 'vitest'
import type { MapLayer } from '../../app/domain/hotspots/map/map-layer.ts'
import { areaShapes } from '../../app/features/hotspots/map/layer-shapes.ts'
import { mapQueryOf } from '../../app/features/hotspots/map/map-query.ts'
import { CRIME_COLOURS, SHADE_COLOURS } from '../../app/features/hotspots/map/palette.ts'
import { expectAccessible } from '../support/browser/accessible.ts'
import { openStage } from '../support/browser/journey.ts'
import { publishedCrimes, publishedReleases } from '../support/hotspots/invented-releases.ts'
import { drawnHexagons, foreignRequests, sharesOfColours } from '../support/hotspots/map-visit.ts'

const stage = await openStage()
const { world, worker, manager, sender } = stage
const coordinator = await world.staff(sender, 'coordinator', 'Marcus Adeyemi')
const officer = await world.staff(sender, 'cohesion_officer', 'Siobhan Kilbride')

beforeAll(async () => {
  await publishedReleases(world)
  await publishedCrimes(world)
})

it('the coordinator sees the newest release drawn, from our own host alone', async () => {
  const marcus = await stage.arrive(coordinator)
  const foreign = foreignRequests(marcus.page, stage.portal.origin)
  await marcus.go('/today')
  await marcus.press(/^Map$/)
  await marcus.page.goto('/map')
  expect(await drawnHexagons(marcus.page)).toBeGreaterThan(20)
  const shares = await sharesOfColours(marcus.page, [...SHADE_COLOURS, '#1b1d5c', '#c3d0dc'])
  const [, second = 0, third = 0, , darkest = 0, outline = 0, sea = 0] = shares
  expect(Math.min(second, third)).toBeGreaterThan(0.01)
  expect(Math.min(darkest, outline)).toBeGreaterThan(0.0005)
  expect(sea).toBeGreaterThan(0.05)
  await marcus.says('What changed')
  await expectAccessible(marcus.page)
  expect(foreign).toEqual([])
})

it('a click, the list and the table tell the same of an area, and the address keeps it', async () => {
  const marcus = await stage.arrive(coordinator)
  const { page } = marcus
  await marcus.go('/map')
  await drawnHexagons(page)
  const first = page.locator('.accord-area-list a').first()
  const words = await first.locator('xpath=..').innerText()
  const [, count = ''] = /about (\d+)/.exec(words) ?? []
  await first.focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await page.locator('.accord-area', { hasText: `About ${count} incidents` }).waitFor()
  const { at } = mapQueryOf(new URL(page.url()).searchParams)
  expect(at).not.toBeNull()
  await page.locator('.accord-map__canvas').click()
  await expect.poll(() => mapQueryOf(new URL(page.url()).searchParams).at).not.toBe(at)
  expect(mapQueryOf(new URL(page.url()).searchParams).view).not.toBeNull()
  const again = await stage.arrive(coordinator, { javaScript: false })
  await again.go(page.url())
  const told = await again.page.locator('.accord-area').innerText()
  await expect.poll(() => page.locator('.accord-area').innerText()).toBe(told)
})

it('ground without colour is explained in one sentence', async () => {
  const marcus = await stage.arrive(coordinator)
  await marcus.page.goto('/map?z=11&lat=53.3&lng=-3.3')
  await expect.poll(() => marcus.page.locator('.maplibregl-canvas').count(), { timeout: 20_000 }).toBe(1)
  // Nothing says when ground without colour has been drawn: whoever clicks too early clicks again.
  await expect
    .poll(
      async () => {
        await marcus.page.locator('.accord-map__canvas').click({ position: { x: 60, y: 300 } })
        return marcus.page.locator('.accord-area', { hasText: 'Too few to show, or none' }).count()
      },
      { timeout: 20_000 },
    )
    .toBe(1)
})

it('the slider moves through the releases, and what is drawn with it', async () => {
  const marcus = await stage.arrive(coordinator)
  await marcus.go('/map')
  await drawnHexagons(marcus.page)
  await marcus.page.locator('input[type=range]').focus()
  await marcus.page.keyboard.press('Home')
  await expect.poll(() => new URL(marcus.page.url()).searchParams.get('period')).toBe('2025-Q3')
  await marcus.page.locator('.accord-legend__title', { hasText: 'July to September 2025' }).waitFor()
  await marcus.says('There is no release before it to compare with')
  expect(await marcus.page.locator('input[type=range]').getAttribute('aria-valuetext')).toBe('July to September 2025')
})

it('police context stands beside, in its own colours, and is said to be neither ours nor hate crime', async () => {
  const siobhan = await stage.arrive(officer)
  await siobhan.go('/map?beside=police')
  expect(await drawnHexagons(siobhan.page, 0)).toBeGreaterThan(20)
  expect(await drawnHexagons(siobhan.page, 1)).toBeGreaterThan(20)
  const ours = await sharesOfColours(siobhan.page, CRIME_COLOURS.slice(1), 0)
  const theirs = await sharesOfColours(siobhan.page, CRIME_COLOURS.slice(1), 1)
  expect(Math.max(...ours)).toBeLessThan(0.002)
  expect(Math.max(...theirs)).toBeGreaterThan(0.02)
  await siobhan.says('not ours, and not hate crime')
  await expectAccessible(siobhan.page)
})

it('a strand is shown whole, with its total and its trend, or said to have too few incidents', async () => {
  const marcus = await stage.arrive(coordinator)
  await marcus.go('/map')
  await marcus.choose('strand', 'race')
  await marcus.page.waitForURL(/strand=race/)
  expect(await drawnHexagons(marcus.page)).toBeGreaterThan(0)
  await marcus.says('Race, ethnicity or nationality: incidents in each area of 227 km²')
  await marcus.says('One strand is published for areas of 227 km² only')
  await marcus.says('Whole city: about')
  // The map shows the whole of each area, not the middle of one.
  await expect.poll(() => mapQueryOf(new URL(marcus.page.url()).searchParams).view?.z ?? 99).toBeLessThan(10.3)
  const plain = await stage.arrive(coordinator, { javaScript: false })
  await plain.go('/map/table?strand=age')
  await plain.says('This strand has too few incidents in every area')
})

it('without JavaScript the same release is a table that sorts, pages and can be taken away', async () => {
  const marcus = await stage.arrive(coordinator, { javaScript: false })
  await marcus.go('/map')
  await marcus.says('Where Incidents ▼ Change Hotspot Size')
  await marcus.press('Read this release as a table')
  const counts = async () =>
    (await marcus.page.locator('td[data-header="Incidents"]').allInnerTexts()).map((text) =>
      Number(text.replace(/\D/g, '')),
    )
  const falling = await counts()
  expect(falling).toEqual([...falling].sort((a, b) => b - a))
  expect(falling).toHaveLength(25)
  await marcus.press(/^Incidents$/)
  const rising = await counts()
  expect(rising).toEqual([...rising].sort((a, b) => a - b))
  await marcus.press(/^Next/)
  await marcus.says(/26 to/)
  await marcus.choose('period', '2025-Q3')
  await marcus.press('Show')
  await marcus.says('Areas, July to September 2025')
})

it('a browser without WebGL gets the table in the place of the map', async () => {
  const marcus = await stage.arrive(coordinator)
  await marcus.page.addInitScript(() => {
    const get = HTMLCanvasElement.prototype.getContext
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
      return kind.startsWith('webgl')
        ? null
        : (get as (...all: unknown[]) => RenderingContext | null).call(this, kind, ...rest)
    } as typeof get
  })
  await marcus.page.goto('/map')
  await marcus.page.getByText('This browser cannot draw the map').waitFor()
  expect(await marcus.page.locator('.accord-map-page__map table').count()).toBe(1)
  await expectAccessible(marcus.page)
})

it.each([
  { who: 'a case worker', person: worker },
  { who: 'a manager', person: manager },
])('$who finds no map: the page does not exist, nor does it stand in the menu', async ({ person }) => {
  const visit = await stage.arrive(person, { javaScript: false })
  expect(await visit.go('/no-such-page')).toBe(404)
  const nothing = await visit.page.locator('main').innerText()
  for (const path of ['/map', '/map/table', '/map?beside=police']) {
    expect(await visit.go(path)).toBe(404)
    expect(await visit.page.locator('main').innerText()).toBe(nothing)
  }
  for (const path of ['/map/data', '/map/export.csv', '/map/export.geojson']) {
    const answer = await visit.page.request.get(stage.portal.origin + path)
    expect([path, answer.status(), await answer.text()]).toEqual([path, 404, 'Not found'])
  }
  expect(await visit.page.getByRole('link', { name: 'Map', exact: true }).count()).toBe(0)
})

it('a visitor who is not signed in gets only the request to sign in', async () => {
  for (const path of [
    '/map',
    '/map/table',
    '/map/data',
    '/map/export.csv',
    '/map/export.geojson',
    '/tiles',
    '/tiles/6/31/20',
  ]) {
    const answer = await fetch(stage.portal.origin + path, { redirect: 'manual' })
    expect([path, answer.status, await answer.text()]).toEqual([path, 302, ''])
  }
})

describe('on paper', () => {
  it.each([
    { landscape: false, why: 'portrait' },
    { landscape: true, why: 'landscape' },
  ])('$why: the whole release, its legend, its date and its source are on the first page', async ({ landscape }) => {
    const marcus = await stage.arrive(coordinator)
    await marcus.go('/map')
    await drawnHexagons(marcus.page)
    await marcus.page.emulateMedia({ media: 'print' })
    // A4 with margins of 15 mm, in CSS pixels.
    const paper = landscape ? { width: 1009, height: 680 } : { width: 680, height: 1009 }
    await marcus.page.setViewportSize(paper)
    expect(await marcus.page.locator('.accord-map-controls').isVisible()).toBe(false)
    const figure = marcus.page.locator('.accord-map__figure')
    await figure.getByText(/^Release 5, published .+ 20\d\d at .+ Source: /).waitFor()
    expect(await figure.locator('.accord-legend').isVisible()).toBe(true)
    const swatch = figure.locator('.accord-legend .accord-swatch').first()
    expect(await swatch.evaluate((element) => getComputedStyle(element).printColorAdjust)).toBe('exact')
    const picture = figure.getByRole('img', { name: 'Map of incidents, July to September 2026' })
    expect(await picture.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(900)
    const box = await figure.boundingBox()
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(paper.height)
    expect(await marcus.page.locator('.accord-map__frame').isVisible()).toBe(false)
  })
})

it('where the reader has chosen their own colours, the legend keeps those of the map', async () => {
  const marcus = await stage.arrive(coordinator)
  await marcus.page.emulateMedia({ forcedColors: 'active' })
  await marcus.go('/map')
  await drawnHexagons(marcus.page)
  const swatches = marcus.page.locator('.accord-legend .accord-swatch')
  const colours = await swatches.evaluateAll((all) => all.map((one) => getComputedStyle(one).backgroundColor))
  for (const colour of SHADE_COLOURS) {
    const [red, green, blue] = [1, 3, 5].map((from) => Number.parseInt(colour.slice(from, from + 2), 16))
    expect(colours).toContain(`rgb(${red}, ${green}, ${blue})`)
  }
})

it('the keyboard reads what is under the cross in the middle of the map, and chooses it', async () => {
  const marcus = await stage.arrive(coordinator)
  const { page } = marcus
  await page.goto('/map?z=11&lat=53.41&lng=-2.93')
  await drawnHexagons(page)
  await page.locator('.maplibregl-canvas').focus()
  await page.keyboard.press('ArrowLeft')
  const words = page.locator('.accord-map__hover[role=status]')
  await expect.poll(() => words.innerText().catch(() => '')).toMatch(/: about \d+ incidents, /)
  const [, count] = /about (\d+) incidents/.exec(await words.innerText()) ?? []
  await page.keyboard.press('Enter')
  await page.locator('.accord-area', { hasText: `About ${count} incidents` }).waitFor()
})

it('an area with smaller areas inside is chosen by a click on its own number', async () => {
  const marcus = await stage.arrive(coordinator)
  const { page } = marcus
  const answer = await page.request.get(`${stage.portal.origin}/map/data`)
  const layer = (await answer.json()) as MapLayer
  const rests = areaShapes(layer).numbers.features.filter(
    ({ properties }) => layer.rest[layer.h.indexOf(properties?.cell)] === 1,
  )
  for (const { geometry, properties } of rests.slice(0, 3)) {
    const [lng, lat] = (geometry as Point).coordinates
    await page.goto(`/map?z=12.5&lat=${lat}&lng=${lng}`)
    await drawnHexagons(page)
    await page.locator('.accord-map__canvas').click()
    await expect.poll(() => mapQueryOf(new URL(page.url()).searchParams).at).toBe(properties?.cell)
    await page.locator('.accord-area', { hasText: `About ${properties?.label} incidents` }).waitFor()
  }
  expect(rests.length).toBeGreaterThan(2)
})
