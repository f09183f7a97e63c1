import { expect, it } from 'vitest'
import { OPTION_IDS } from '../../app/domain/options/option.ts'
import { RISK_QUESTION_IDS } from '../../app/domain/risk/risk-question.ts'
import { expectSoundAt } from '../support/browser/accessible.ts'
import { openStage, type Visit } from '../support/browser/journey.ts'
import { contactedCase } from '../support/cases.ts'

const stage = await openStage()
const { worker, manager } = stage

const HOUR = 3_600_000
const now = new Date()
const earlier = (hours: number) => new Date(now.getTime() - hours * HOUR)

/** A tablet that stands on its side. */
const TABLET = 1024
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Without an accessibility fault on a tablet as well; phone and desk are tried on each page by `stage`. */
async function onTablet({ page }: Visit) {
  await expectSoundAt(page, [TABLET], RULES)
}

it('a serious case goes from a report to an acknowledged plan in one visit to the client (R5 G4 G7 S1 I3 I4)', async () => {
  const { caseId } = await contactedCase(worker, {
    now: earlier(60),
    report: { clientName: 'Amara Diallo', violence: 'yes' },
  })
  const sam = await stage.arrive(worker)
  const at = `/cases/${caseId}`

  await sam.go(at)
  await sam.says('The client chooses where and when you meet')
  await sam.press('Arrange the interview')
  await sam.choose('place', 'home')
  await sam.choose('chosenBy', 'client')
  await sam.fill('placeDetail', 'Side door, ring twice')
  await sam.fillDay('startsAt', earlier(24))
  await sam.choose('minutes', '60')
  await sam.choose('companion', 'nobody')
  await onTablet(sam)
  await sam.press('Arrange the interview')
  await sam.says('Still missing before you can finish')
  await onTablet(sam)
  const interview = new URL(sam.page.url()).pathname

  await sam.go(`${interview}/sections/process`)
  await sam.fillDay('explainedOn', now)
  await sam.choose('ways', 'said')
  await sam.choose('format', 'spoken')
  await onTablet(sam)
  await sam.press(/^Save/)
  await sam.go(`${interview}/sections/account`)
  await sam.fill('what', 'They set fire to the bin at my door.')
  await sam.choose('accountDone', 'yes')
  await sam.press(/^Save/)
  await sam.go(`${interview}/sections/support`)
  await sam.choose('supportDiscussed', 'yes')
  await sam.press(/^Save/)

  await sam.go(`${at}/risk/new`)
  await answerRisk(sam)
  await onTablet(sam)
  await sam.press('Save the risk check')
  await sam.says('High')
  await onTablet(sam)

  for (const option of OPTION_IDS) {
    await sam.go(`${at}/options/${option}`)
    await sam.choose('answer', option === 'target_hardening' ? 'wants' : 'not_now')
    await sam.press('Record the answer')
  }
  await sam.go(`${at}/options`)
  await onTablet(sam)

  await download(sam, `${at}/papers/support_pack`)
  await sam.go(`${at}/support-pack`)
  await sam.choose('recipient', 'client')
  for (const item of ['diary', 'pen', 'contacts', 'publicity']) await sam.choose(item, 'given')
  await sam.choose('standards', 'declined')
  await sam.choose('way', 'handed')
  await sam.choose('format', 'standard')
  await onTablet(sam)
  await sam.press('Record the support pack')

  await sam.go(interview)
  await sam.press(/^Finish the interview/)
  await onTablet(sam)
  await sam.press('Record that the interview was held')
  await sam.go(`${at}/casework`)
  await sam.says('Interviewed')
  await onTablet(sam)

  await writeAndSignPlan(sam, at)
  await download(sam, `${at}/papers/acknowledgement`)
  await sam.go(at)
  await sam.press('Send the acknowledgement')
  await sam.choose('way', 'handed')
  await sam.choose('format', 'standard')
  await onTablet(sam)
  await sam.press('Record that it was given')

  await sam.go(at)
  expect(await sam.page.locator('.accord-stages [aria-current="step"]').innerText()).toBe('Plan agreed')
  await sam.go(`${at}/standard`)
  await onTablet(sam)
  const clause = async (id: string) => sam.page.locator(`#${id}`).innerText()
  for (const id of ['G4', 'G7', 'R5', 'R7', 'I1', 'I3', 'I4', 'I5', 'I6', 'I7', 'V5']) {
    expect(await clause(id), id).toMatch(/Kept(?! late)/)
  }
  await download(sam, `${at}/standard.pdf`)
})

/** Papers are made before they are given. */
async function download(sam: Visit, address: string) {
  const file = await sam.page.request.get(address)
  expect(file.headers()['content-type'], address).toBe('application/pdf')
}

/** The first answer to each question, and one that is a warning: the level is High whatever the score. */
async function answerRisk(sam: Visit) {
  for (const question of RISK_QUESTION_IDS) {
    await sam.page.locator(`input[name="${question}"]`).first().check({ force: true })
  }
  await sam.choose('harm', 'life')
  await sam.choose('completedWith', 'client')
  await sam.choose('place', 'home')
  await sam.choose('interpreter', 'not_needed')
}

async function writeAndSignPlan(sam: Visit, at: string) {
  await sam.go(`${at}/plan/edit`)
  await sam.fill('ours[0].what', 'Fit a fireproof letterbox')
  await sam.fillDay('ours[0].dueOn', new Date(now.getTime() + 48 * HOUR))
  await sam.fill('ours[0].why', 'They set fire to the bin at her door')
  await sam.choose('ours[0].staffId', worker.actor.staffId)
  await sam.choose('clientAnswer', 'wants_none')
  await sam.fill('contactCount', '1')
  await sam.choose('contactUnit', 'working_day')
  await sam.choose('contactChannel', 'phone')
  await sam.choose('contactBy', worker.actor.staffId)
  await sam.choose('alternativeContactId', manager.actor.staffId)
  await onTablet(sam)
  await sam.press('Save the plan')
  await sam.go(`${at}/plan/sign`)
  await sam.choose('way', 'typed')
  await sam.fill('signedName', 'Amara Diallo')
  await sam.page.locator('input[name="agrees"]').first().check({ force: true })
  await onTablet(sam)
  await sam.press('Save the client’s answer')
  await sam.go(`${at}/plan/sign`)
  await sam.page.getByLabel(/sign this plan for my agency/).check()
  await sam.press('Sign for the agency')
  await sam.says('The action plan is agreed')
  await onTablet(sam)
}
