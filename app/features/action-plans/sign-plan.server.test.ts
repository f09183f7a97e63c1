import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { asActor } from '../../../db/as-actor.ts'
import { allocatedCase, allowed } from '../../../tests/support/cases.ts'
import {
  agreedPlan,
  draftedPlan,
  type PlanPeople,
  planInput,
  planOf,
  seenIn,
  sign,
  signatureInput,
} from '../../../tests/support/casework/plans.ts'
import { declinedInput, riskInput } from '../../../tests/support/casework/risk.ts'
import { asking, openWorld } from '../../../tests/support/world.ts'
import { receiveFileBytes } from '../../files/arrived-file.server.ts'
import { checkRisk } from '../risk/check-risk.server.ts'
import { savePlan } from './save-plan.server.ts'
import { signPlan } from './sign-plan.server.ts'

const world = await openWorld()
const harthill = await world.agency()
const worker = await world.staff(harthill, 'case_worker', 'Priya Nair')
const alternative = await world.staff(harthill, 'manager', 'Ruth Okonjo')
const people: PlanPeople = { worker, alternative }

const at = (time: string) => new Date(`2026-11-23T${time}:00Z`)
const TYPED = { way: 'typed', signedName: 'Amara Diallo' } as const

async function clocksOf(caseId: string) {
  return world.admin`select subject_id, state, due_at from clock where case_id = ${caseId} and clause = 'I4b' order by started_at, due_at`
}

async function eventsOf(caseId: string) {
  const rows = await world.admin`select kind, data from case_event where case_id = ${caseId} and kind like '%plan%' or
    case_id = ${caseId} and kind = 'contact-agreed' order by seq`
  return rows.map(({ kind }) => kind)
}

describe('the gates before a plan is signed hold against a direct POST', () => {
  it('G4: a plan cannot be agreed without a risk check, and can when the client declined it', async () => {
    const { caseId } = await allocatedCase(worker)
    allowed(await savePlan(asking(worker), planInput(caseId, people)))
    const refused = await sign(worker, caseId, TYPED)
    expect(refused).toMatchObject({ ok: false, refusal: { kind: 'plan-incomplete', gaps: ['no_risk_check'] } })
    allowed(await checkRisk(asking(worker), declinedInput(caseId, 'standard')))
    expect(await sign(worker, caseId, TYPED)).toMatchObject({ ok: true })
  })

  it.each([
    { gap: 'no_agreed_contact', given: { contactCount: '', contactChannel: null, contactBy: '' }, why: 'I5' },
    { gap: 'no_alternative_contact', given: { alternativeContactId: '' }, why: 'I6' },
    { gap: 'client_not_asked', given: { clientAnswer: 'not_asked' as const }, why: 'I3' },
  ])('$why: not while there is $gap, by either side', async ({ gap, given }) => {
    const { caseId } = await draftedPlan(people, given)
    for (const signature of [TYPED, { way: 'as_staff' } as const])
      expect(await sign(worker, caseId, signature)).toMatchObject({
        ok: false,
        refusal: { kind: 'plan-incomplete', gaps: [gap] },
      })
  })

  it('I5: not where the client has called the agreed way unsafe since the plan was written', async () => {
    const { caseId } = await draftedPlan(people)
    await world.admin`update client set safe_contact = safe_contact || '{"safeToCall": "no"}' where client_id =
      (select client_id from case_file where case_id = ${caseId})`
    expect(await sign(worker, caseId, TYPED)).toMatchObject({ refusal: { kind: 'way-unsafe-now' } })
    expect(await world.admin`select 1 from plan_signature where case_id = ${caseId}`).toHaveLength(0)
  })

  it('I5: high risk and a monthly contact need a reason', async () => {
    const { caseId } = await allocatedCase(worker)
    allowed(await checkRisk(asking(worker), riskInput(caseId, { harm: 'life' })))
    const monthly = planInput(caseId, people, { contactCount: '30' })
    allowed(await savePlan(asking(worker), monthly))
    expect(await sign(worker, caseId, TYPED)).toMatchObject({
      refusal: { kind: 'plan-incomplete', gaps: ['less_often_without_reason'] },
    })
    const seen = await seenIn(worker, caseId)
    allowed(await savePlan(asking(worker), { ...monthly, seen, contactReason: 'She is abroad until January' }))
    expect(await sign(worker, caseId, TYPED)).toMatchObject({ ok: true })
  })
})

