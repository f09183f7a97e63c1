import { describe, expect, it } from 'vitest'
import { openStage, type Visit } from '../support/browser/journey.ts'

const stage = await openStage()
const { worker, recipient, recipientWorker } = stage

describe.each([
  { javaScript: true, how: 'in a browser' },
  { javaScript: false, how: 'without JavaScript' },
])('a client is helped across two agencies, $how', ({ javaScript }) => {
  it('from the report to the outcome that the client learns (R1 R2 R3 R6 G8 I2)', async () => {
    const name = javaScript ? 'Amara Diallo' : 'Thanh Nguyen'
    const phone = javaScript ? '07700 900123' : '07700 900456'
    const sam = await stage.arrive(worker, { javaScript })
    await takeReport(sam, name, phone)
    const casePath = new URL(sam.page.url()).pathname
    await allocateAndContact(sam, casePath)
    await agreeToShare(sam, casePath)
    await refer(sam, casePath)
    const sentPath = new URL(sam.page.url()).pathname
    await workReferral(await stage.arrive(recipientWorker, { javaScript }), name, phone)
    await hearAndTell(sam, sentPath, name)
  })
})

async function takeReport(sam: Visit, name: string, phone: string) {
  await sam.go('/today')
  await sam.press('Take a report')
  await sam.press('Save and open the case')
  await sam.says('There is a problem')
  if (sam.javaScript) expect(await sam.page.title()).toBe('Error: Take a report - Accord')
  await sam.choose('reporterRole', 'victim')
  await sam.fill('clientName', name)
  await sam.fill('phone', phone)
  await sam.choose('safeToCall', 'yes')
  await sam.choose('safeToVoicemail', 'no')
  await sam.choose('safeToText', 'no')
  await sam.fill('account', 'They shouted at me again outside the shop.')
  await sam.choose('strands', 'race')
  await sam.choose('violence', 'no')
  await sam.fill('wishes', 'I want it to stop.')
  await sam.press('Save and open the case')
  await sam.says(name)
  await sam.says('I want it to stop.')
  expect(await sam.page.title()).not.toMatch(new RegExp(`${name}|Error`))
}

async function allocateAndContact(sam: Visit, casePath: string) {
  await sam.go(`${casePath}/allocate`)
  await sam.press('Take this case')
  await sam.go(`${casePath}/contacts/new`)
  await sam.press('Record that we spoke')
  await sam.says('Kept')
}

async function agreeToShare(sam: Visit, casePath: string) {
  await sam.go(`${casePath}/consents`)
  await sam.go(`${casePath}/consents/new`)
  await sam.choose('to', recipient.agencyId)
  await sam.choose('purposes', 'support')
  await sam.choose('data', 'name', 'date_of_birth', 'address', 'incident_details', 'strand', 'risk')
  await sam.press('Show it to the client')
  await sam.says(`${recipient.name} may know`)
  await sam.choose('decision', 'agreed')
  await sam.press('Give my answer')
  await sam.fill('language', 'English')
  await sam.choose('method', 'verbal')
  await sam.choose('grantor', 'client')
  await sam.choose('capacity', 'presumed')
  await sam.press('Record the answers')
  await sam.says(recipient.name)
}

async function refer(sam: Visit, casePath: string) {
  await sam.go(`${casePath}/refer?purpose=support`)
  await sam.choose('to', recipient.agencyId)
  await sam.press('Choose this agency')
  await sam.says('What they will see')
  // A page that is loaded again starts at its top; without a new load the focus is at the step that was opened.
  const focused = () => sam.page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')
  if (sam.javaScript) await expect.poll(focused).toMatch(/^2\. /)
  await sam.choose('askedBy', 'agreed')
  await sam.fill('summary', 'Shouted at outside the shop, and afraid to go there.')
  await sam.press(`Send to ${recipient.name}`)
  await sam.says('Sent to')
}

/** A4 portrait with margins of 15 mm, in CSS pixels; a word that does not fit its column is broken into single letters. */
async function fitsOnPaper({ page }: Visit, lastColumn: string) {
  const paper = { width: 680, height: 1009 }
  const screen = page.viewportSize() ?? paper
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize(paper)
  const columns = await page
    .locator('main thead th')
    .evaluateAll((all) =>
      all.map((one) => ({ header: one.textContent, right: one.getBoundingClientRect().right, width: one.clientWidth })),
    )
  expect(columns.at(-1)?.header).toBe(lastColumn)
  for (const { right, width } of columns) {
    expect(right).toBeLessThanOrEqual(paper.width)
    expect(width).toBeGreaterThan(70)
  }
  await page.emulateMedia({ media: 'screen' })
  await page.setViewportSize(screen)
}

async function workReferral(bea: Visit, name: string, phone: string) {
  await bea.go('/inbox')
  await fitsOnPaper(bea, 'Due')
  await bea.press(name)
  const text = await bea.page.locator('main').innerText()
  expect(text.indexOf('voicemail')).toBeLessThan(text.indexOf(phone))
  await bea.press('Confirm that we have received it')
  await bea.press('Accept this referral')
  await bea.press('Accept this referral')
  await bea.press('Record that the client was not reached')
  // Whoever records an attempt has the warnings and the number beside the form.
  expect(await bea.page.locator('main').innerText()).toContain(phone)
  await bea.choose('channel', 'phone')
  await bea.choose('reason', 'left_message')
  await bea.press('Record this attempt')
  await bea.says('Do not leave voicemail')
  await bea.choose('unsafeConfirmed', 'yes')
  await bea.choose('unsafeReason', 'by_mistake')
  await bea.press('Record this attempt')
  await bea.says('Plan for the client’s safety now')
  await bea.says('Trying to reach the client (1 attempt)')
  await bea.press('Record that we are in contact')
  await bea.choose('channel', 'in_person')
  await bea.press('Record that we are in contact')
  await bea.press('Record the outcome')
  await bea.choose('outcome', 'support_given')
  await bea.fill('message', 'We went to the shop with her and spoke with the owner.')
  await bea.press('Record the outcome')
  await bea.says('Support given')
}

async function hearAndTell(sam: Visit, sentPath: string, name: string) {
  await sam.go('/today')
  await sam.says(`Tell ${name}`)
  await sam.go('/sent')
  await sam.go(sentPath)
  await sam.says('We went to the shop with her')
  await sam.press(`Record that you told ${name}`)
  await sam.choose('channel', 'in_person')
  await sam.press(`Record that you told ${name}`)
  await sam.go('/today')
  expect(await sam.page.locator('main').innerText()).not.toContain(`Tell ${name}`)
}
