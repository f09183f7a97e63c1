import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { asActor } from '../../../db/as-actor.ts'
import { decisionRequest } from '../../../db/schema/option.ts'
import { allocatedCase, allowed, contactedCase } from '../../../tests/support/cases.ts'
import { caseWanting, decisionInput, madeDecision, waitingDecision } from '../../../tests/support/casework/options.ts'
import { overrideInput } from '../../../tests/support/casework/overrides.ts'
import { levelInput, MEDIUM_ANSWERS, riskInput } from '../../../tests/support/casework/risk.ts'
import { partners } from '../../../tests/support/referrals.ts'
import { asking, MONDAY_MORNING, openWorld, type Person } from '../../../tests/support/world.ts'
import type { RiskAnswers } from '../../domain/risk/risk-question.ts'
import { addDays, londonDayOf } from '../../domain/time/calendar-day.ts'
import { readRiskOfCase } from '../../facts/casework/risk-of-case.server.ts'
import { askOverride } from '../consents/ask-override.server.ts'
import { answerOption } from '../options/answer-option.server.ts'
import { changeRiskLevel, lowerRiskAsDecided } from '../risk/change-risk-level.server.ts'
import { checkRisk } from '../risk/check-risk.server.ts'
import { inviteStaff } from '../staff/invite-staff.server.ts'
import { answerQuestion } from './answer-question.server.ts'
import { askDecision } from './ask-decision.server.ts'
import { type CarryOutInput, carryOutDecision } from './carry-out-decision.server.ts'
import { type MakeDecisionInput, makeDecision } from './make-decision.server.ts'
import { readDecision } from './read-decision.server.ts'
import { readDecisions } from './read-decisions.server.ts'

const world = await openWorld()
const parties = await partners(world)
const { worker, manager, recipient, recipientManager } = parties
const otherManager = await world.staff(parties.sender, 'manager', 'Olu Bright')
const TODAY = londonDayOf(MONDAY_MORNING)

function decide(by: Person, decisionId: string, decision: MakeDecisionInput['decision'] = 'yes', note = 'Weighed') {
  return makeDecision(asking(by), { decisionId, decision, note }, lowerRiskAsDecided)
}

const pageFor = (by: Person, decisionId: string) => readDecision({ actor: by.actor, now: MONDAY_MORNING }, decisionId)

function writeAs(by: Person, decisionId: string, decision: 'yes' | 'no') {
  return asActor(by.actor, (tx) =>
    tx
      .update(decisionRequest)
      .set({ decision, decidedBy: by.actor.staffId, decidedAt: MONDAY_MORNING })
      .where(eq(decisionRequest.decisionId, decisionId))
      .returning({ decisionId: decisionRequest.decisionId }),
  )
}

describe('asking a manager', () => {
  it.each([
    { why: 'the client prefers not', given: { clientWish: 'prefers_not' }, kind: 'client-prefers-not' },
    {
      why: 'the client was not asked, without a reason',
      given: { clientWish: 'not_asked' },
      kind: 'client-wish-reason-missing',
    },
    { why: 'no wish is chosen', given: { clientWish: null }, kind: 'client-wish-missing' },
    { why: 'the client did not want the option', given: { kind: 'storage' }, kind: 'option-not-discussed' },
    { why: 'for how long is missing', given: { scope: '' }, kind: 'scope-missing' },
    { why: 'a manager decides no such thing', given: { kind: 'constructor' }, kind: 'not-found' },
  ] as const)('G8, G7d: is refused when $why', async ({ given, kind }) => {
    const { caseId } = await caseWanting(worker, ['rehousing'])
    expect(await askDecision(asking(worker), decisionInput(caseId, given))).toMatchObject({ refusal: { kind } })
  })

  it('waits once in a case, though two people ask at the same moment', async () => {
    const { caseId } = await caseWanting(worker, ['rehousing'])
    const answers = await Promise.all([worker, manager].map((by) => askDecision(asking(by), decisionInput(caseId))))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ refusal: { kind: 'already-waiting' } })
  })

  it('is one request for one form, however often it is sent', async () => {
    const { caseId } = await caseWanting(worker, ['rehousing'])
    const form = asking(worker)
    const sent = [await askDecision(form, decisionInput(caseId)), await askDecision(form, decisionInput(caseId))]
    expect(new Set(sent.map((each) => allowed(each).decisionId)).size).toBe(1)
  })
})

