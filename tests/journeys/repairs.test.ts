import { expect, it } from 'vitest'
import { openStage, type Visit } from '../support/browser/journey.ts'
import { allocatedCase } from '../support/cases.ts'
import { photo } from '../support/files/pictures.ts'

const stage = await openStage()
const { worker, manager } = stage

const DAY = 24 * 3_600_000
const PHONE = { width: 390, height: 800 }

/** A Friday whose Saturday evening has passed. */
function lastFriday(now = new Date()): Date {
  const friday = new Date(now.getTime() - 2 * DAY)
  while (friday.getUTCDay() !== 5) friday.setTime(friday.getTime() - DAY)
  return friday
}

async function fillMoment(visit: Visit, name: string, day: Date, time: string) {
  await visit.fillDay(name, day)
  await visit.fill(`${name}-time`, time)
}

/** The report as it is taken on a phone without scripts: its boxes start the 24 hours when it was received. */
async function reportGraffiti(sam: Visit, friday: Date) {
  await sam.go('/reports/new')
  await sam.choose('reporterRole', 'victim')
  await sam.open('It was received earlier')
  await fillMoment(sam, 'receivedAt', friday, '18:30')
  await sam.fill('backdatedReason', 'From the duty notes of the weekend')
  await sam.fill('clientName', 'Amara Diallo')
  await sam.fill('phone', '07700 900123')
  await sam.fill('account', 'Somebody wrote a slur on our stairs.')
  await sam.choose('strands', 'race')
  await sam.choose('violence', 'no')
  await sam.choose('urgentWork', 'graffiti')
  await sam.press('Save and open the case')
  await sam.says('Write what must be made safe or removed')
  await sam.fill('urgentWorkWhat', 'A slur on the stairs of block 4')
  await sam.press('Save and open the case')
  const caseId = new URL(sam.page.url()).pathname.split('/')[2] ?? ''
  await sam.go(`/cases/${caseId}/repairs`)
  await sam.says(/late, due (Friday .*|Saturday )/)
  return caseId
}

it('R8b: graffiti reported on a Friday evening is photographed, then removed within 24 hours, on a phone', async () => {
  const friday = lastFriday()
  const scriptless = await stage.arrive(worker, { javaScript: false })
  await scriptless.page.setViewportSize(PHONE)
  const caseId = await reportGraffiti(scriptless, friday)
  await scriptless.press('A slur on the stairs')
  await scriptless.press('Record that it is removed')
  await scriptless.says('Say whether a photo was taken before the work')
  await scriptless.choose('photo', 'not_taken')
  await scriptless.press('Record that it is removed')
  await scriptless.says('Choose why there is no photo')

  const sam = await stage.arrive(worker)
  await sam.page.setViewportSize(PHONE)
  await sam.go(`/cases/${caseId}/repairs`)
  await sam.press('A slur on the stairs')
  await sam.press('Say who')
  await sam.fill('assignedTo', 'Street Scene Response')
  await sam.choose('clientWish', 'agreed')
  await sam.press('Record who is on the way')
  await sam.says('Street Scene Response is on the way')
  await sam.press('Add a photo')
  await sam.page
    .locator('[name="photoFile"]')
    .setInputFiles({ name: 'wall.jpg', mimeType: 'image/jpeg', buffer: await photo() })
  await sam.press('^Save$')
  await sam.says('Photo from before the work')
  await sam.open('It was done earlier')
  await fillMoment(sam, 'completedAt', new Date(friday.getTime() + DAY), '18:29')
  await sam.press('Record that it is removed')
  await sam.says('Recorded: removed')
  await sam.says('Kept on Saturday')

  // The other one opened the page before: nothing is recorded twice, and nothing typed is lost.
  await scriptless.choose('noPhotoReason', 'gone')
  await scriptless.press('Record that it is removed')
  await scriptless.says('A colleague has changed this since you opened it')

  await sam.press('This was recorded wrongly')
  await sam.choose('reason', 'wrong_time')
  await sam.press('Mark as wrong')
  await sam.says(/late, due/)
  const ada = await stage.arrive(manager)
  await ada.go('/repairs?late=yes')
  await ada.says('A slur on the stairs of block 4')
  expect(await ada.page.locator('main').innerText()).not.toContain('Amara')
})

it('R8a: each small form about a repair works without JavaScript', async () => {
  const sam = await stage.arrive(worker, { javaScript: false })
  await sam.page.setViewportSize(PHONE)
  const { caseId } = await allocatedCase(worker, { now: new Date() })
  await sam.go(`/cases/${caseId}/repairs/new`)
  await sam.press('Report it and start the 24 hours')
  await sam.says('Choose whether it is a repair or graffiti')
  await sam.choose('kind', 'repair')
  await sam.fill('damage', 'The front door does not lock')
  await sam.press('Report it and start the 24 hours')
  await sam.says(/23 hours left, until/)
  await sam.press('Say who')
  await sam.fill('assignedTo', 'Quayside Locksmiths')
  await sam.choose('clientWish', 'prefers_not')
  await sam.press('Record who is on the way')
  await sam.says('The client prefers')
  await sam.press('Back to')
  await sam.press('record an exception')
  await sam.choose('reason', 'access_refused')
  await sam.fill('note', 'She did not want anybody in')
  await sam.press('Record the exception')
  await sam.says('Your managers are notified')
  await sam.press('This was recorded wrongly')
  await sam.choose('reason', 'exception_over')
  await sam.press('Mark as wrong')
  await sam.says(/23 hours left, until/)
  await sam.press('Record that it is made safe')
  await sam.says('Recorded: made safe')
  await sam.press('Mark the report as entered in error')
  await sam.choose('reason', 'other_case')
  await sam.press('Mark as entered in error')
  await sam.says('no longer count')
})
