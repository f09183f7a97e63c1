import type { Page } from 'playwright'
import { describe, expect, test } from 'vitest'
import { expectAccessible } from '../support/browser/accessible.ts'
import { openPage } from '../support/browser/browser.ts'
import { runningPortal } from '../support/browser/running-portal.ts'
import { codeOf, GOOD_PASSWORD, tokenInMailOf, withCredentials } from '../support/credentials.ts'
import { signIn } from '../support/sign-in.ts'
import { openWorld, type Person } from '../support/world.ts'

const world = await openWorld()
const harthill = await world.agency({ name: 'Harthill Bridge Homes', kind: 'social_landlord' })
const portal = await runningPortal({}, world.database)
const demo = await runningPortal({ ACCORD_DEMO: '1' }, world.database)

const WAYS = [
  { javaScriptEnabled: true, how: 'with JavaScript' },
  { javaScriptEnabled: false, how: 'without JavaScript' },
]

/** In a browser where the person is signed in already. */
async function pageOf(person: Person, options: { javaScriptEnabled: boolean }): Promise<Page> {
  const page = await openPage(portal.origin, options)
  const [name = '', value = ''] = (await signIn(person)).split('=')
  await page.context().addCookies([{ name, value, url: portal.origin }])
  return page
}

/** By hand; axe needs scripts, so only where they run. */
async function look(page: Page, javaScriptEnabled: boolean) {
  if (javaScriptEnabled) await expectAccessible(page)
}

async function enterPasswordAndCode(page: Page, email: string, secret: string, steps = 0) {
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password').fill(GOOD_PASSWORD)
  await page.getByRole('button', { name: 'Continue to the code' }).click()
  await page.getByLabel('Code from your authenticator app').fill(codeOf(secret, steps))
  await page.getByRole('button', { name: 'Sign in' }).click()
}

describe.each(WAYS)('$how', ({ javaScriptEnabled }) => {
  test('a manager invites a colleague, who joins by the link and signs in with password and code', async () => {
    const ada = await world.staff(harthill, 'manager', 'Ada Byrne')
    const manager = await pageOf(ada, { javaScriptEnabled })
    await manager.goto('/staff')
    await look(manager, javaScriptEnabled)
    await manager.getByRole('link', { name: 'Invite someone' }).click()
    await manager.getByRole('button', { name: 'Invite to Accord' }).click()
    await manager.getByText('There is a problem').waitFor()
    await look(manager, javaScriptEnabled)
    const email = `wren-${javaScriptEnabled}@harthill.example.org`
    await manager.getByLabel('Name', { exact: true }).fill('Wren Ellis')
    await manager.getByLabel('E-mail address at work').fill(email)
    await manager.getByText('They join as case worker').waitFor()
    await manager.getByRole('button', { name: 'Invite to Accord' }).click()
    await manager.getByText('Wren Ellis is invited.').waitFor()
    await look(manager, javaScriptEnabled)
    const staffId = manager.url().match(/staff\/([\w-]+)/)?.[1] ?? ''
    const link = `/invitation/${await tokenInMailOf(world, staffId)}`

    const page = await openPage(portal.origin, { javaScriptEnabled })
    await page.goto(`${portal.origin}${link}`)
    await look(page, javaScriptEnabled)
    await page.getByLabel('New password').fill('short')
    await page.getByRole('button', { name: 'Save the password' }).click()
    await page.getByText('There is a problem').waitFor()
    await page.getByLabel('New password').fill(GOOD_PASSWORD)
    await page.getByRole('button', { name: 'Save the password' }).click()
    await page.getByRole('heading', { level: 1, name: 'Set up your phone' }).waitFor()
    await look(page, javaScriptEnabled)
    const secret = (await page.locator('code').textContent()) ?? ''
    await page.getByLabel('Code from the app').fill(codeOf(secret))
    await page.getByRole('button', { name: 'Set up this app' }).click()
    await page.getByText('Your phone is set up').waitFor()
    await look(page, javaScriptEnabled)
    expect(await page.locator('li code').count()).toBe(10)
    const [recovery = ''] = await page.locator('li code').allTextContents()
    await page.getByRole('link', { name: 'I have saved the codes' }).click()
    await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByText('You have signed out.').waitFor()

    await page.goto('/agencies')
    // The next code: the one that set the app up is used, and works no second time.
    await enterPasswordAndCode(page, email, secret, 1)
    await page.getByRole('heading', { level: 1, name: 'Agencies' }).waitFor()
    await page.getByRole('button', { name: 'Sign out' }).click()

    await page.goto('/sign-in')
    await page.getByLabel('E-mail address').fill(email)
    await page.getByLabel('Password').fill(GOOD_PASSWORD)
    await page.getByRole('button', { name: 'Continue to the code' }).click()
    await look(page, javaScriptEnabled)
    await page.getByRole('link', { name: /use a recovery code/ }).click()
    await page.getByLabel('Recovery code').fill(recovery)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor()

    await page.goto(`${portal.origin}${link}`)
    await page.getByText('This link no longer works').first().waitFor()
  })

  test('a form that is sent just after the session ended is handed back and sent after signing in again', async () => {
    const ada = await world.staff(harthill, 'manager', 'Ada Byrne')
    const { secret } = await withCredentials(world, ada)
    const page = await pageOf(ada, { javaScriptEnabled })
    await page.goto(`/agencies/${harthill.agencyId}/change/offer`)
    const offers = `Somebody to talk to, ${javaScriptEnabled ? 'day' : 'night'}`
    await page.getByLabel('What you offer').fill(offers)
    await page.getByLabel('Hours').fill('Always')
    await world.admin`update session set idle_expires_at = now() - interval '1 minute'
      where staff_id = ${ada.actor.staffId}`
    await page.getByRole('button', { name: 'Save and continue' }).click()
    await page.getByText('Sign in again').first().waitFor()
    await look(page, javaScriptEnabled)
    await enterPasswordAndCode(page, ada.email, secret)
    await page.getByText('Nothing you typed is lost').waitFor()
    await look(page, javaScriptEnabled)
    const [before] = await world.admin`select offers from agency where agency_id = ${harthill.agencyId}`
    expect(before?.offers).not.toBe(offers)
    await page.getByRole('button', { name: 'Send the form now' }).click()
    await page.getByRole('heading', { level: 1, name: 'Duty contact' }).waitFor()
    const [after] = await world.admin`select offers from agency where agency_id = ${harthill.agencyId}`
    expect(after?.offers).toBe(offers)
  })

  test('somebody who leaves is out at the next click', async () => {
    const ada = await world.staff(harthill, 'manager', 'Ada Byrne')
    const pat = await world.staff(harthill, 'case_worker', 'Pat')
    const theirs = await pageOf(pat, { javaScriptEnabled })
    await theirs.goto('/today')
    const manager = await pageOf(ada, { javaScriptEnabled })
    await manager.goto(`/staff/${pat.actor.staffId}`)
    await look(manager, javaScriptEnabled)
    await manager.getByRole('link', { name: 'Pat is leaving' }).click()
    await manager.getByText('Pat is signed out everywhere immediately').waitFor()
    await look(manager, javaScriptEnabled)
    await manager.getByRole('button', { name: 'Mark Pat as a leaver' }).click()
    await manager.getByText('Pat has left.').waitFor()
    await theirs.getByRole('link', { name: 'Agencies' }).click()
    await theirs.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor()
  })
})

