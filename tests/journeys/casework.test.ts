import { expect, it } from 'vitest'
import { PAGES } from '../../app/routes.ts'
import { openStage, type Visit } from '../support/browser/journey.ts'
import { WORDS } from '../support/browser/whole-portal.ts'
import { allocatedCase, contactedCase, reportedCase } from '../support/cases.ts'
import { bookedInterview } from '../support/casework/interviews.ts'
import { openMeasure } from '../support/casework/options.ts'
import { amendedPlan } from '../support/casework/plans.ts'
import { reportedRepair } from '../support/casework/repairs.ts'
import { addedFile } from '../support/files/evidence.ts'
import { givenLeaflet } from '../support/papers/papers.ts'

const stage = await openStage()
const { worker, manager } = stage

const HOUR = 3_600_000
const now = new Date()
const earlier = (hours: number) => new Date(now.getTime() - hours * HOUR)

async function shortPath(visit: Visit, name: string) {
  await visit.choose('reporterRole', 'victim')
  await visit.fill('clientName', name)
  await visit.fill('phone', '07700 900321')
  await visit.fill('account', 'They followed me home.')
  await visit.choose('strands', 'disability')
  await visit.choose('violence', 'no')
}

it('a draft is kept while one types, comes back, and is thrown away by a button', async () => {
  const sam = await stage.arrive(worker)
  await sam.go('/reports/new')
  await sam.fill('account', 'Half a sentence')
  await sam.page.getByText(/Draft saved/).waitFor()
  const again = await stage.arrive(worker, { javaScript: false })
  await again.go('/reports/new')
  await again.says('Your draft is back')
  expect(await again.page.locator('[name="account"]').inputValue()).toBe('Half a sentence')
  await again.press('Delete this draft')
  expect(await again.page.locator('[name="account"]').inputValue()).toBe('')
})

it('what was typed after a phone call survives the end of the session, and ends with the contact', async () => {
  const { caseId } = await allocatedCase(worker, { now: earlier(1) })
  const sam = await stage.arrive(worker)
  const note = 'Safe with her sister until Friday'
  await sam.go(`/cases/${caseId}/contacts/new`)
  await sam.fill('note', note)
  await sam.page.getByText(/Draft saved/).waitFor()
  await stage.world.admin`delete from session where staff_id = ${worker.actor.staffId}`
  const again = await stage.arrive(worker)
  await again.go(`/cases/${caseId}/contacts/new`)
  await again.says('Your draft is back')
  expect(await again.page.locator('[name="note"]').inputValue()).toBe(note)
  await again.choose('outcome', 'spoke')
  await again.press('Record this')
  await again.go(`/cases/${caseId}/contacts`)
  await again.says(note)
  await again.go(`/cases/${caseId}/contacts/new`)
  expect(await again.page.locator('[name="note"]').inputValue()).toBe('')
})

it('a form that was sent in another window does not say that its draft is saved', async () => {
  const { caseId } = await allocatedCase(worker, { now: earlier(1) })
  const [first, second] = [await stage.arrive(worker), await stage.arrive(worker)]
  await first.go(`/cases/${caseId}/contacts/new`)
  await first.fill('note', 'Call after six')
  await first.page.getByText(/Draft saved/).waitFor()
  await second.go(`/cases/${caseId}/contacts/new`)
  await first.choose('outcome', 'spoke')
  await first.press('Record this')
  await second.fill('note', 'Call after seven')
  await second.page.getByText(/sent or deleted in another window/).waitFor()
})

it('a form that is refused keeps its draft all the same', async () => {
  const { caseId } = await allocatedCase(worker, { now: earlier(1) })
  const sam = await stage.arrive(worker)
  await sam.go(`/cases/${caseId}/contacts/new`)
  await sam.fill('note', 'Call after six')
  await sam.press('Record this')
  await sam.says('Choose the result')
  await sam.page.getByText(/Draft saved/).waitFor()
  await sam.go(`/cases/${caseId}/contacts/new`)
  expect(await sam.page.locator('[name="note"]').inputValue()).toBe('Call after six')
})

