import { expect, it } from 'vitest'
import { allocateCase } from '../../app/features/casework/allocation/allocate-case.server.ts'
import { openStage, type Visit } from '../support/browser/journey.ts'
import { allocatedCase, allowed } from '../support/cases.ts'
import { answerAll } from '../support/casework/interviews.ts'
import { signIn } from '../support/sign-in.ts'
import { asking, type Person } from '../support/world.ts'

const stage = await openStage()
const { world, portal, worker, manager } = stage
const now = new Date()
const TABLET = { width: 768, height: 1024 }
const TOMORROW = new Date(now.getTime() + 86_400_000)

const typedIn = (visit: Visit, name: string) => visit.page.locator(`[name="${name}"]`).inputValue()

async function arriveOnTablet(person: Person, javaScript = true) {
  const visit = await stage.arrive(person, { javaScript })
  await visit.page.setViewportSize(TABLET)
  return visit
}

/** The session ends on the server, as after 15 minutes without a request. */
const endSession = ({ actor }: Person) => world.admin`delete from session where staff_id = ${actor.staffId}`

async function signInAgain({ page }: Visit, person: Person) {
  const [name, value] = (await signIn(person)).split('=') as [string, string]
  await page.context().addCookies([{ name, value, url: portal.origin, httpOnly: true }])
}

it('R5: is arranged on a tablet without scripts, at no place but the client’s own choice', async () => {
  const report = { language: 'Arabic', interpreterNeeded: true }
  const { caseId } = await allocatedCase(worker, { now, report })
  const sam = await arriveOnTablet(worker, false)
  await sam.go(`/cases/${caseId}/interviews/new`)
  await sam.says('Arabic interpreter')
  await sam.choose('place', 'elsewhere')
  await sam.choose('chosenBy', 'agency')
  await sam.fillDay('startsAt', TOMORROW)
  await sam.choose('minutes', '60')
  await sam.choose('companion', 'supporter')
  await sam.fill('mustNotKnow', 'Her husband')
  await sam.press('Arrange the interview')
  await sam.says('Ask the client where they want to meet')
  await sam.says('Enter where it is')
  await sam.says('Enter who it is')
  expect(await typedIn(sam, 'mustNotKnow')).toBe('Her husband')
  await sam.choose('chosenBy', 'client')
  await sam.fill('placeDetail', 'The library')
  await sam.fill('companionName', 'Her sister')
  await sam.press('Arrange the interview')
  await sam.says('The interview is arranged')
  await sam.press('Change the booking')
  await sam.choose('state', 'booked')
  await sam.press('Save the booking')
  await sam.says('Choose who is booked')
  await sam.choose('bookedWith', 'professional')
  await sam.press('Save the booking')
  await sam.says('The booking is saved')
}, 120_000)

it('I7: is interrupted by a closed tab and an ended session, handed over, and finished by a colleague', async () => {
  const { caseId } = await allocatedCase(worker, { now })
  const colleague = await world.staff(stage.sender, 'case_worker', 'Callum Rigby')
  const sam = await arriveOnTablet(worker)
  await sam.go(`/cases/${caseId}/interviews/new`)
  await sam.choose('place', 'home')
  await sam.choose('chosenBy', 'client')
  await sam.fillDay('startsAt', TOMORROW)
  await sam.choose('minutes', '60')
  await sam.choose('companion', 'nobody')
  await sam.press('Arrange the interview')
  const interview = new URL(sam.page.url()).pathname
  const key = { caseId, interviewId: interview.split('/').at(-1) ?? '' }

  // The tab closes while the client speaks.
  await sam.go(`${interview}/sections/account`)
  await sam.fill('what', 'They shouted at me')
  await sam.page.getByText(/Draft saved/).waitFor()
  await sam.page.close()
  const again = await arriveOnTablet(worker)
  await again.go(`${interview}/sections/account`)
  await again.says('Your draft is back')
  expect(await typedIn(again, 'what')).toBe('They shouted at me')

  // The session ends while more is typed: it stays in the page and is saved after signing in.
  await endSession(worker)
  await again.fill('what', 'They shouted at me at the gate')
  await again.page
    .getByText(/signed out/i)
    .first()
    .waitFor()
  expect(await typedIn(again, 'what')).toBe('They shouted at me at the gate')
  await signInAgain(again, worker)
  await again.press('Save and continue')
  await again.says('The section is saved')

  allowed(await allocateCase(asking(manager, now), { caseId, staffId: colleague.actor.staffId }))
  const callum = await arriveOnTablet(colleague)
  await callum.go(interview)
  await callum.says('Still missing before you can finish')
  await callum.press('^What happened')
  expect(await typedIn(callum, 'what')).toBe('They shouted at me at the gate')
  await callum.choose('accountDone', 'yes')
  await callum.press('Save and continue')
  await callum.go(`${interview}/finish`)
  await callum.press('Record that the interview was held')
  await callum.says('Talk about help and support')
  for (const section of ['background', 'encouragement', 'needs', 'wishes'])
    await callum.go(`${interview}/sections/${section}`)
  await callum.go(`${interview}/sections/process`)
  await callum.fillDay('explainedOn', now)
  await callum.choose('ways', 'said')
  await callum.choose('format', 'spoken')
  await callum.press('Save and continue')
  await callum.go(`${interview}/sections/support`)
  await callum.choose('supportDiscussed', 'yes')
  await callum.press('Save and continue')
  await answerAll(colleague, key, ['process', 'support'], now)
  await callum.go(interview)
  await callum.press('Finish the interview')
  await callum.press('Record that the interview was held')
  await callum.says('The interview is finished')
  await callum.says('They shouted at me at the gate')
}, 180_000)