describe('deciding', () => {
  it('G7d: a request of a case worker is pending until another person, a manager, says yes', async () => {
    const { decisionId } = await waitingDecision(worker)
    expect(await pageFor(worker, decisionId)).toMatchObject({ mine: true, mayDecide: false, mayCarryOut: false })
    expect(await pageFor(manager, decisionId)).toMatchObject({ mayDecide: true })
    allowed(await decide(manager, decisionId))
    expect(await pageFor(worker, decisionId)).toMatchObject({ state: 'Yes', mayCarryOut: true })
  })

  it('G7e: the person who asked cannot decide, by the page, by a direct request, or in the database', async () => {
    const { decisionId } = await waitingDecision(manager, { kind: 'storage' })
    expect(await pageFor(manager, decisionId)).toMatchObject({ mayDecide: false, deciders: ['Olu Bright'] })
    expect(await decide(manager, decisionId)).toMatchObject({ refusal: { kind: 'own-request' } })
    expect(await writeAs(manager, decisionId, 'yes')).toEqual([])
  })

  it('G7d: a case worker who becomes a manager still cannot decide on what they asked', async () => {
    const asker = await world.staff(parties.sender, 'case_worker')
    const { decisionId } = await waitingDecision(asker)
    const promoted: Person = { ...asker, actor: { ...asker.actor, role: 'manager' } }
    await world.admin`update staff set role = 'manager' where staff_id = ${asker.actor.staffId}`
    expect(await decide(promoted, decisionId)).toMatchObject({ refusal: { kind: 'own-request' } })
    expect(await writeAs(promoted, decisionId, 'yes')).toEqual([])
  })

  it('refuses a manager what their second account asks for, in words and in the database', async () => {
    const added = { name: 'Ada L', email: 'ada.second@example.org', jobTitle: '', phone: '' }
    const invited = { ...added, agencyId: manager.actor.agencyId, role: 'case_worker' as const }
    const { staffId } = allowed(await inviteStaff(asking(manager, new Date()), invited))
    const { decisionId } = await waitingDecision({ ...worker, actor: { ...worker.actor, staffId } })
    expect(await decide(manager, decisionId)).toMatchObject({ refusal: { kind: 'same-person' } })
    await expect(writeAs(manager, decisionId, 'yes')).rejects.toMatchObject({ cause: { code: '42501' } })
    allowed(await decide(otherManager, decisionId))
  })

  it('G8: a yes is refused once the client no longer wants it, and so is asking again', async () => {
    const no = { option: 'rehousing', answer: 'no', reason: '' } as const
    const { caseId, decisionId } = await waitingDecision(worker)
    allowed(await answerOption(asking(worker), { caseId, ...no }))
    expect(await decide(manager, decisionId)).toMatchObject({ refusal: { kind: 'option-not-wanted' } })
    expect(await pageFor(worker, decisionId)).toMatchObject({ decision: 'asked' })
    allowed(await decide(manager, decisionId, 'no'))
    const asked = await madeDecision(worker, manager, { decision: 'asked_back' })
    allowed(await answerOption(asking(worker), { caseId: asked.caseId, ...no }))
    const answer = { decisionId: asked.decisionId, answer: 'With a cousin', wantedBy: TODAY }
    expect(await answerQuestion(asking(worker), answer)).toMatchObject({ refusal: { kind: 'option-not-wanted' } })
  })

  it('is decided by exactly one of two managers at once, and never again', async () => {
    const { decisionId } = await waitingDecision(worker)
    const answers = await Promise.all([decide(manager, decisionId), decide(otherManager, decisionId, 'no')])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ refusal: { kind: 'already-decided' } })
    const undone = world.admin.begin(async (tx) => {
      await tx`select set_config('app.ctx', '', true)`
      return tx`update decision_request set decision = 'no', decision_note = 'Else' where decision_id = ${decisionId}`
    })
    await expect(undone).rejects.toMatchObject({ code: '42501' })
  })

  it('refuses a case worker, and is not found by a manager of another agency', async () => {
    const { decisionId } = await waitingDecision(manager)
    expect(await decide(worker, decisionId)).toMatchObject({ refusal: { kind: 'not-a-manager' } })
    expect(await decide(recipientManager, decisionId)).toMatchObject({ refusal: { kind: 'not-found' } })
    await expect(pageFor(recipientManager, decisionId)).rejects.toMatchObject({ status: 404 })
  })

  it.each(['no', 'asked_back'] as const)('needs words for %s', async (decision) => {
    const { decisionId } = await waitingDecision(worker)
    expect(await decide(manager, decisionId, decision, ' ')).toMatchObject({ refusal: { kind: 'note-missing' } })
  })
})

