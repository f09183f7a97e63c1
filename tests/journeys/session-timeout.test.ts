import { expect, it } from 'vitest'
import { openStage } from '../support/browser/journey.ts'
import { signIn } from '../support/sign-in.ts'

const stage = await openStage()

/** A page whose clock the test moves; the server's own goes on as ever. */
async function atReport() {
  const sam = await stage.arrive(stage.worker)
  await sam.page.clock.install()
  await sam.go('/reports/new')
  await sam.fill('account', 'They shouted at me again.')
  return { ...sam, dialog: sam.page.getByRole('dialog') }
}

it('warns before the session ends, goes on by one button, and keeps what was typed', async () => {
  const { page, dialog } = await atReport()
  await page.clock.fastForward('13:30')
  await dialog.getByRole('button', { name: /stay/i }).click()
  await dialog.waitFor({ state: 'hidden' })
  await page.clock.fastForward('10:00')
  expect(await dialog.isVisible()).toBe(false)
  await page.clock.fastForward('04:00')
  expect(await dialog.isVisible()).toBe(true)
  expect(await page.locator('[name="account"]').inputValue()).toBe('They shouted at me again.')
})

it('hides the page from somebody else who has signed in on the same device', async () => {
  const { page, dialog } = await atReport()
  const [name, value] = (await signIn(stage.manager)).split('=') as [string, string]
  await page.context().addCookies([{ name, value, url: stage.portal.origin, httpOnly: true }])
  await page.clock.fastForward('13:30')
  await dialog.getByRole('button', { name: /stay/i }).click()
  await dialog
    .getByText(/have been signed out/i)
    .first()
    .waitFor()
  expect(await dialog.getByRole('button', { name: /stay/i }).count()).toBe(0)
})
