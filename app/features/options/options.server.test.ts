import { describe, expect, it } from 'vitest'
import { asActor } from '../../../db/as-actor.ts'
import { allocatedCase, allowed } from '../../../tests/support/cases.ts'
import { caseWanting, madeDecision, measuresInput, openMeasure } from '../../../tests/support/casework/options.ts'
import { partners } from '../../../tests/support/referrals.ts'
import { asking, MONDAY_MORNING, openWorld, type Person } from '../../../tests/support/world.ts'
import { areOptionsComplete, type CaseOption, OPTION_IDS, type OptionAnswer } from '../../domain/options/option.ts'
import { toDay } from '../../domain/time/calendar-day.ts'
import { answeredOptions, readOptionsOfCase } from '../../facts/casework/options-of-case.server.ts'
import { answerOption } from './answer-option.server.ts'
import { type EndMeasureInput, endMeasure } from './end-measure.server.ts'
import { readOptionsPage } from './read-options-page.server.ts'
import { readWantedOptions } from './read-wanted-options.server.ts'
import { requestMeasures } from './request-measures.server.ts'

const world = await openWorld()
const { worker, manager, recipientWorker } = await partners(world)
const TODAY = toDay('2026-11-23')

function answer(by: Person, caseId: string, option: CaseOption, said: OptionAnswer, reason = '') {
  return answerOption(asking(by), { caseId, option, answer: said, reason })
}

const optionsOf = (caseId: string) => asActor(worker.actor, (tx) => readOptionsOfCase(tx, worker.actor, caseId))
const pageOf = (caseId: string) => asActor(worker.actor, (tx) => readOptionsPage(tx, worker.actor, caseId))

async function cardOf(caseId: string, option: CaseOption) {
  return (await pageOf(caseId)).cards.find((card) => card.option === option)
}

async function eventsOf(caseId: string, kind: string) {
  const rows = await world.admin`select data from case_event where case_id = ${caseId} and kind = ${kind} order by seq`
  return rows.map(({ data }) => data)
}

describe('the five options', () => {
  it('G7: are complete only when each of the five rows is answered', async () => {
    const { caseId } = await allocatedCase(worker)
    for (const option of OPTION_IDS) {
      expect(areOptionsComplete(answeredOptions(await optionsOf(caseId)))).toBe(false)
      allowed(await answer(worker, caseId, option, 'not_now'))
    }
    expect(areOptionsComplete(answeredOptions(await optionsOf(caseId)))).toBe(true)
    expect(await pageOf(caseId)).toMatchObject({ complete: true, answered: 5 })
  })

  it('G7: the newest answer counts and the earlier ones stay, also when recorded at the same instant', async () => {
    const { caseId } = await allocatedCase(worker)
    for (const said of ['no', 'not_now', 'wants'] as const) allowed(await answer(worker, caseId, 'referral', said))
    const [referral] = (await optionsOf(caseId)).filter(({ option }) => option === 'referral')
    expect(referral?.newest?.answer).toBe('wants')
    expect(referral?.earlier.map((each) => each.answer)).toEqual(['not_now', 'no'])
  })

  it('G7: two answers at the same moment are both kept', async () => {
    const { caseId } = await allocatedCase(worker)
    const both = await Promise.all([
      answer(worker, caseId, 'storage', 'no'),
      answer(manager, caseId, 'storage', 'wants'),
    ])
    expect(both.every(({ ok }) => ok)).toBe(true)
    const [storage] = (await optionsOf(caseId)).filter(({ option }) => option === 'storage')
    expect([storage?.newest, ...(storage?.earlier ?? [])]).toHaveLength(2)
  })

  it('G7: “not relevant” needs a reason, and is not for the first three options', async () => {
    const { caseId } = await allocatedCase(worker)
    expect(await answer(worker, caseId, 'storage', 'not_relevant')).toMatchObject({
      refusal: { kind: 'not-relevant-reason-missing' },
    })
    expect(await answer(worker, caseId, 'referral', 'not_relevant', 'x')).toMatchObject({
      refusal: { kind: 'option-always-relevant' },
    })
    allowed(await answer(worker, caseId, 'storage', 'not_relevant', 'Has no belongings there'))
  })

  it('is not found by another agency, nor for a word that is no option', async () => {
    const { caseId } = await allocatedCase(worker)
    expect(await answer(recipientWorker, caseId, 'referral', 'no')).toMatchObject({ refusal: { kind: 'not-found' } })
    const unknown = await answerOption(asking(worker), { caseId, option: 'constructor', answer: 'no', reason: '' })
    expect(unknown).toMatchObject({ refusal: { kind: 'not-found' } })
  })

  it('G7b: a client who wants help leads to the page that suggests agencies', async () => {
    const { caseId } = await caseWanting(worker, ['referral'])
    expect((await cardOf(caseId, 'referral'))?.steps.next?.href).toBe(`/cases/${caseId}/refer`)
  })

  it('G7d: re-housing that another person agreed to is beside the plan', async () => {
    const { caseId } = await madeDecision(worker, manager)
    const [wanted] = await asActor(worker.actor, (tx) => readWantedOptions(tx, worker.actor, caseId))
    expect(wanted?.record).toMatchObject([{ label: 'Move the client to another home for some time', state: 'yes' }])
  })

  it('G7c: that the client wants action is on the timeline and on the page of options', async () => {
    const { caseId } = await caseWanting(worker, ['perpetrator_action'])
    expect(await eventsOf(caseId, 'option-answered')).toMatchObject([{ option: 'perpetrator_action', answer: 'wants' }])
    expect(await cardOf(caseId, 'perpetrator_action')).toMatchObject({ newest: { answer: 'wants' } })
    const besidePlan = await asActor(worker.actor, (tx) => readWantedOptions(tx, worker.actor, caseId))
    expect(besidePlan).toEqual([
      { option: 'perpetrator_action', label: 'Action against the person responsible', record: [] },
    ])
  })
})

