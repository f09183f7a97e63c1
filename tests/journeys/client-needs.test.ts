import { expect, it } from 'vitest'
import { isBrailleInstalled } from '../../app/documents/write-braille.server.ts'
import { addDays, londonDayOf } from '../../app/domain/time/calendar-day.ts'
import { saveSection } from '../../app/features/interview/sections/save-section.server.ts'
import { markLeaver } from '../../app/features/staff/mark-leaver.server.ts'
import { openStage, type Visit } from '../support/browser/journey.ts'
import { allocatedCase, allowed } from '../support/cases.ts'
import { answerAll, arrangedInterview, sectionInput } from '../support/casework/interviews.ts'
import { agreedPlanIn, draftedPlan, planOf } from '../support/casework/plans.ts'
import { madePaper } from '../support/papers/papers.ts'
import { textOfPdf } from '../support/papers/read-pdf.ts'
import { sentReferral } from '../support/referrals.ts'
import { asking, type Person } from '../support/world.ts'

const stage = await openStage()
const { world, sender, worker, manager, recipientWorker } = stage

const HOUR = 3_600_000
const now = new Date()
const earlier = (hours: number) => new Date(now.getTime() - hours * HOUR)
const PHONE = { width: 390, height: 844 }
const TABLET = { width: 820, height: 1180 }

const lock = {
  what: 'Change the lock',
  dueOn: addDays(londonDayOf(now), 7),
  why: 'They tried the door',
  staffId: worker.actor.staffId,
}

async function arrive(person: Person, screen: typeof PHONE) {
  const visit = await stage.arrive(person)
  await visit.page.setViewportSize(screen)
  return visit
}

const saysNot = async ({ page }: Visit, words: string) => {
  expect(await page.locator('main').innerText()).not.toContain(words)
}

it('G5: an interview is not finished before the interpreter was there, and a referral names the need', async () => {
  const report = { clientName: 'Layla Haddad', language: 'Arabic', interpreterNeeded: true, safeToText: 'no' as const }
  const { caseId } = await allocatedCase(worker, { now: earlier(48), report })
  const sam = await arrive(worker, TABLET)
  await sam.go(`/cases/${caseId}/interviews/new`)
  await sam.says('To book for this interview Arabic interpreter')

  const startsAt = earlier(2)
  const key = await arrangedInterview(worker, { caseId, now: earlier(24), appointment: { startsAt } })
  const process = { explainedOn: londonDayOf(now), ways: ['said'], format: 'spoken' }
  allowed(await saveSection(asking(worker, now), sectionInput(key, 'process', process)))
  allowed(await saveSection(asking(worker, now), sectionInput(key, 'support', { supportDiscussed: 'yes' })))
  await answerAll(worker, key, ['process', 'support'], now)
  const interview = `/cases/${caseId}/interviews/${key.interviewId}`
  const open = 'The client still needs: Arabic interpreter'
  await sam.go(interview)
  await sam.says(open)
  await sam.go(`${interview}/finish`)
  await sam.press('Record that the interview was held')
  await sam.says('There is a problem Say of each need whether it was met (G5)')

  await sam.go(interview)
  await sam.press('Change the booking')
  await sam.choose('state', 'booked')
  await sam.choose('bookedWith', 'professional')
  await sam.press('Save the booking')
  await sam.says('The booking is saved')
  await sam.says(open)
  await sam.press('Change the booking')
  await sam.choose('state', 'delivered')
  await sam.press('Save the booking')
  await sam.says('Was there')
  await saysNot(sam, open)
  await sam.press('Finish the interview')
  await sam.press('Record that the interview was held')
  await sam.says('The interview is finished')

  const { referralId } = await sentReferral(stage, { caseId, now })
  const bea = await arrive(recipientWorker, PHONE)
  await bea.go(`/inbox/${referralId}`)
  await bea.says('Arabic interpreter')
})

