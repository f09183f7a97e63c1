import { readPlanOfCase } from '../../../app/facts/casework/plan-of-case.server.ts'
import { type SavePlanInput, savePlanInput } from '../../../app/features/action-plans/plan-entries.server.ts'
import { savePlan } from '../../../app/features/action-plans/save-plan.server.ts'
import { signPlan } from '../../../app/features/action-plans/sign-plan.server.ts'
import { type SignPlanInput, signPlanInput } from '../../../app/features/action-plans/signing-entries.server.ts'
import { checkRisk } from '../../../app/features/risk/check-risk.server.ts'
import { asActor } from '../../../db/as-actor.ts'
import { allocatedCase, allowed } from '../cases.ts'
import { asking, MONDAY_MORNING, type Person } from '../world.ts'
import { riskInput } from './risk.ts'

/** The two people of a plan: who works on the case, and whom the client asks for otherwise. */
export interface PlanPeople {
  worker: Person
  alternative: Person
}

/** A whole plan as its form sends it: one action of ours, none of the client, weekly by phone. */
export function planInput(
  caseId: string,
  { worker, alternative }: PlanPeople,
  given: Partial<SavePlanInput> = {},
): SavePlanInput {
  const { staffId } = worker.actor
  const fields = savePlanInput.parse({
    ours: [{ what: 'Change the lock', dueOn: '2026-11-30', why: 'They tried the door', staffId }],
    clientAnswer: 'wants_none',
    theirs: [],
    contactCount: '7',
    contactUnit: 'day',
    contactChannel: 'phone',
    contactBy: staffId,
    alternativeContactId: alternative.actor.staffId,
    seen: '',
  })
  return { ...fields, ...given, caseId }
}

/** A case that its worker took, with a risk check of the standard level. */
export async function riskCheckedCase(worker: Person, now: Date = MONDAY_MORNING) {
  const allocated = await allocatedCase(worker, { now })
  allowed(await checkRisk(asking(worker, now), riskInput(allocated.caseId)))
  return allocated
}

/** A case with a whole draft. */
export async function draftedPlan(people: PlanPeople, given: Partial<SavePlanInput> = {}, now: Date = MONDAY_MORNING) {
  const { caseId } = await riskCheckedCase(people.worker, now)
  const saved = allowed(await savePlan(asking(people.worker, now), planInput(caseId, people, given)))
  return { caseId, ...saved }
}

/** The plan of a case as its agency reads it. */
export async function planOf({ actor }: Person, caseId: string) {
  const plan = await asActor(actor, (tx) => readPlanOfCase(tx, actor, caseId))
  if (!plan) throw new Error('There is no plan.')
  return plan
}

export async function seenIn(person: Person, caseId: string): Promise<string> {
  const { newest } = await planOf(person, caseId)
  return `${newest.planId}.${newest.revision}`
}

type Signature = Partial<SignPlanInput> & Pick<SignPlanInput, 'way'>

/** A signature of the text as it is now, as its form sends it. */
export async function signatureInput(person: Person, caseId: string, given: Signature): Promise<SignPlanInput> {
  const { fingerprint } = (await planOf(person, caseId)).newest
  const party = given.way === 'as_staff' ? 'agency' : 'client'
  return {
    ...signPlanInput.parse({ party, way: given.way, fingerprint, agrees: 'yes', agencySigns: 'yes', paper: null }),
    caseId,
    ...given,
  }
}

export async function sign(person: Person, caseId: string, given: Signature, now: Date = MONDAY_MORNING) {
  return signPlan(asking(person, now), await signatureInput(person, caseId, given))
}

/** A plan that the client and the agency have signed. */
export async function agreedPlan(people: PlanPeople, given: Partial<SavePlanInput> = {}, now: Date = MONDAY_MORNING) {
  const drafted = await draftedPlan(people, given, now)
  await signByBoth(people.worker, drafted.caseId, now)
  return drafted
}

async function signByBoth(worker: Person, caseId: string, now: Date) {
  allowed(await sign(worker, caseId, { way: 'typed', signedName: 'Amara Diallo' }, now))
  allowed(await sign(worker, caseId, { way: 'as_staff' }, now))
}

interface PlannedCase {
  caseId: string
  now: Date
  plan?: Partial<SavePlanInput>
}

/** In a case that exists: a plan that the client and the agency have signed. */
export async function agreedPlanIn(people: PlanPeople, { caseId, now, plan }: PlannedCase) {
  const { worker } = people
  allowed(await checkRisk(asking(worker, now), riskInput(caseId)))
  const saved = allowed(await savePlan(asking(worker, now), planInput(caseId, people, plan)))
  await signByBoth(worker, caseId, now)
  return saved
}

/** In a case that exists: an agreed version with one open action, and a draft of the next. */
export async function amendedPlan(people: PlanPeople, { caseId, now }: Omit<PlannedCase, 'plan'>) {
  const { worker } = people
  const { planId } = await agreedPlanIn(people, { caseId, now })
  const [action] = (await planOf(worker, caseId)).actions
  const next = planInput(caseId, people, { contactCount: '5', seen: await seenIn(worker, caseId) })
  allowed(await savePlan(asking(worker, now), next))
  return { planId, actionId: action?.actionId ?? '' }
}
