import { describe, expect, it } from 'vitest'
import { allowed } from '../../../tests/support/cases.ts'
import {
  agreedPlan,
  draftedPlan,
  type PlanPeople,
  planInput,
  planOf,
  riskCheckedCase,
  seenIn,
} from '../../../tests/support/casework/plans.ts'
import { asking, openWorld } from '../../../tests/support/world.ts'
import { toDay } from '../../domain/time/calendar-day.ts'
import { changeAction, changeActionInput } from './change-action.server.ts'
import { checkPlanFields, savePlanInput } from './plan-entries.server.ts'
import { savePlan } from './save-plan.server.ts'

const world = await openWorld()
const harthill = await world.agency()
const worker = await world.staff(harthill)
const alternative = await world.staff(harthill, 'manager')
const people: PlanPeople = { worker, alternative }
const LATER = new Date('2026-11-25T10:00:00Z')

async function actionsOf(caseId: string) {
  const rows =
    await world.admin`select data from case_event where case_id = ${caseId} and kind = 'plan-drafted' order by seq`
  return rows.map(({ data }) => [data.version, data.change])
}

describe('G10: a plan is written with the client', () => {
  it('I3: a plan without an action of ours is refused, in its form and in the use case', async () => {
    const { caseId } = await riskCheckedCase(worker)
    const parsed = savePlanInput.safeParse({ ours: [], clientAnswer: 'wants_none', theirs: [] })
    expect(parsed.error?.issues).toMatchObject([{ message: 'Add at least one action that we do' }])
    expect(await savePlan(asking(worker), planInput(caseId, people, { ours: [] }))).toMatchObject({
      refusal: { kind: 'no-agency-action' },
    })
  })

  it('I3: what the client answers and what is written for them agree', () => {
    const theirs = [{ what: 'Keep the diary', dueOn: toDay('2026-11-30'), why: 'To show how often' }]
    const fieldsOf = (given: Parameters<typeof checkPlanFields>[0]) => checkPlanFields(given).map(({ field }) => field)
    expect(fieldsOf({ clientAnswer: 'has_actions', theirs: [] })).toEqual(['theirs'])
    expect(fieldsOf({ clientAnswer: 'wants_none', theirs })).toEqual(['clientAnswer'])
    expect(fieldsOf({ clientAnswer: 'has_actions', theirs })).toEqual([])
    const contact = { contactCount: '7', contactUnit: null, contactChannel: null, contactBy: '' }
    expect(fieldsOf(contact)).toEqual(['contactUnit', 'contactChannel', 'contactBy'])
  })

  it('I6: the case worker is not their own alternative contact, and someone who left is nobody’s', async () => {
    const { caseId } = await riskCheckedCase(worker)
    const self = planInput(caseId, people, { alternativeContactId: worker.actor.staffId })
    expect(await savePlan(asking(worker), self)).toMatchObject({ refusal: { kind: 'is-the-case-worker' } })
    const stranger = await world.staff(await world.agency())
    const foreign = planInput(caseId, people, { alternativeContactId: stranger.actor.staffId })
    expect(await savePlan(asking(worker), foreign)).toMatchObject({
      refusal: { kind: 'worker-left', field: 'alternativeContactId' },
    })
  })

  it('of two who save what they opened, one wins and the other hears that the plan changed', async () => {
    const { caseId } = await draftedPlan(people)
    const seen = await seenIn(worker, caseId)
    const answers = await Promise.all(
      [worker, alternative].map((person, at) =>
        savePlan(asking(person), planInput(caseId, people, { seen, contactCount: String(at + 3) })),
      ),
    )
    expect(answers.map(({ ok }) => ok).toSorted()).toEqual([false, true])
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ refusal: { kind: 'plan-changed' } })
    expect(await actionsOf(caseId)).toEqual([
      [1, 'started'],
      [1, 'changed'],
    ])
  })
})

function changeInput(given: object) {
  return changeActionInput.parse({ revision: '1', ...given })
}

describe('F2: an action of an agreed plan', () => {
  it('is done, or moved and not needed with a reason, and what was signed stays as it was', async () => {
    const ours = ['Lock', 'Alarm', 'Call'].map((what) => ({
      ...{ what, dueOn: toDay('2026-11-24'), why: 'Safe', staffId: worker.actor.staffId },
    }))
    const { caseId } = await agreedPlan(people, { ours })
    const { actions, agreed } = await planOf(worker, caseId)
    const [lock, alarm, call] = actions.map(({ actionId }) => actionId)
    const change = (actionId: string | undefined, given: object, person = worker) =>
      changeAction(asking(person, LATER), { ...changeInput(given), caseId, actionId: actionId ?? '' })
    allowed(await change(lock, { change: 'done', doneOn: '2026-11-24' }))
    expect(await change(alarm, { change: 'moved', dueOn: '2026-12-01' })).toMatchObject({
      refusal: { kind: 'answers-missing', errors: [{ field: 'moveReason' }] },
    })
    const moved = { change: 'moved', dueOn: '2026-12-01', moveReason: 'Out of stock' }
    const two = await Promise.all([change(alarm, moved), change(alarm, moved, alternative)])
    expect(two.filter(({ ok }) => !ok)).toMatchObject([{ refusal: { kind: 'action-changed' } }])
    allowed(await change(call, { change: 'not_needed', endReason: 'She called us' }))
    expect(await change(call, { change: 'done' })).toMatchObject({ refusal: { kind: 'action-closed' } })
    const after = await planOf(worker, caseId)
    expect(after.actions.map(({ state, dueOn }) => [state, dueOn])).toEqual([
      ['done', '2026-11-24'],
      ['open', '2026-12-01'],
      ['not_needed', '2026-11-24'],
    ])
    expect(after.agreed?.fingerprint).toBe(agreed?.fingerprint)
  })
})