describe('I4a: a plan is signed by the client and the agency', () => {
  it('is agreed by the second signature, at the later of the two, and starts five calendar days', async () => {
    const { caseId, planId } = await draftedPlan(people)
    expect(allowed(await sign(worker, caseId, TYPED, at('10:00')))).toEqual({ planId, agreed: false })
    expect(await clocksOf(caseId)).toEqual([])
    expect(allowed(await sign(worker, caseId, { way: 'as_staff' }, at('10:05')))).toEqual({ planId, agreed: true })
    const { agreed, draft, nextContactDueOn, actions } = await planOf(worker, caseId)
    expect(agreed).toMatchObject({ version: 1, agreedAt: at('10:05'), agreedWay: 'signed' })
    expect({ draft, nextContactDueOn }).toEqual({ draft: null, nextContactDueOn: '2026-11-30' })
    expect(actions).toMatchObject([{ what: 'Change the lock', state: 'open', dueOn: '2026-11-30' }])
    expect(await clocksOf(caseId)).toMatchObject([{ subject_id: planId, due_at: new Date('2026-11-28T23:59:59.999Z') }])
    expect(await eventsOf(caseId)).toEqual([
      'plan-drafted',
      'plan-signed',
      'plan-signed',
      'plan-agreed',
      'contact-agreed',
    ])
    const [file] = await world.admin`select alternative_contact_id from case_file where case_id = ${caseId}`
    expect(file?.alternative_contact_id).toBe(alternative.actor.staffId)
  })

  it('said aloud needs a reason and a language, and counts from when it was said', async () => {
    const { caseId } = await draftedPlan(people)
    allowed(await sign(worker, caseId, { way: 'as_staff' }, at('09:10')))
    const said = { way: 'said_aloud', language: 'Arabic', interpreter: 'Mr Haddad', signedAt: at('09:30') } as const
    expect(await sign(worker, caseId, said, at('17:00'))).toMatchObject({
      refusal: { kind: 'answers-missing', errors: [{ field: 'reason' }] },
    })
    const reason = 'She cannot hold a pen'
    expect(await sign(worker, caseId, { ...said, reason, signedAt: at('08:30') }, at('17:00'))).toMatchObject({
      refusal: { kind: 'signed-before-plan' },
    })
    allowed(await sign(worker, caseId, { ...said, reason }, at('17:00')))
    expect((await planOf(worker, caseId)).agreed).toMatchObject({ agreedAt: at('09:30') })
  })

  it('a client who does not sign is documented, and the plan is agreed as that', async () => {
    const { caseId } = await draftedPlan(people)
    allowed(await sign(worker, caseId, { way: 'refused', refusalReason: 'He signs nothing' }))
    allowed(await sign(worker, caseId, { way: 'as_staff' }))
    expect((await planOf(worker, caseId)).agreed?.agreedWay).toBe('documented_refusal')
    expect(await eventsOf(caseId)).toContain('plan-signature-refused')
  })

  it('a drawn signature is strokes and nothing else; a signed paper is kept as a file of the case', async () => {
    const { caseId } = await draftedPlan(people)
    const paper = await receiveFileBytes('plan.pdf', Buffer.from('%PDF-1.7'))
    expect(await sign(worker, caseId, { way: 'drawn', drawing: '' })).toMatchObject({
      refusal: { kind: 'answers-missing' },
    })
    allowed(await sign(worker, caseId, { way: 'paper', paper }))
    const [row] = await world.admin`select s.file_id, f.kind from plan_signature s join stored_file f using (file_id)
      where s.case_id = ${caseId}`
    expect(row).toMatchObject({ kind: 'scan' })
  })

  it('a signature for a text that changed is refused, and one given before the change no longer counts', async () => {
    const { caseId } = await draftedPlan(people)
    const opened = await signatureInput(worker, caseId, TYPED)
    allowed(await sign(worker, caseId, { way: 'as_staff' }))
    const changed = planInput(caseId, people, { contactCount: '5', seen: await seenIn(worker, caseId) })
    allowed(await savePlan(asking(worker), changed))
    expect(await signPlan(asking(worker), opened)).toMatchObject({ refusal: { kind: 'plan-changed' } })
    expect(allowed(await sign(worker, caseId, TYPED)).agreed).toBe(false)
    expect(allowed(await sign(worker, caseId, { way: 'as_staff' })).agreed).toBe(true)
  })

  it('two who sign at the same moment: one signs, the other hears that it was signed; the same form twice is one', async () => {
    const { caseId } = await draftedPlan(people)
    const inputs = [alternative, worker].map(async (person) => signatureInput(person, caseId, { way: 'as_staff' }))
    const [first, second] = await Promise.all(inputs)
    if (!first || !second) throw new Error('Two inputs are made.')
    const answers = await Promise.all([signPlan(asking(alternative), first), signPlan(asking(worker), second)])
    expect(answers.map(({ ok }) => ok).toSorted()).toEqual([false, true])
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ refusal: { kind: 'already-signed', party: 'agency' } })
    const client = await signatureInput(worker, caseId, TYPED)
    const form = asking(worker)
    expect(await signPlan(form, client)).toEqual(await signPlan(form, client))
    expect(await clocksOf(caseId)).toHaveLength(1)
  })
})

