import { expect, it } from 'vitest'
import { openStage } from '../support/journey.ts'

const stage = await openStage()

it('a page that somebody tabs into while it loads works all the same', async () => {
  const sam = await stage.arrive(stage.worker)
  const faults: string[] = []
  sam.page.on('pageerror', ({ message }) => faults.push(message))
  for (let load = 0; load < 30; load += 1) {
    await sam.page.goto(`${stage.portal.origin}/${load % 2 ? 'today' : 'reports/new'}`, { waitUntil: 'commit' })
    for (let key = 0; key < 6; key += 1) await sam.page.keyboard.press('Tab')
    // Marked by the first effect after React has taken the page over.
    await sam.page.locator('body.js-enabled').waitFor()
  }
  expect(faults).toEqual([])
}, 60_000)