it('somebody known already is pointed out, and the incident goes to the case they have (without JavaScript)', async () => {
  const known = await allocatedCase(worker, { now: earlier(48), report: { clientName: 'Jozef Nowak' } })
  const sam = await stage.arrive(worker, { javaScript: false })
  await sam.go('/reports/new')
  await shortPath(sam, 'Józef NOWAK')
  await sam.press('Save and open the case')
  await sam.says(`add this incident to ${known.reference}`)
  await sam.choose('samePerson', known.caseId)
  await sam.press('Save and open the case')
  await sam.says(`The incident was added to ${known.reference}`)
  await sam.go(`/cases/${known.caseId}/incidents`)
  await sam.says('They followed me home.')
})

it('every form of a case works without JavaScript', async () => {
  const sam = await stage.arrive(worker, { javaScript: false })
  const { caseId } = await allocatedCase(worker, { now: earlier(1), report: { clientName: 'Without Script' } })
  const at = `/cases/${caseId}`
  await sam.go(`${at}/contacts/defer`)
  await sam.press('Move the contact')
  await sam.says('Enter the day the client asked for')
  await sam.fillDay('untilOn', new Date(now.getTime() + 20 * 24 * HOUR))
  await sam.choose('reason', 'away')
  await sam.press('Move the contact')
  await sam.says('moved to the day the client chose')
  await sam.go(`${at}/contacts/new`)
  await sam.press('Record that no one answered')
  await sam.says('you tried to reach the client')
  await sam.go(`${at}/contacts`)
  await sam.press('Mark as entered in error')
  await sam.choose('reason', 'twice')
  await sam.press('Mark as entered in error')
  await sam.says('marked as entered in error')
  await sam.go(`${at}/edit`)
  await sam.fill('clientName', '')
  await sam.press('Save these details')
  await sam.says('Enter the name the client wants to be called by')
  await sam.fill('clientName', 'With Out Script')
  await sam.press('Save these details')
  await sam.says('With Out Script')
  await sam.go(`${at}/incidents/new`)
  await sam.fill('account', 'He pushed me.')
  await sam.choose('strands', 'race')
  await sam.choose('violence', 'yes')
  await sam.press('Add this incident')
  await sam.says('Violence or threat')
  await sam.go(`${at}/incidents`)
  await sam.press('Correct or complete the facts')
  await sam.page.locator('[name="policeStatus"]').selectOption('not_recorded')
  await sam.press('Save the incident')
  await sam.says('The incident is saved')
})

it('a manager allocates, names the stand-in, and answers for what is late', async () => {
  const { caseId } = await reportedCase(worker, { now: earlier(24 * 9), report: { clientName: 'Long Waiting' } })
  const ruth = await stage.arrive(manager, { javaScript: false })
  await ruth.go('/cases?queue=unallocated')
  await ruth.says('Long Waiting')
  await ruth.go(`/cases/${caseId}/allocate`)
  await ruth.press('Allocate the case')
  await ruth.says('Choose who will be the case worker')
  await ruth.choose('staffId', worker.actor.staffId)
  await ruth.press('Allocate the case')
  await ruth.says(`${worker.name} is the case worker now`)
  await ruth.go(`/cases/${caseId}/alternative-contact`)
  await ruth.choose('staffId', manager.actor.staffId)
  await ruth.press('Save the alternative contact')
  await ruth.says(`${manager.name} is the alternative contact now`)
  await ruth.press('Say why it is late')
  await ruth.choose('reason', 'allocated_late')
  await ruth.press('Save the reason')
  await ruth.says('Why it was late: The case was allocated late')
  await ruth.go(`/cases/${caseId}/serious`)
  await ruth.choose('reason', 'threat_told_later')
  await ruth.press('Mark as serious')
  await ruth.go(`/cases/${caseId}/not-serious`)
  await ruth.choose('reason', 'marked_by_mistake')
  await ruth.press('Remove the mark')
  await ruth.says('no longer marked as serious')
  await ruth.press('Record an exception')
  await ruth.choose('reason', 'declined')
  await ruth.press('Record the exception')
  await ruth.says('Exception: The client does not want to be contacted')
})

it('a case worker finds nothing of what only a manager may do', async () => {
  const { caseId } = await contactedCase(worker, { now: earlier(1) })
  const sam = await stage.arrive(worker, { javaScript: false })
  const [clock] = await stage.world.admin`select clock_id from clock where case_id = ${caseId} and clause = 'V6'`
  expect(await sam.go(`/cases/${caseId}/not-serious`)).toBe(404)
  expect(await sam.go(`/cases/${caseId}/standards/${clock?.clock_id}/exception`)).toBe(404)
  expect(await sam.go(`/cases/${caseId}/standards/${clock?.clock_id}/late`)).toBe(404)
  expect(await sam.go(`/cases/${caseId}/allocate`)).toBe(404)
})