describe('I4b: an amended plan is signed again', () => {
  it('stays in force until the new version is agreed, which starts the five days again', async () => {
    const { caseId, planId } = await agreedPlan(people)
    const thursday = new Date('2026-11-26T10:00:00Z')
    const changed = planInput(caseId, people, { contactCount: '3', seen: await seenIn(worker, caseId) })
    const next = allowed(await savePlan(asking(worker, thursday), changed))
    const between = await planOf(worker, caseId)
    expect(between).toMatchObject({
      agreed: { planId, version: 1 },
      draft: { version: 2 },
      agreedContact: { count: 7 },
    })
    const said = { way: 'said_aloud', language: 'English', reason: 'By phone' } as const
    allowed(await sign(worker, caseId, said, thursday))
    allowed(await sign(worker, caseId, { way: 'as_staff' }, thursday))
    expect(await planOf(worker, caseId)).toMatchObject({ agreed: { planId: next.planId }, agreedContact: { count: 3 } })
    expect(await clocksOf(caseId)).toMatchObject([
      { subject_id: planId, state: 'cancelled' },
      { subject_id: next.planId, state: 'running', due_at: new Date('2026-12-01T23:59:59.999Z') },
    ])
  })

  it('what was signed cannot be changed in the database either', async () => {
    const { planId } = await agreedPlan(people)
    const change = async (set: string) => {
      return asActor(worker.actor, (tx) =>
        tx.execute(sql.raw(`update action_plan set ${set} where plan_id = '${planId}'`)),
      )
    }
    await expect(change(`contact_every = 30`)).rejects.toThrow()
    await expect(change(`actions = '[]'`)).rejects.toThrow()
    await expect(change(`state = 'draft'`)).rejects.toThrow()
  })
})

it('I4a: another agency finds no plan to sign', async () => {
  const stranger = await world.staff(await world.agency())
  const { caseId } = await draftedPlan(people)
  const input = await signatureInput(worker, caseId, TYPED)
  expect(await signPlan(asking(stranger), input)).toMatchObject({ refusal: { kind: 'not-found' } })
})