describe('measures for a safer home', () => {
  const end = (given: Partial<EndMeasureInput> = {}) =>
    ({ result: 'done', doneOn: TODAY, workedBy: 'The crew', cancelReason: null, ...given }) as const

  it('G7a: a fireproof letterbox is requested, done, and then no longer open', async () => {
    const { caseId, measureId } = await openMeasure(worker)
    const state = async () => (await cardOf(caseId, 'target_hardening'))?.steps.record.map((each) => each.state)
    expect(await state()).toEqual([expect.stringContaining('open, requested from Shoreline Fire Safety')])
    allowed(await endMeasure(asking(worker), { caseId, measureId, ...end() }))
    expect(await state()).toEqual([expect.stringContaining('by The crew')])
    expect(await eventsOf(caseId, 'measure-done')).toEqual([{ measureId, measureKind: 'letterbox', doneOn: TODAY }])
  })

  it('G7a: several are requested at once, each once, and a repeated form adds none', async () => {
    const { caseId } = await caseWanting(worker, ['target_hardening'])
    const form = asking(worker)
    const input = measuresInput(caseId, { kinds: ['locks', 'alarm', 'locks'] })
    const [first, again] = [await requestMeasures(form, input), await requestMeasures(form, input)]
    expect(allowed(again)).toEqual(allowed(first))
    expect(await eventsOf(caseId, 'measure-requested')).toHaveLength(2)
  })

  it('G7a: ends once, though two people record it at the same moment', async () => {
    const open = await openMeasure(worker)
    const cancelled = end({ result: 'cancelled', cancelReason: 'owner_refused' })
    const answers = await Promise.all([
      endMeasure(asking(worker), { ...open, ...end() }),
      endMeasure(asking(manager), { ...open, ...cancelled }),
    ])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ refusal: { kind: 'measure-ended' } })
  })

  it.each([
    { why: 'the client prefers not', given: { clientWish: 'prefers_not' }, kind: 'client-prefers-not' },
    { why: 'no one asked, and says why', given: { clientWish: 'not_asked' }, kind: 'client-wish-reason-missing' },
  ] as const)('G8: is refused on the server when $why', async ({ given, kind }) => {
    const { caseId } = await caseWanting(worker, ['target_hardening'])
    expect(await requestMeasures(asking(worker), measuresInput(caseId, given))).toMatchObject({ refusal: { kind } })
    expect(await eventsOf(caseId, 'measure-requested')).toEqual([])
  })

  it('G8: is refused before the option was discussed, and after the client said no', async () => {
    const { caseId } = await allocatedCase(worker)
    const request = () => requestMeasures(asking(worker), measuresInput(caseId))
    expect(await request()).toMatchObject({ refusal: { kind: 'option-not-discussed' } })
    allowed(await answer(worker, caseId, 'target_hardening', 'no'))
    expect(await request()).toMatchObject({ refusal: { kind: 'option-not-wanted' } })
    allowed(await answer(worker, caseId, 'target_hardening', 'wants'))
    allowed(await request())
  })

  it('G8: the database itself keeps no measure against the wish', async () => {
    const { caseId, measureId } = await openMeasure(worker)
    const against = world.admin`update measure set client_wish = 'prefers_not' where measure_id = ${measureId}`
    await expect(against).rejects.toMatchObject({ constraint_name: 'measure_wish' })
    expect(await cardOf(caseId, 'target_hardening')).toMatchObject({ newest: { answer: 'wants' } })
  })

  it('is not found by another agency', async () => {
    const open = await openMeasure(worker)
    expect(await endMeasure(asking(recipientWorker, MONDAY_MORNING), { ...open, ...end() })).toMatchObject({
      refusal: { kind: 'not-found' },
    })
  })
})
