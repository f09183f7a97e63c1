import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { recordConsent } from '../../app/features/consents/record-consent.server.ts'
import { openStage } from '../support/browser/journey.ts'
import { consentInput, recordedConsent, referableCase, sentReferral } from '../support/referrals.ts'
import { signIn } from '../support/sign-in.ts'
import { asking } from '../support/world.ts'

const stage = await openStage()
const { world, portal, worker, manager, recipient, recipientWorker } = stage
const now = new Date()
const DAY = 86_400_000

function post(path: string, cookie: string, fields: Record<string, string>) {
  const headers = { Cookie: cookie, Origin: portal.origin, 'Content-Type': 'application/x-www-form-urlencoded' }
  const body = new URLSearchParams({ idempotencyKey: crypto.randomUUID(), ...fields })
  return fetch(`${portal.origin}${path}`, { method: 'POST', headers, body, redirect: 'manual' })
}

async function countSent(caseId: string) {
  const [row] = await world.admin`
    select count(*)::int as many from referral_origin o join referral r using (referral_id)
    where o.case_id = ${caseId} and r.sent_at is not null`
  return row?.many
}

describe.each([{ javaScript: true }, { javaScript: false }])('sharing (JavaScript: $javaScript)', ({ javaScript }) => {
  it('is refused without consent, says what is missing, and refuses a direct POST too (I2)', async () => {
    const { caseId } = await referableCase(stage, { now })
    const sam = await stage.arrive(worker, { javaScript })
    await sam.go(`/cases/${caseId}/refer?purpose=support&to=${recipient.agencyId}`)
    await sam.says('Not allowed yet')
    await sam.says('Ask the client')
    expect(await sam.page.getByRole('button', { name: /^Send to/ }).count()).toBe(0)
    const answer = await post(`/cases/${caseId}/refer`, await signIn(worker), {
      recipientAgencyId: recipient.agencyId,
      purpose: 'support',
      askedBy: 'agreed',
      summary: 'Sent by hand',
      categories: 'safe_contact',
    })
    expect(answer.status).toBe(403)
    expect(await countSent(caseId)).toBe(0)
  })

  it('without consent is refused to the person who asked, and sent once another manager authorised it', async () => {
    const { caseId } = await referableCase(stage, { now })
    const ada = await stage.arrive(manager, { javaScript })
    await ada.go(`/cases/${caseId}/overrides/new`)
    await ada.choose('recipientAgencyId', recipient.agencyId)
    await ada.choose('purpose', 'support')
    await ada.choose('ground', 'risk_to_life')
    await ada.choose('whyNoConsent', 'unsafe_to_ask')
    await ada.fill('necessity', 'He has said that he will come back tonight with petrol.')
    await ada.choose('categories', 'name', 'safe_contact', 'incident_details')
    await ada.choose('clientTold', 'yes')
    await ada.press('Ask a manager')
    await ada.says(/No manager in your agency can decide this|someone else must decide: Ruth Okonjo/)
    const overridePath = new URL(ada.page.url()).pathname
    const own = await post(overridePath, await signIn(manager), { decision: 'authorised', note: 'Mine' })
    expect([403, 409]).toContain(own.status)
    const other = await stage.arrive(await world.staff(stage.sender, 'manager', 'Ruth Okonjo'), { javaScript })
    await other.go('/today')
    await other.says(`Share with ${recipient.name} without consent`)
    await other.go(overridePath)
    await other.choose('decision', 'authorised')
    await other.fill('note', 'There is no time to ask.')
    await other.press('Record my decision')
    await other.press('Continue the referral')
    await other.says('Shared without consent')
    await other.fill('summary', 'Threatened with fire.')
    await other.press(`Send to ${recipient.name}`)
    await other.says('Sent to')
    expect(await countSent(caseId)).toBe(1)
    const bea = await stage.arrive(recipientWorker, { javaScript })
    await bea.go(`/inbox/${new URL(other.page.url()).pathname.split('/').at(-1)}`)
    await bea.says(/without the client.s consent/i)
  })

  it('asks about several agencies one after another, on pages that are the client’s alone', async () => {
    const { caseId } = await referableCase(stage, { now, report: { language: 'Arabic' } })
    const police = await world.agency({ kind: 'victim_support', name: `Constabulary ${javaScript}` })
    await world.staff(police)
    const sam = await stage.arrive(worker, { javaScript })
    await sam.go(`/cases/${caseId}/consents/new`)
    await sam.choose('to', recipient.agencyId, police.agencyId)
    await sam.choose('purposes', 'support')
    await sam.choose('data', 'strand')
    await sam.press('Show it to the client')
    await sam.says('Choose the name above, or share how to reach the client without it')
    await sam.choose('withoutName', 'yes')
    await sam.press('Show it to the client')
    for (const answer of ['agreed', 'refused']) {
      await sam.says('but they do not know your name')
      expect(await sam.page.locator('header a, main a').allInnerTexts()).toEqual(['Accord'])
      expect(await namesOfVisibleFields(sam.page)).toEqual(['decision', 'limits'])
      await sam.press('Give my answer')
      await sam.says('Choose your answer')
      await sam.choose('decision', answer)
      await sam.press('Give my answer')
    }
    await sam.says('Record what the client answered')
    await sam.says('The case says that the client speaks Arabic')
    expect(await filledFields(sam.page)).toEqual([])
    await sam.choose('method', 'verbal')
    await sam.fill('language', 'Arabic')
    await sam.choose('grantor', 'client')
    await sam.choose('capacity', 'presumed')
    await sam.press('Record the answers')
    await sam.says(`Recorded: the client agrees to share with ${recipient.name}`)
    await sam.says(`Recorded: nothing is shared with Constabulary`)
  })

  it('stops before sending, and hides what was sent at once, when the client withdraws', async () => {
    const { caseId } = await referableCase(stage, { now })
    const { consentId } = await recordedConsent(stage, caseId, { now })
    const sam = await stage.arrive(worker, { javaScript })
    await sam.go(`/cases/${caseId}/consents/${consentId}/withdraw`)
    await sam.fill('how', 'By phone')
    await sam.press('Withdraw this consent')
    await sam.go(`/cases/${caseId}/refer?purpose=support&to=${recipient.agencyId}`)
    await sam.says('Not allowed yet')
    const sent = await sentReferral(stage, { now })
    const bea = await stage.arrive(recipientWorker, { javaScript })
    await bea.go(`/inbox/${sent.referralId}`)
    await bea.says('07700')
    const [shared] = await world.admin`
      select client_name from referral_package where referral_id = ${sent.referralId}`
    await sam.go(`/cases/${sent.caseId}/consents/${sent.consentId}/withdraw`)
    await sam.fill('how', 'In person')
    await sam.press('Withdraw this consent')
    await bea.go(`/inbox/${sent.referralId}`)
    await bea.says(/withdr/i)
    expect(await bea.page.content()).not.toContain('07700')
    await bea.says(`Stop contact: ${shared?.client_name}`)
    await bea.press('Confirm that we have stopped contact')
    await bea.says('You confirmed that your agency has stopped contact')
    await bea.go(`/inbox/${sent.referralId}`)
    expect(await bea.page.content()).not.toContain(shared?.client_name)
  })
})

