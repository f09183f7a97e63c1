import { describe, expect, it } from 'vitest'
import { asActor } from '../../../db/as-actor.ts'
import { allowed, contactedCase } from '../../../tests/support/cases.ts'
import { decisionInput } from '../../../tests/support/casework/options.ts'
import { levelInput, MEDIUM_ANSWERS, riskInput } from '../../../tests/support/casework/risk.ts'
import { asking, openWorld, type Person } from '../../../tests/support/world.ts'
import type { RiskAnswers } from '../../domain/risk/risk-question.ts'
import { readRiskOfCase } from '../../facts/casework/risk-of-case.server.ts'
import { askDecision } from '../decisions/ask-decision.server.ts'
import { makeDecision } from '../decisions/make-decision.server.ts'
import { changeRiskLevel, lowerRiskAsDecided } from './change-risk-level.server.ts'
import { checkRisk } from './check-risk.server.ts'

const world = await openWorld()
const harthill = await world.agency()
const worker = await world.staff(harthill)
const manager = await world.staff(harthill, 'manager')
const stranger = await world.staff(await world.agency(), 'manager')

async function checkedCase(answers: RiskAnswers = MEDIUM_ANSWERS) {
  const { caseId } = await contactedCase(worker)
  const { checkId } = allowed(await checkRisk(asking(worker), riskInput(caseId, answers)))
  return { caseId, checkId }
}
const riskOf = (caseId: string) => asActor(worker.actor, (tx) => readRiskOfCase(tx, worker.actor, caseId))
const refusal = (kind: string) => ({ ok: false, refusal: { kind } })

const toLower = (caseId: string) => decisionInput(caseId, { kind: 'lower_risk', scope: 'standard', clientWish: null })
const decide = (by: Person, decisionId: string) =>
  makeDecision(asking(by), { decisionId, decision: 'yes', note: '' }, lowerRiskAsDecided)

describe('changeRiskLevel', () => {
  it('G4: raises for any case worker with a reason, which stays in the case and not in the log', async () => {
    const { caseId, checkId } = await checkedCase()
    const { changeId } = allowed(await changeRiskLevel(asking(worker), levelInput(caseId, 'high', checkId)))
    expect(await riskOf(caseId)).toMatchObject({ level: 'high', computedLevel: 'medium', seen: changeId })
    const [event] = await world.admin`select data from case_event where case_id = ${caseId} order by seq desc limit 1`
    expect(event?.data).toEqual({ checkId, changeId, from: 'medium', to: 'high', reason: 'seen_or_heard' })
    expect((await world.admin`select risk from case_file where case_id = ${caseId}`)[0]?.risk).toBe('high')
  })

  it('G4: lowers for a manager with a reason, and for no case worker', async () => {
    const { caseId, checkId } = await checkedCase()
    const lower = levelInput(caseId, 'standard', checkId)
    expect(await changeRiskLevel(asking(worker), lower)).toEqual(refusal('not-a-manager'))
    const unexplained = levelInput(caseId, 'standard', checkId, { lowerReason: '' })
    expect(await changeRiskLevel(asking(manager), unexplained)).toMatchObject(refusal('reason-missing'))
    expect((await changeRiskLevel(asking(manager), lower)).ok).toBe(true)
    expect(await riskOf(caseId)).toMatchObject({ level: 'standard' })
  })

  it('G4: lowers below High for nobody while a warning answer stands', async () => {
    const { caseId, checkId } = await checkedCase({ daily_life: 'crisis' })
    for (const person of [worker, manager]) {
      const answer = await changeRiskLevel(asking(person), levelInput(caseId, 'medium', checkId))
      expect(answer).toEqual(refusal(person === manager ? 'warning-stands' : 'not-a-manager'))
    }
    const past = world.admin`insert into risk_level_change (agency_id, change_id, case_id, check_id, number, direction,
      from_level, to_level, has_warning, reason, note, changed_by, changed_at)
      values (${harthill.agencyId}, gen_random_uuid(), ${caseId}, ${checkId}, 1, 'lowered', 'high', 'medium', true,
      'protected_now', 'x', ${manager.actor.staffId}, now())`
    await expect(past).rejects.toThrow('risk_level_change_warning')
  })

  it('G4: of two changes at once saves one, and says to the other that it changed', async () => {
    const { caseId, checkId } = await checkedCase()
    const answers = await Promise.all([
      changeRiskLevel(asking(worker), levelInput(caseId, 'high', checkId)),
      changeRiskLevel(asking(manager), levelInput(caseId, 'standard', checkId)),
    ])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.find(({ ok }) => !ok)).toEqual(refusal('changed-since'))
  })

  it('G4: lowers at once when another person, a manager, says yes to a case worker’s request', async () => {
    const { caseId } = await checkedCase()
    const { decisionId } = allowed(await askDecision(asking(worker), toLower(caseId)))
    allowed(await decide(manager, decisionId))
    expect(await riskOf(caseId)).toMatchObject({ level: 'standard', computedLevel: 'medium' })
    const [change] =
      await world.admin`select direction, reason, note, changed_by from risk_level_change where case_id = ${caseId}`
    expect(change).toEqual({
      direction: 'lowered',
      reason: 'asked_by_worker',
      note: toLower(caseId).reason,
      changed_by: manager.actor.staffId,
    })
  })

  it('G4: keeps the level and the request while a warning answer stands, although a manager says yes', async () => {
    const { caseId, checkId } = await checkedCase()
    const { decisionId } = allowed(await askDecision(asking(worker), toLower(caseId)))
    allowed(await checkRisk(asking(worker), riskInput(caseId, { harm: 'life' }, { seen: checkId })))
    expect(await decide(manager, decisionId)).toEqual(refusal('warning-stands'))
    expect(await riskOf(caseId)).toMatchObject({ level: 'high' })
    expect(
      (await world.admin`select decision from decision_request where decision_id = ${decisionId}`)[0]?.decision,
    ).toBe('asked')
  })

  it('needs a check first, and is not there for another agency', async () => {
    const { caseId } = await contactedCase(worker)
    expect(await changeRiskLevel(asking(worker), levelInput(caseId, 'high', ''))).toEqual(refusal('no-risk-check'))
    const checked = await checkedCase()
    const foreign = levelInput(checked.caseId, 'high', checked.checkId)
    expect(await changeRiskLevel(asking(stranger), foreign)).toEqual(refusal('not-found'))
  })
})