test('the pages of one’s account have no fault that axe finds', async () => {
  const ada = await world.staff(harthill, 'manager', 'Ada Byrne')
  await withCredentials(world, ada)
  const mine = await pageOf(ada, { javaScriptEnabled: true })
  for (const path of ['', '/password', '/second-factor', '/recovery-codes', '/notifications']) {
    await mine.goto(`/account${path}`)
    await expectAccessible(mine)
  }
})

test('the pages of agencies, people and settings have no fault that axe finds', async () => {
  const mine = await pageOf(await world.staff(harthill, 'manager', 'Ada Byrne'), { javaScriptEnabled: true })
  const root = await world.staff(harthill, 'administrator', 'Root')
  await mine.goto(`/agencies/${harthill.agencyId}`)
  await expectAccessible(mine)
  await mine.goto(`/agencies/${harthill.agencyId}/change`)
  await expectAccessible(mine)
  for (const section of await mine.getByRole('main').getByRole('listitem').getByRole('link').all()) {
    await section.click()
    await mine.getByRole('button', { name: 'Save and continue' }).waitFor()
    await expectAccessible(mine)
    await mine.getByRole('link', { name: 'What other agencies see' }).click()
    await mine.getByRole('heading', { level: 1, name: 'What other agencies see' }).waitFor()
  }
  const office = await pageOf(root, { javaScriptEnabled: true })
  for (const path of ['/settings', '/settings/strands', '/settings/holidays', '/agencies', '/agencies/new', '/staff']) {
    await office.goto(path)
    await expectAccessible(office)
  }
})

test.each(WAYS)(
  'an agency is changed page by page, and what is unfinished stays ($how)',
  async ({ javaScriptEnabled }) => {
    const home = await world.agency({ name: `Agency of pages ${javaScriptEnabled}` })
    const mine = await pageOf(await world.staff(home, 'manager', 'Ada Byrne'), { javaScriptEnabled })
    const list = mine.getByRole('list').filter({ hasText: 'Duty contact' })
    await mine.goto(`/agencies/${home.agencyId}/change/duty-contact`)
    await mine.getByLabel('Duty telephone').fill('0151')
    await mine.getByRole('button', { name: 'Save and come back later' }).click()
    await mine.getByText('Your draft is saved').waitFor()
    await list.getByRole('listitem').filter({ hasText: 'Duty contact' }).getByText('In progress').waitFor()
    await mine.getByRole('link', { name: 'Duty contact' }).click()
    await mine.getByText('Your draft is back').waitFor()
    await mine.getByRole('button', { name: 'Save and continue' }).click()
    await mine.getByRole('link', { name: 'Enter a phone number' }).waitFor()
    await mine.getByLabel('Duty telephone').fill('0151 496 0009')
    await mine.getByRole('button', { name: 'Save and continue' }).click()
    await mine.getByText('Duty contact is saved').waitFor()
    await list.getByRole('listitem').filter({ hasText: 'Duty contact' }).getByText('Completed').waitFor()
  },
)