describe('a question of a manager', () => {
  const answered = (decisionId: string) => ({ decisionId, answer: 'To her sister.', wantedBy: addDays(TODAY, 2) })

  it('is answered by the person who asked, once, and another manager may then decide', async () => {
    const { decisionId } = await madeDecision(worker, manager, { decision: 'asked_back' })
    const form = asking(worker)
    const again = allowed(await answerQuestion(form, answered(decisionId)))
    expect(await answerQuestion(asking(worker), answered(decisionId))).toMatchObject({
      refusal: { kind: 'already-answered' },
    })
    const page = await pageFor(otherManager, again.decisionId)
    expect(page).toMatchObject({ reason: 'To her sister.', mayDecide: true })
    expect(page.earlier).toMatchObject([{ decisionId, decisionNote: 'Where would they go?' }])
    allowed(await decide(otherManager, again.decisionId))
    expect(await pageFor(worker, decisionId)).toMatchObject({ answeredBy: again.decisionId, mayAnswer: false })
  })

  it('is answered by no one else: they could then decide on what they had asked for themselves', async () => {
    const { decisionId } = await madeDecision(worker, manager, { decision: 'asked_back' })
    expect(await answerQuestion(asking(otherManager), answered(decisionId))).toMatchObject({
      refusal: { kind: 'not-the-asker' },
    })
  })
})

describe('what a manager said yes to', () => {
  const dates = (decisionId: string, given: Partial<CarryOutInput>): CarryOutInput => ({
    ...{ decisionId, rehousedOn: null, storedFrom: null, storedTo: null, storedWhere: '', seenVersion: '' },
    ...given,
  })

  it('G7d: the day the client moved is recorded after the yes, never before', async () => {
    const { decisionId } = await waitingDecision(worker)
    const moved = dates(decisionId, { rehousedOn: TODAY })
    expect(await carryOutDecision(asking(worker), moved)).toMatchObject({ refusal: { kind: 'not-authorised' } })
    allowed(await decide(manager, decisionId))
    allowed(await carryOutDecision(asking(worker), moved))
    expect((await pageFor(worker, decisionId)).dates.rehousedOn).toBe(TODAY)
  })

  it('G7e: shows from when to when belongings are stored, and keeps where out of the log', async () => {
    const { decisionId, caseId } = await madeDecision(worker, manager, { kind: 'storage' })
    const stored = { storedFrom: TODAY, storedTo: addDays(TODAY, 28), storedWhere: 'Unit 7, Dock Road' }
    allowed(await carryOutDecision(asking(worker), dates(decisionId, stored)))
    expect((await pageFor(manager, decisionId)).dates).toMatchObject(stored)
    const [logged] =
      await world.admin`select data from case_event where case_id = ${caseId} and kind = 'belongings-stored'`
    expect(JSON.stringify(logged)).not.toContain('Dock Road')
  })

  it('is corrected by one of two people at the same moment; the other reads that it changed', async () => {
    const { decisionId } = await madeDecision(worker, manager)
    const moved = dates(decisionId, { rehousedOn: TODAY })
    const answers = await Promise.all([
      carryOutDecision(asking(worker), moved),
      carryOutDecision(asking(manager), { ...moved, rehousedOn: addDays(TODAY, -1) }),
    ])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ refusal: { kind: 'changed-since' } })
  })

  it('is refused after a no', async () => {
    const { decisionId } = await madeDecision(worker, manager, { decision: 'no' })
    const moved = dates(decisionId, { rehousedOn: TODAY })
    expect(await carryOutDecision(asking(worker), moved)).toMatchObject({ refusal: { kind: 'not-authorised' } })
  })
})

