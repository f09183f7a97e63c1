import { expect, it } from 'vitest'
import { openStage } from '../support/browser/journey.ts'
import { reportedCase } from '../support/cases.ts'

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
}, 300_000)

it('typed text that no draft keeps is not lost without a question: by a link or by reloading', async () => {
  const { caseId } = await reportedCase(stage.worker, { now: new Date() })
  const sam = await stage.arrive(stage.worker)
  const asked: string[] = []
  sam.page.on('dialog', (dialog) => {
    asked.push(dialog.type())
    return dialog.dismiss()
  })
  await sam.go(`/cases/${caseId}/edit`)
  await sam.page.locator('[name="wishes"]').pressSequentially('To move')
  await sam.page.getByRole('link', { name: 'Today' }).first().click()
  await expect.poll(() => asked).toEqual(['confirm'])
  await sam.page.reload({ timeout: 3_000 }).catch(() => undefined)
  await expect.poll(() => asked).toEqual(['confirm', 'beforeunload'])
}, 300_000)

it('nor is a draft that could not be saved: by a link, by reloading or by another form', async () => {
  const { caseId } = await reportedCase(stage.worker, { now: new Date() })
  const sam = await stage.arrive(stage.worker)
  await sam.page.route('**/drafts?*', (route) => route.fulfill({ status: 429 }))
  const asked: string[] = []
  sam.page.on('dialog', (dialog) => {
    asked.push(dialog.type())
    return dialog.dismiss()
  })
  await sam.go(`/cases/${caseId}`)
  await sam.go(`/cases/${caseId}/contacts/new`)
  await sam.page.locator('[name="note"]').pressSequentially('He called back at noon')
  await sam.page.getByText('Draft not saved').waitFor()
  // The question comes in an effect of React, so it may follow the click a moment later.
  await sam.page.getByRole('link', { name: 'Today' }).first().click()
  await expect.poll(() => asked).toEqual(['confirm'])
  await sam.page.getByRole('button', { name: /that no one answered/ }).click()
  await expect.poll(() => asked).toEqual(['confirm', 'confirm'])
  await sam.page.reload({ timeout: 3_000 }).catch(() => undefined)
  await expect.poll(() => asked).toEqual(['confirm', 'confirm', 'beforeunload'])
  expect(await sam.page.locator('[name="note"]').inputValue()).toBe('He called back at noon')
  await sam.choose('outcome', 'no_answer')
  await sam.press('and record this')
  expect(new URL(sam.page.url()).pathname).toBe(`/cases/${caseId}`)
  await sam.go(`/cases/${caseId}/contacts/new`)
  expect(asked).toHaveLength(3)
}, 300_000)

it.each([
  { characters: 1_200_000, why: 'a little' },
  { characters: 3_000_000, why: 'far' },
])(
  'a form that is $why larger than the portal takes stays on its page, with what is wrong and all that was typed',
  async ({ characters }) => {
    const { caseId } = await reportedCase(stage.worker, { now: new Date() })
    const sam = await stage.arrive(stage.worker)
    const asked: string[] = []
    sam.page.on('dialog', (dialog) => {
      asked.push(dialog.message())
      return dialog.dismiss()
    })
    await sam.go(`/cases/${caseId}/edit`)
    await sam.fill('clientName', 'Kept Name')
    const note = sam.page.locator('[name="wishes"]')
    await note.fill('a'.repeat(characters))
    const record = () => sam.page.getByRole('button', { name: 'Save these details' }).click()
    await record()
    const summary = sam.page.getByRole('alert')
    await summary.getByText('This form is larger than 1 MB.').waitFor()
    expect(await sam.page.title()).toMatch(/^Error: /)
    expect((await note.inputValue()).length).toBe(characters)
    expect(await sam.page.locator('[name="clientName"]').inputValue()).toBe('Kept Name')
    await sam.page.getByRole('link', { name: 'Today' }).first().click()
    await expect.poll(() => asked).toEqual([expect.stringMatching(/not saved/)])
    await note.fill('He called back at noon')
    await record()
    await sam.page.waitForURL((url) => url.pathname === `/cases/${caseId}`)
  },
  300_000,
)