it('G6: a client who reads Braille gets no acknowledgement in standard print, and one in Braille keeps I4b', async () => {
  const report = { clientName: 'Owen Pritchard', communicationNeeds: ['braille' as const] }
  const { caseId } = await allocatedCase(worker, { now: earlier(2), report })
  await agreedPlanIn({ worker, alternative: manager }, { caseId, now: earlier(1), plan: { ours: [lock] } })
  await madePaper(worker, { caseId, paper: 'acknowledgement' }, now)
  const papers = `/cases/${caseId}/papers`
  const sam = await arrive(worker, PHONE)
  await sam.go(`${papers}/acknowledgement/give`)
  await sam.choose('way', 'handed')
  await sam.choose('format', 'standard')
  await sam.press('Record that it was given')
  await sam.says('The client needs Braille. Choose it, or say that the client asked for this format')

  await getBraille(sam, papers)
  await sam.go(`${papers}/acknowledgement/give`)
  await sam.choose('way', 'handed')
  await sam.choose('format', 'braille')
  await sam.press('Record that it was given')
  await sam.says(/Given .* Braille/)
  const [clock] = await world.admin`select state from clock where case_id = ${caseId} and clause = 'I4b'`
  expect(clock).toEqual({ state: 'met' })
})

/** Made here where the translator is installed, and ordered otherwise. */
async function getBraille(sam: Visit, papers: string) {
  await sam.go(papers)
  if (await isBrailleInstalled()) {
    const file = await sam.page.request.get(`${papers}/acknowledgement?format=braille`)
    return expect(file.headers()['content-disposition']).toContain('.brf')
  }
  await sam.go(`${papers}/acknowledgement/braille`)
  await sam.press('Record that Braille is ordered')
  await sam.says(/Order it in Braille.*\(ordered/)
}

it('I4a: a plan that the client does not want to sign is agreed with the reason', async () => {
  const { caseId } = await draftedPlan({ worker, alternative: manager }, { ours: [lock] }, earlier(1))
  const sam = await arrive(worker, PHONE)
  await sam.go(`/cases/${caseId}/plan/sign`)
  await sam.choose('way', 'refused')
  await sam.press('Save the client’s answer')
  await sam.says('Enter why the client does not sign')
  await sam.fill('refusalReason', 'She signs nothing for a landlord')
  await sam.press('Save the client’s answer')
  await sam.go(`/cases/${caseId}/plan/sign`)
  await sam.page.getByLabel(/sign this plan for my agency/).check()
  await sam.press('Sign for the agency')
  await sam.says('The action plan is agreed')
  await sam.says('The client did not want to sign')
  await sam.says('Reason: She signs nothing for a landlord')
  expect((await planOf(worker, caseId)).agreed).toMatchObject({ agreedWay: 'documented_refusal' })
})

it('I6: when the alternative contact leaves, the client gets another name, which is in the acknowledgement', async () => {
  const callum = await world.staff(sender, 'case_worker', 'Callum Rigby')
  const { caseId } = await allocatedCase(worker, { now: earlier(2), report: { clientName: 'Jozef Nowak' } })
  await agreedPlanIn({ worker, alternative: callum }, { caseId, now: earlier(1), plan: { ours: [lock] } })
  allowed(await markLeaver(asking(manager, now), { staffId: callum.actor.staffId }))
  const sam = await arrive(worker, TABLET)
  await sam.go(`/cases/${caseId}`)
  await sam.says('The alternative contact has left')
  await sam.go('/today')
  await sam.says('Name an alternative contact for Jozef Nowak')
  await sam.press('Name someone')
  await sam.choose('staffId', manager.actor.staffId)
  await sam.press('Save the alternative contact')
  await sam.says('Ada Lovell is the alternative contact now')
  await saysNot(sam, 'has left')
  await sam.go('/today')
  await saysNot(sam, 'Name an alternative contact')
  await sam.go(`/cases/${caseId}/plan`)
  await sam.says('Alternative contact Ada Lovell')
  await saysNot(sam, 'Callum Rigby')
  const letter = await sam.page.request.get(`/cases/${caseId}/papers/acknowledgement`)
  const text = (await textOfPdf(await letter.body())).replace(/\s+/g, ' ')
  expect(text).toContain('If you cannot reach your case worker, ask for Ada Lovell')
  expect(text).not.toContain('Callum Rigby')
})
