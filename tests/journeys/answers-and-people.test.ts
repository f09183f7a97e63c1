import { expect, it } from 'vitest'
import { openStage } from '../support/browser/journey.ts'
import { recordedConsent, referableCase, sentReferral } from '../support/referrals.ts'

const stage = await openStage()
const { world, worker, manager, recipient, recipientWorker } = stage
const now = new Date()

it('a declined referral goes to the agency that was suggested, with a consent of its own (I2)', async () => {
  const other = await world.agency({ kind: 'community_support', name: 'Unity Steps', investigates: false })
  const otherWorker = await world.staff(other, 'case_worker', 'Imran Sheikh')
  const { referralId, caseId } = await sentReferral(stage, { now })
  const bea = await stage.arrive(recipientWorker)
  await bea.go(`/inbox/${referralId}/decline`)
  await bea.choose('reason', 'out_of_scope')
  await bea.page.locator('select[name="suggestedAgencyId"]').selectOption(other.agencyId)
  await bea.press('Decline this referral')
  const sam = await stage.arrive(worker)
  await sam.go(`/sent/${referralId}`)
  await sam.says('Unity Steps')
  await sam.press('is suggested: ask')
  await sam.says('Not allowed yet')
  await recordedConsent({ worker, recipient: other }, caseId, { now })
  await sam.go(`/sent/${referralId}/reroute`)
  await sam.choose('askedBy', 'agreed')
  await sam.fill('summary', 'Shouted at outside the shop.')
  await sam.press('Send to Unity Steps')
  await sam.says('Sent to')
  const imran = await stage.arrive(otherWorker)
  await imran.go('/inbox')
  await imran.says('Harthill Bridge Homes')
  expect(await imran.go(`/inbox/${referralId}`)).toBe(404)
})

it('of an acceptance and a withdrawal at the same time one wins, and the other sees it', async () => {
  const { referralId } = await sentReferral(stage, { now })
  const sam = await stage.arrive(worker)
  const bea = await stage.arrive(recipientWorker)
  await bea.go(`/inbox/${referralId}/accept`)
  await sam.go(`/sent/${referralId}/withdraw`)
  await sam.choose('reason', 'changed_mind')
  await Promise.all([bea.press('Accept this referral'), sam.press(/withdraw/i)])
  const [row] = await world.admin`select state, version from referral where referral_id = ${referralId}`
  const steps = await world.admin`
    select move from referral_step where referral_id = ${referralId} and move in ('accept', 'withdraw_for_client')`
  expect(steps).toHaveLength(1)
  expect(row?.state).toBe(steps[0]?.move === 'accept' ? 'accepted' : 'withdrawn_by_client')
  const told = await (steps[0]?.move === 'accept' ? sam : bea).page.locator('main').innerText()
  expect(told).toMatch(/not possible|changed|withdrawn|accepted/i)
})

it('the cases of somebody who leaves fall back to the queue, and the manager sees it (R6)', async () => {
  const leaver = await world.staff(stage.sender, 'case_worker', 'Lee Hargreaves')
  const { reference } = await referableCase({ worker: leaver }, { now })
  const ada = await stage.arrive(manager)
  await ada.go('/staff')
  await ada.press('Lee Hargreaves')
  await ada.go(`${new URL(ada.page.url()).pathname}/leave`)
  await ada.press('Mark Lee Hargreaves as a leaver')
  await ada.go('/cases?queue=unallocated')
  await ada.says(reference)
  await ada.go('/today')
  await ada.says('Cases without a case worker')
  const lee = await stage.arrive(leaver)
  await lee.go('/today')
  expect(new URL(lee.page.url()).pathname).toBe('/sign-in')
})

it('what the recipient sends back is on the sender’s page, and its own notes are not', async () => {
  const { referralId } = await sentReferral(stage, { now })
  const bea = await stage.arrive(recipientWorker)
  await bea.go(`/inbox/${referralId}`)
  await bea.fill('note', 'She sounded frightened of her neighbour.')
  await bea.press('Save this note')
  await bea.says('frightened of her neighbour')
  const sam = await stage.arrive(worker)
  await sam.go(`/sent/${referralId}`)
  expect(await sam.page.content()).not.toContain('frightened of her neighbour')
  await sam.says(recipient.name)
})
