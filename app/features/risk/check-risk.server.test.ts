import { describe, expect, it } from 'vitest'
import { asActor } from '../../../db/as-actor.ts'
import { allowed, contactedCase, incidentInput, reportedCase } from '../../../tests/support/cases.ts'
import { declinedInput, levelInput, MEDIUM_ANSWERS, riskInput } from '../../../tests/support/casework/risk.ts'
import { asking, MONDAY_MORNING, openWorld } from '../../../tests/support/world.ts'
import { NOT_SAID, RISK_QUESTION_IDS } from '../../domain/risk/risk-question.ts'
import { readRiskOfCase } from '../../facts/casework/risk-of-case.server.ts'
import { recordIncident } from '../intake/changes/record-incident.server.ts'
import { changeRiskLevel } from './change-risk-level.server.ts'
import { checkRisk } from './check-risk.server.ts'

const world = await openWorld()
const harthill = await world.agency()
const worker = await world.staff(harthill)
const colleague = await world.staff(harthill)
const stranger = await world.staff(await world.agency())

const TUESDAY = new Date('2026-11-24T09:00:00Z')

const riskOf = (caseId: string, by = worker) => asActor(by.actor, (tx) => readRiskOfCase(tx, by.actor, caseId))
const levelOf = async (caseId: string) =>
  (await world.admin`select risk from case_file where case_id = ${caseId}`)[0]?.risk
const seenOf = async (caseId: string) => (await riskOf(caseId))?.seen ?? ''

describe('checkRisk', () => {
  it('G4: makes a case High for a weapon, whatever the score, and notifies the managers through the log', async () => {
    const { caseId } = await contactedCase(worker)
    const { checkId } = allowed(await checkRisk(asking(worker), riskInput(caseId, { harm: 'life' })))
    expect(await riskOf(caseId)).toMatchObject({ checkId, level: 'high', warning: true, recheckOn: '2026-12-07' })
    expect(await levelOf(caseId)).toBe('high')
    const [row] = await world.admin`select score, level, warnings, number from risk_check where check_id = ${checkId}`
    expect(row).toEqual({ score: 4, level: 'high', warnings: ['harm'], number: 1 })
    const [event] =
      await world.admin`select kind, data from case_event where case_id = ${caseId} order by seq desc limit 1`
    expect(event).toEqual({
      kind: 'risk-checked',
      data: { checkId, level: 'high', provisional: false, completedWith: 'client', warnings: ['harm'] },
    })
  })

  it('G4: keeps every check, the newest as the level now, and a warning until its question is answered', async () => {
    const { caseId } = await contactedCase(worker)
    allowed(await checkRisk(asking(worker), riskInput(caseId, { harm: 'life' })))
    const unsaid = riskInput(caseId, { harm: NOT_SAID }, { seen: await seenOf(caseId), completedWith: 'partly' })
    allowed(await checkRisk(asking(colleague, TUESDAY), unsaid))
    expect(await riskOf(caseId)).toMatchObject({ level: 'high', warnings: ['harm'], checkedAt: TUESDAY })
    allowed(await checkRisk(asking(worker, TUESDAY), riskInput(caseId, MEDIUM_ANSWERS, { seen: await seenOf(caseId) })))
    expect(await riskOf(caseId)).toMatchObject({ level: 'medium', warning: false })
    expect(await world.admin`select 1 from risk_check where case_id = ${caseId}`).toHaveLength(3)
  })

  it('G4: takes the judgement of the case worker with its reason where the client declined', async () => {
    const { caseId } = await contactedCase(worker)
    allowed(await checkRisk(asking(worker), declinedInput(caseId, 'medium')))
    expect(await riskOf(caseId)).toMatchObject({ level: 'medium', declined: true, provisional: true })
    const lower = declinedInput(caseId, 'standard', { seen: await seenOf(caseId) })
    expect(await checkRisk(asking(worker), lower)).toEqual({ ok: false, refusal: { kind: 'not-a-manager' } })
  })

  it('G4: does not lower the level where the client would rather not say most of it', async () => {
    const { caseId } = await contactedCase(worker)
    allowed(await checkRisk(asking(worker), riskInput(caseId, MEDIUM_ANSWERS)))
    const raised = levelInput(caseId, 'high', await seenOf(caseId))
    allowed(await changeRiskLevel(asking(colleague), raised))
    const unsaid = Object.fromEntries(RISK_QUESTION_IDS.slice(1).map((question) => [question, NOT_SAID]))
    const again = riskInput(caseId, unsaid, { seen: await seenOf(caseId), completedWith: 'partly' })
    expect(allowed(await checkRisk(asking(worker, TUESDAY), again))).toMatchObject({ level: 'high' })
    expect(await riskOf(caseId)).toMatchObject({ level: 'high', provisional: true })
    expect(await levelOf(caseId)).toBe('high')
  })

  it('G4: asks for another check after a further incident, and no longer once it is made', async () => {
    const { caseId } = await contactedCase(worker)
    allowed(await checkRisk(asking(worker), riskInput(caseId)))
    expect(await riskOf(caseId)).toMatchObject({ recheckWhy: 'time', recheckOn: '2026-12-21' })
    allowed(await recordIncident(asking(worker, TUESDAY), incidentInput(caseId)))
    expect(await riskOf(caseId)).toMatchObject({ recheckWhy: 'new_incident', recheckOn: '2026-11-24' })
    const again = riskInput(caseId, {}, { seen: await seenOf(caseId) })
    allowed(await checkRisk(asking(worker, new Date('2026-11-24T10:00:00Z')), again))
    expect(await riskOf(caseId)).toMatchObject({ recheckWhy: 'time', recheckOn: '2026-12-22' })
  })

  it('G4: of two checks at once saves one, and says to the other that it changed', async () => {
    const { caseId } = await contactedCase(worker)
    const answers = await Promise.all([
      checkRisk(asking(worker), riskInput(caseId)),
      checkRisk(asking(colleague), riskInput(caseId, MEDIUM_ANSWERS)),
    ])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, refusal: { kind: 'changed-since' } })
    expect(await world.admin`select 1 from risk_check where case_id = ${caseId}`).toHaveLength(1)
  })

  it('is not there for another agency, nor where the client must not be contacted', async () => {
    const { caseId } = await contactedCase(worker)
    expect(await checkRisk(asking(stranger), riskInput(caseId))).toEqual({ ok: false, refusal: { kind: 'not-found' } })
    allowed(await checkRisk(asking(worker), riskInput(caseId)))
    expect(await riskOf(caseId, stranger)).toBeNull()
    const anonymous = await reportedCase(worker, { now: MONDAY_MORNING, report: { reporterRole: 'anonymous' } })
    expect(await checkRisk(asking(worker), riskInput(anonymous.caseId))).toMatchObject({
      refusal: { kind: 'contact-not-possible' },
    })
  })
})
