import { expect, it } from 'vitest'
import { openStage, type Visit } from '../support/browser/journey.ts'
import { reportedCase } from '../support/cases.ts'
import { referralRows } from '../support/referral-rows.ts'
import { referableCase } from '../support/referrals.ts'

const stage = await openStage()
const { worker, manager, recipientWorker, sender, recipient, world } = stage
const MANY = 60

await fillLists()

/** Sixty rows of each list: three pages. */
async function fillLists() {
  const { admin } = world
  const { caseId } = await referableCase({ worker })
  const made = await referralRows(world, { from: sender, to: recipient, state: 'sent', packaged: true }, MANY)
  await admin`insert into referral_origin ${admin(
    made.map((referral_id) => ({
      referral_id,
      agency_id: sender.agencyId,
      case_id: caseId,
      asked_by: 'agreed',
      decided_by: worker.actor.staffId,
    })),
  )}`
  const { caseId: unallocated } = await reportedCase(worker)
  await admin`
    insert into case_file (agency_id, case_id, client_id, reference, received_by, channel, reporter_role, contactability,
      serious, received_at, next_due_at)
    select agency_id, gen_random_uuid(), client_id, 'HB-' || n, received_by, channel, reporter_role, contactability,
      n % 9 = 0, received_at - n * interval '1 minute', case when n % 2 = 0 then next_due_at + n * interval '1 day' end
    from case_file, generate_series(1, ${MANY - 1}) n where case_id = ${unallocated}`
  const people = await admin<{ had: number }[]>`
    select count(*)::int as had from staff where agency_id = ${sender.agencyId} and active`
  for (let count = people[0]?.had ?? 0; count < MANY; count += 1) await world.staff(sender)
}

const rowsOf = (visit: Visit) => visit.page.locator('tbody th[scope=row]').allInnerTexts()
const step = async (visit: Visit, words: 'Next' | 'Previous') => {
  await visit.page.locator('.govuk-pagination a[rel]', { hasText: words }).click()
  await visit.page.waitForLoadState('load')
}

it.each([
  { path: '/cases?queue=unallocated', who: manager, noun: 'cases', page: '' },
  { path: '/inbox', who: recipientWorker, noun: 'referrals', page: 'Page 2: ' },
  { path: '/sent', who: worker, noun: 'referrals', page: 'Page 2: ' },
  { path: '/staff', who: manager, noun: 'people', page: '' },
])('$path is paged forwards and back without JavaScript, each row on one page', async ({ path, who, noun, page }) => {
  const visit = await stage.arrive(who, { javaScript: false })
  expect(await visit.go(path)).toBe(200)
  const pages = [await rowsOf(visit)]
  await step(visit, 'Next')
  await visit.says(`${page}26 to 50 of ${MANY} ${noun}`)
  pages.push(await rowsOf(visit))
  await step(visit, 'Next')
  await visit.says(`51 to ${MANY} of ${MANY} ${noun}`)
  pages.push(await rowsOf(visit))
  expect(pages.map((rows) => rows.length)).toEqual([25, 25, 10])
  expect(new Set(pages.flat()).size).toBe(MANY)
  await step(visit, 'Previous')
  expect(await rowsOf(visit)).toEqual(pages[1])
  await step(visit, 'Previous')
  expect(await rowsOf(visit)).toEqual(pages[0])
})

it.each([
  { path: '/cases?queue=unallocated&page=3', who: manager, says: `51 to ${MANY} of ${MANY} cases` },
  { path: '/staff?page=3', who: manager, says: `51 to ${MANY} of ${MANY} people` },
  { path: '/staff?page=99', who: manager, says: `51 to ${MANY} of ${MANY} people` },
])('an old link still opens its page: $path', async ({ path, who, says }) => {
  const visit = await stage.arrive(who)
  expect(await visit.go(path)).toBe(200)
  await visit.says(says)
  await visit.page.getByRole('link', { name: 'Page 1', exact: true }).first().click()
  await visit.page.getByText(/^1 to 25 of/).waitFor()
})

it.each([
  { path: '/cases?queue=closed&due=overdue', who: manager, at: '/cases?queue=closed' },
  { path: '/inbox?lane=in_hand&high=yes', who: recipientWorker, at: '/inbox?lane=in_hand' },
  { path: '/sent?list=finished&mine=yes', who: worker, at: '/sent?list=finished' },
  { path: '/staff?only=left-lately', who: manager, at: '/staff' },
])('filters that find nothing can be taken off: $path', async ({ path, who, at }) => {
  const visit = await stage.arrive(who)
  expect(await visit.go(path)).toBe(200)
  await visit.says('match these filters')
  await visit.page.locator('.accord-empty').getByRole('link', { name: 'Show everything' }).click()
  await visit.page.waitForURL((url) => url.pathname + url.search === at)
})