it('a list is searched by name, and leaves as a file that no spreadsheet runs', async () => {
  const { reference } = await allocatedCase(worker, { now: earlier(2), report: { clientName: '=cmd|calc' } })
  const sam = await stage.arrive(worker)
  await sam.go('/today')
  await sam.page.keyboard.press('/')
  await sam.page.keyboard.type('cmd')
  await sam.page.keyboard.press('Enter')
  await sam.page.getByRole('heading', { name: 'Search results for “cmd”' }).waitFor()
  await sam.says(reference)
  expect(sam.page.url()).not.toContain('cmd')
  const file = await sam.page.request.get('/cases/export?queue=mine')
  expect(file.headers()['content-type']).toBe('text/csv; charset=utf-8')
  expect(await file.text()).toMatch(new RegExp(`\\r\\n${reference},'=cmd\\|calc,`))
})

/** Addresses of a case that another journey visits, or that show no page. */
const NOT_VISITED: Record<string, string> = {
  '/cases/:caseId/consents/:consentId': 'consent-and-refusals.test.ts',
  '/cases/:caseId/consents/:consentId/withdraw': 'consent-and-refusals.test.ts',
  '/cases/:caseId/consents/ask': 'consent-and-refusals.test.ts: after the form of the consent',
  '/cases/:caseId/consents/record': 'consent-and-refusals.test.ts: after the form of the consent',
  '/cases/:caseId/files/:fileId': 'is a file',
  '/cases/:caseId/files/:fileId/picture': 'is a file',
  '/cases/:caseId/interviews/:interviewId/calendar.ics': 'is a file',
  '/cases/:caseId/letter.pdf': 'is a file: write-pdf.test.ts reads it as a screen reader would',
  '/cases/:caseId/papers/:paper': 'is a file, made by the same template',
  '/cases/:caseId/repairs/:repairId/reopen': 'repairs.test.ts: of a repair that is done',
  '/cases/:caseId/standard.pdf': 'is a file, made by the same template',
  '/cases/:caseId/not-serious': 'casework.test.ts: of a case with violence or its threat',
  '/cases/:caseId/refer/keep': 'has no page: a decision is kept by a button of /refer',
  '/cases/:caseId/standards/:clockId/exception': 'casework.test.ts: of a deadline',
  '/cases/:caseId/standards/:clockId/late': 'casework.test.ts: of a deadline that has passed',
}

/** A case with one of everything, and the ids that its addresses name. */
async function fullCase(): Promise<Record<string, string>> {
  const { caseId, contactId } = await contactedCase(worker, { now: earlier(3), report: { clientName: 'Amara Diallo' } })
  const [incident] = await stage.world.admin`select incident_id from incident where case_id = ${caseId}`
  const { measureId } = await openMeasure(worker, { now, caseId })
  const { fileId } = await addedFile(worker, caseId, { now })
  const { repairId } = await reportedRepair(worker, { now, caseId })
  const { deliveryId } = await givenLeaflet(worker, caseId, now)
  const interview = await bookedInterview(worker, { caseId, now })
  const plan = await amendedPlan({ worker, alternative: manager }, { caseId, now })
  const ids = { caseId, contactId, incidentId: String(incident?.incident_id), measureId, fileId, repairId, deliveryId }
  return { ...WORDS, ...ids, ...interview, ...plan }
}

it('each page of a case has no errors on a phone and on a desk', async () => {
  const ids = await fullCase()
  // A manager: some of these pages are theirs alone.
  const ruth = await stage.arrive(manager)
  const pages = Object.keys(PAGES).filter((path) => path.startsWith('/cases/:caseId') && !(path in NOT_VISITED))
  for (const path of pages) {
    const address = path.replace(/:(\w+)/g, (whole, param) => ids[param] ?? whole)
    // Asked first: an answer that is no page would be waited for in vain.
    expect((await ruth.page.request.get(address)).status(), path).toBe(200)
    await ruth.go(address)
  }
  expect(await ruth.go('/cases?queue=team')).toBe(200)
})