function namesOfVisibleFields(page: Page) {
  return page
    .locator('main')
    .locator('input:not([type=hidden]), textarea, select')
    .evaluateAll((fields) => [...new Set(fields.map((field) => field.getAttribute('name')))])
}

/** The fields that open with an answer in them. */
function filledFields(page: Page) {
  return page
    .locator('main')
    .locator('input:not([type=hidden]):not([type=radio]):not([type=checkbox]), textarea, input:checked')
    .evaluateAll((fields) =>
      fields.filter((field) => (field as HTMLInputElement).value).map((field) => field.getAttribute('name')),
    )
}

it('a decision typed in later shows as late (I2), after an error beside each open question about safe contact', async () => {
  const before = new Date(now.getTime() - 20 * DAY)
  const report = { safeToText: null, safeToVoicemail: null }
  const { caseId } = await referableCase(stage, { now: before, report })
  await recordConsent(asking(worker, before), consentInput(caseId, recipient))
  const sam = await stage.arrive(worker)
  await sam.go(`/cases/${caseId}/refer?purpose=support&to=${recipient.agencyId}`)
  await sam.choose('askedBy', 'requested')
  await sam.fill('summary', 'Afraid to leave the flat.')
  await sam.fillDay('decidedAt', new Date(now.getTime() - 10 * DAY))
  await sam.press(`Send to ${recipient.name}`)
  const errors = await sam.page.locator('.govuk-form-group--error .govuk-error-message').allInnerTexts()
  expect(errors).toEqual([expect.stringContaining('leave a voicemail'), expect.stringContaining('send text messages')])
  await sam.choose('safeToVoicemail', 'no')
  await sam.choose('safeToText', 'no')
  await sam.press(`Send to ${recipient.name}`)
  await sam.go(`/cases/${caseId}`)
  await sam.says('Kept late')
})

it('an anonymous report says that contact is not possible, and is never overdue (R2)', async () => {
  const { caseId } = await referableCase(stage, {
    now: new Date(now.getTime() - 20 * DAY),
    report: { reporterRole: 'anonymous', clientName: '', phone: '' },
  })
  const sam = await stage.arrive(worker)
  await sam.go(`/cases/${caseId}`)
  await sam.says('Contact not possible')
})
