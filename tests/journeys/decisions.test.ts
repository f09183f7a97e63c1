import { expect, it } from 'vitest'
import { openStage } from '../support/browser/journey.ts'
import { caseWanting } from '../support/casework/options.ts'
import { signIn } from '../support/sign-in.ts'

const stage = await openStage()
const { world, portal, manager } = stage
const PHONE = { width: 390, height: 800 }
const DAY = 86_400_000

function postAsAsker(path: string, cookie: string) {
  const headers = { Cookie: cookie, Origin: portal.origin, 'Content-Type': 'application/x-www-form-urlencoded' }
  const body = new URLSearchParams({ idempotencyKey: crypto.randomUUID(), decision: 'yes', note: 'Mine' })
  return fetch(`${portal.origin}${path}`, { method: 'POST', headers, body, redirect: 'manual' })
}

it('G7d: re-housing is requested on a phone, refused to the person who asked, and decided by another', async () => {
  const now = new Date()
  const { caseId } = await caseWanting(manager, ['target_hardening'], { now })
  const ada = await stage.arrive(manager)
  await ada.page.setViewportSize(PHONE)
  await ada.go(`/cases/${caseId}/options`)
  await ada.says('1 of 5 discussed')
  await ada.go(`/cases/${caseId}/options/rehousing`)
  await ada.choose('answer', 'wants')
  await ada.page.setViewportSize(PHONE)
  await ada.press('Record the answer')
  await ada.press(/^Ask a manager/)
  await ada.choose('scope', 'temporary')
  await ada.fill('reason', 'Petrol was poured through the letterbox twice.')
  await ada.fillDay('wantedBy', new Date(now.getTime() + 2 * DAY))
  await ada.choose('clientWish', 'prefers_not')
  await ada.press(/^Ask a manager$/)
  await ada.says('The client prefers not')
  expect(await ada.page.locator('[name="reason"]').inputValue()).toContain('Petrol')
  await ada.choose('clientWish', 'agreed')
  await ada.press(/^Ask a manager$/)
  await ada.says(/No manager in your agency can decide this|someone else must decide/)
  const path = new URL(ada.page.url()).pathname
  expect(await ada.page.locator('[name="decision"]').count()).toBe(0)
  expect((await postAsAsker(path, await signIn(manager))).status).toBe(403)

  const ruth = await stage.arrive(await world.staff(stage.sender, 'manager', 'Ruth Okonjo'))
  await ruth.page.setViewportSize(PHONE)
  await ruth.go('/decisions')
  await ruth.says('Waiting for your decision')
  await ruth.press(/Move the client to another home/)
  await ruth.choose('decision', 'yes')
  await ruth.press('Record my decision')
  await ruth.says('You said yes')
  await ada.go(path)
  await ada.press('Record when it was done')
  await ada.fillDay('rehousedOn', now)
  await ada.press('Save the dates')
  await ada.says('Moved on')
}, 120_000)