describe('G4: lowering the risk', () => {
  const wanted = { kind: 'lower_risk', scope: 'standard', clientWish: null } as const
  const levelOf = async (caseId: string) =>
    (await asActor(worker.actor, (tx) => readRiskOfCase(tx, worker.actor, caseId)))?.level

  async function checkedCase(answers: RiskAnswers = MEDIUM_ANSWERS) {
    const { caseId } = await contactedCase(worker)
    allowed(await checkRisk(asking(worker), riskInput(caseId, answers)))
    return caseId
  }

  it('G4: a yes of a manager lowers the level in the same step, and a no leaves it', async () => {
    for (const [decision, level] of [
      ['no', 'medium'],
      ['yes', 'standard'],
    ] as const) {
      const caseId = await checkedCase()
      const { decisionId } = allowed(await askDecision(asking(worker), decisionInput(caseId, wanted)))
      allowed(await decide(manager, decisionId, decision))
      expect(await levelOf(caseId)).toBe(level)
    }
  })

  it('G4: a yes does not lower a level that was raised after the request', async () => {
    const caseId = await checkedCase()
    const { decisionId } = allowed(await askDecision(asking(worker), decisionInput(caseId, wanted)))
    const risk = await asActor(worker.actor, (tx) => readRiskOfCase(tx, worker.actor, caseId))
    const later = new Date(MONDAY_MORNING.getTime() + 3_600_000)
    allowed(await changeRiskLevel(asking(worker, later), levelInput(caseId, 'high', risk?.seen ?? '')))
    expect(await decide(manager, decisionId)).toMatchObject({ refusal: { kind: 'risk-changed-since' } })
    expect(await levelOf(caseId)).toBe('high')
    allowed(await decide(manager, decisionId, 'no'))
  })

  it('G4: is refused below High while a warning answer stands, when asked and when decided', async () => {
    const warned = await checkedCase({ daily_life: 'crisis' })
    expect(await askDecision(asking(worker), decisionInput(warned, wanted))).toMatchObject({
      refusal: { kind: 'warning-stands' },
    })
    const caseId = await checkedCase()
    const { decisionId } = allowed(await askDecision(asking(worker), decisionInput(caseId, wanted)))
    const risk = await asActor(worker.actor, (tx) => readRiskOfCase(tx, worker.actor, caseId))
    const again = riskInput(caseId, { daily_life: 'crisis' }, { seen: risk?.seen ?? '' })
    allowed(await checkRisk(asking(worker), again))
    expect(await decide(manager, decisionId)).toMatchObject({ refusal: { kind: 'warning-stands' } })
    expect(await levelOf(caseId)).toBe('high')
    expect(await pageFor(manager, decisionId)).toMatchObject({ decision: 'asked', mayDecide: true })
  })

  it('G4: needs a check, and a level above the one wanted', async () => {
    const { caseId } = await contactedCase(worker)
    const ask = (given: object) => askDecision(asking(worker), decisionInput(caseId, { ...wanted, ...given }))
    expect(await ask({})).toMatchObject({ refusal: { kind: 'no-risk-check' } })
    allowed(await checkRisk(asking(worker), riskInput(caseId, MEDIUM_ANSWERS)))
    expect(await ask({ scope: 'medium' })).toMatchObject({ refusal: { kind: 'nothing-changes' } })
  })
})

describe('the queue', () => {
  it('holds every kind of request of the agency in one shape, and says who may decide', async () => {
    const { decisionId, caseId } = await waitingDecision(manager)
    const shared = await allocatedCase(worker)
    const { overrideId } = allowed(await askOverride(asking(worker), overrideInput(recipient.agencyId, shared.caseId)))
    const { waiting } = await readDecisions(otherManager.actor)
    expect(waiting.filter(({ id }) => [decisionId, overrideId].includes(id))).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          id: decisionId,
          what: 'Move the client to another home for some time',
          mayDecide: true,
        }),
        expect.objectContaining({ id: overrideId, what: expect.stringContaining('without consent'), mayDecide: true }),
      ]),
    )
    const asAsker = (await readDecisions(manager.actor)).waiting.find(({ id }) => id === decisionId)
    expect(asAsker).toMatchObject({ mayDecide: false, wantedBy: addDays(TODAY, 1) })
    expect((await readDecisions(recipientManager.actor)).waiting.some(({ id }) => id === decisionId)).toBe(false)
    expect((await readDecisions(worker.actor)).waiting.every(({ mayDecide }) => !mayDecide)).toBe(true)
    expect(caseId).not.toBe(shared.caseId)
  })
})