test.each(WAYS)(
  'bank holidays are added several at once, and each error names its row ($how)',
  async ({ javaScriptEnabled }) => {
    const office = await pageOf(await world.staff(harthill, 'administrator', 'Root'), { javaScriptEnabled })
    const field = (at: number, name: string) => office.locator(`[name="holidays[${at}].${name}"]`)
    const fill = async (at: number, day: Date) => {
      await field(at, 'on-day').fill(String(day.getUTCDate()))
      await field(at, 'on-month').fill(String(day.getUTCMonth() + 1))
      await field(at, 'on-year').fill(String(day.getUTCFullYear()))
    }
    const press = (name: string) => office.getByRole('button', { name }).click()
    const [first, second] = weekdaysWithoutHoliday(javaScriptEnabled ? 2 : 3)
    await office.goto('/settings/holidays')
    await fill(0, first)
    await press('Add another holiday')
    await expect
      .poll(() => office.evaluate(() => document.activeElement?.closest('fieldset[id]')?.id))
      .toBe('holidays[1]')
    await field(1, 'name').fill('No day yet')
    await press('Add another holiday')
    await fill(2, second)
    await field(2, 'name').fill('Second day')
    await look(office, javaScriptEnabled)
    await press('Add these bank holidays')
    await office.getByRole('link', { name: 'Holiday 1: Enter what the holiday is called' }).waitFor()
    await office.getByRole('link', { name: 'Holiday 2: Enter the day' }).waitFor()
    await look(office, javaScriptEnabled)
    await press('Remove holiday 2')
    await expect.poll(() => office.evaluate(() => document.activeElement?.id)).toBe('holidays')
    expect(await field(1, 'name').inputValue()).toBe('Second day')
    expect(await field(0, 'on-day').inputValue()).toBe(String(first.getUTCDate()))
    await field(0, 'name').fill('First day')
    // Enter sends the form, and presses no button that removes a row.
    await field(0, 'name').press('Enter')
    await office.getByText('The bank holidays are added').waitFor()
    for (const name of ['First day', 'Second day']) await office.getByRole('cell', { name }).first().waitFor()
  },
)

/** A Tuesday and the Wednesday after it, in a week of the coming year in which no bank holiday is. */
function weekdaysWithoutHoliday(month: number): [Date, Date] {
  const eighth = new Date(Date.UTC(new Date().getUTCFullYear() + 1, month - 1, 8))
  const tuesday = new Date(eighth.getTime() + ((2 - eighth.getUTCDay() + 7) % 7) * 86_400_000)
  return [tuesday, new Date(tuesday.getTime() + 86_400_000)]
}

describe('outside the demonstration', () => {
  test('nobody is offered, and the address of the one click does not exist', async () => {
    const page = await openPage(portal.origin)
    await page.goto('/sign-in')
    await expectAccessible(page)
    expect(await page.locator('main').getByRole('button').allTextContents()).toEqual(['Continue to the code'])
    const sam = await world.staff(harthill)
    const answer = await fetch(`${portal.origin}/sign-in/demo`, {
      method: 'POST',
      headers: { Origin: portal.origin },
      body: new URLSearchParams({ staffId: sam.actor.staffId }),
    })
    expect(answer.status).toBe(404)
    expect(answer.headers.get('Set-Cookie')).toBeNull()
  })
})

test('in the demonstration one click signs in, and leads back to where one wanted to go', async () => {
  await world.staff(harthill, 'case_worker', 'Sam Okafor')
  for (const { javaScriptEnabled } of WAYS) {
    const page = await openPage(demo.origin, { javaScriptEnabled })
    await page.goto('/agencies')
    await look(page, javaScriptEnabled)
    await page.getByRole('button', { name: 'Sign in as Sam Okafor' }).click()
    await page.getByRole('heading', { level: 1, name: 'Agencies' }).waitFor()

    await page.goto('/account/notifications')
    await world.admin`update session set idle_expires_at = now() - interval '1 minute'`
    await page.getByRole('button', { name: 'Save my notifications' }).click()
    await page.getByRole('button', { name: 'Sign in again as before' }).click()
    await page.getByRole('button', { name: 'Send the form now' }).click()
    await page.getByText('Your notifications are saved.').waitFor()
  }
})
