import type { Page } from 'playwright'
import { expect, it } from 'vitest'
import { expectAccessible } from '../support/browser/accessible.ts'
import { openStage } from '../support/browser/journey.ts'
import { foreignRequests } from '../support/hotspots/map-visit.ts'

const stage = await openStage()

async function openMap(page: Page) {
  await page.getByRole('button', { name: 'Choose on a map' }).click()
  await page.locator('[data-picker-drawn]').waitFor()
}

const pointOf = async (page: Page) =>
  Promise.all(['pointLat', 'pointLng'].map((name) => page.locator(`input[name="${name}"]`).inputValue()))

it('a click on the map is the place of the incident: said in words, kept with the draft, taken off again', async () => {
  const sam = await stage.arrive(stage.worker)
  const { page } = sam
  const foreign = foreignRequests(page, stage.portal.origin)
  const libraries: string[] = []
  page.on('request', (request) => {
    if (/maplibre|picker-map/.test(request.url())) libraries.push(request.url())
  })
  await sam.go('/reports/new')
  expect(libraries).toEqual([])
  await openMap(page)
  await page.locator('.accord-place-picker__frame').click()
  await sam.says(/Chosen: (around|north|south|east|west).+ The exact point stays in the case/)
  const [lat = '', lng = ''] = await pointOf(page)
  expect(Number(lat)).toBeCloseTo(53.41, 2)
  expect(Number(lng)).toBeCloseTo(-2.95, 2)
  await page.getByText(/Draft saved/).waitFor()
  await expectAccessible(page)
  const again = await stage.arrive(stage.worker)
  await again.go('/reports/new')
  expect(await pointOf(again.page)).toEqual([lat, lng])
  await page.getByRole('button', { name: 'Remove the place from the map' }).click()
  expect(await pointOf(page)).toEqual(['', ''])
  expect(libraries.length).toBeGreaterThan(1)
  expect(foreign).toEqual([])
})

it('by keyboard the map is moved under the cross, and its centre is used', async () => {
  const sam = await stage.arrive(stage.manager)
  const { page } = sam
  await sam.go('/reports/new')
  await openMap(page)
  await page.locator('.maplibregl-canvas').focus()
  await page.keyboard.press('ArrowUp')
  await page.waitForTimeout(800)
  await page.getByRole('button', { name: 'Use the centre of the map' }).press('Enter')
  const [lat = ''] = await pointOf(page)
  expect(Number(lat)).toBeGreaterThan(53.42)
})

it('without JavaScript ward and postcode ask for the place, and no button promises a map', async () => {
  const sam = await stage.arrive(stage.worker, { javaScript: false })
  await sam.go('/reports/new')
  expect(await sam.page.getByRole('button', { name: /on a map/ }).isVisible()).toBe(false)
  expect(await sam.page.locator('select[name="ward"]').isVisible()).toBe(true)
})
