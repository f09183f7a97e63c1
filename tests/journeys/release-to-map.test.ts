import { afterAll, beforeAll, expect, it } from 'vitest'
import { syntheticQuarter } from '../../app/demo/synthetic-incidents.ts'
import { openStage } from '../support/browser/journey.ts'
import { drawnHexagons, foreignRequests } from '../support/hotspots/map-visit.ts'
import { countIncidents, publishRelease } from '../support/hotspots/releases.ts'
import { eventually, startWorkerProcess } from '../support/worker-process.ts'

const stage = await openStage()
const { world, sender, recipient } = stage
const coordinator = await world.staff(sender, 'coordinator', 'Marcus Adeyemi')
const administrator = await world.staff(sender, 'administrator', 'Tomasz Wilk')
const officer = await world.staff(sender, 'cohesion_officer', 'Siobhan Kilbride')
const further = await Promise.all([1, 2, 3].map(() => world.agency()))
const agencyIds = [sender, recipient, ...further].map(({ agencyId }) => agencyId)

beforeAll(async () => {
  for (const [quarter, period] of ['2024-Q4', '2025-Q1'].entries()) {
    const incidents = syntheticQuarter({ quarter, quarters: 8, incidents: 900, agencies: agencyIds.length })
    await countIncidents(coordinator, agencyIds, { period, incidents })
  }
  await publishRelease(world, { coordinator, approver: administrator }, '2024-Q4')
  const { child, ended } = startWorkerProcess({ ORIGIN: stage.portal.origin })
  afterAll(async () => {
    child.kill('SIGTERM')
    await ended
  })
})

it('G12: the coordinator asks for a release and proposes it, a second person publishes it, and the map shows it', async () => {
  const marcus = await stage.arrive(coordinator)
  await marcus.go('/map/releases')
  await marcus.press('Build this release')
  await marcus.says('Choose a quarter, a half or a year')
  await marcus.choose('period', '2025-Q1')
  await marcus.press('Build this release')
  await eventually(async () => {
    await marcus.page.reload()
    return (await marcus.page.locator('main').innerText()).includes('Attacks on this release')
  })
  const address = new URL(marcus.page.url()).pathname
  await marcus.says('per cent of incidents in hexagons of size 7 or finer')
  await marcus.press('Propose this release')
  await marcus.press('Propose the release of January to March 2025')
  await marcus.says('Another person must read this page and decide')

  const tomasz = await stage.arrive(administrator)
  await tomasz.go('/map/releases')
  await tomasz.press('January to March 2025')
  await tomasz.press('Decide on this release')
  await tomasz.press('Record my decision')
  await tomasz.says('Choose whether to publish the release')
  await tomasz.choose('decision', 'approve')
  await tomasz.press('Record my decision')
  await tomasz.says('Published')
  expect(new URL(tomasz.page.url()).pathname).toBe(address)

  const foreign = foreignRequests(marcus.page, stage.portal.origin)
  await marcus.page.goto('/map')
  expect(await drawnHexagons(marcus.page)).toBeGreaterThan(20)
  await marcus.says('January to March 2025')
  expect(foreign).toEqual([])
}, 300_000)

it('G13: the cohesion officer plans awareness work from an area of the map', async () => {
  const siobhan = await stage.arrive(officer)
  await siobhan.page.goto('/map')
  await drawnHexagons(siobhan.page)
  await siobhan.page.locator('.accord-area-list a').first().click()
  const link = siobhan.page.getByRole('link', { name: 'Plan awareness work here' })
  await link.waitFor()
  await siobhan.press('Plan awareness work here')
  await siobhan.says('From the map')
  await siobhan.fill('title', 'Walk with leaflets')
  await siobhan.choose('kind', 'walkabout')
  await siobhan.fillDay('heldOn', new Date('2031-05-06'))
  await siobhan.fill('venue', 'From the library')
  await siobhan.press('Plan this event')
  await siobhan.says('It is planned')
  const [event] = await world.admin`select cell, release_id from awareness_event where title = 'Walk with leaflets'`
  expect(event?.cell).not.toBeNull()
  expect(event?.release_id).not.toBeNull()
})

it('other rules wait for a second person too', async () => {
  const marcus = await stage.arrive(coordinator)
  await marcus.go('/map/rules')
  await marcus.press('Propose new rules')
  await marcus.fill('incidents', '5')
  await marcus.fill('reason', 'Fewer would show more.')
  await marcus.press('Propose these rules')
  await marcus.says('Enter a minimum of 10 to 100 incidents')
  await marcus.fill('incidents', '15')
  await marcus.press('Propose these rules')
  await marcus.says('Another person decides')
  const tomasz = await stage.arrive(administrator, { javaScript: false })
  await tomasz.go('/map/rules')
  await tomasz.press('Decide on these rules')
  await tomasz.choose('decision', 'in_force')
  await tomasz.press('Record my decision')
  await tomasz.says('at least 15 incidents of at least 5 clients')
})
