import { randomUUID } from 'node:crypto'
import { recordEvent } from '../../app/timeline/record-event.server.ts'
import { asActor } from '../../db/as-actor.ts'
import { asking, type Person, type World } from './world.ts'

/** A case’s action plan as it is once both have signed, with the event that starts the clock of I4b. */
export async function agreedPlan(world: World, worker: Person, caseId: string, agreedAt: Date): Promise<string> {
  const { agencyId, staffId } = worker.actor
  const planId = randomUUID()
  const action = {
    actionId: randomUUID(),
    owner: 'agency',
    staffId,
    what: 'Fit a fireproof letterbox',
    dueOn: '2027-01-08',
  }
  const contact = { contact_every: 7, contact_unit: 'day', contact_channel: 'phone', contact_by: staffId }
  await world.admin`insert into action_plan ${world.admin({
    agency_id: agencyId,
    case_id: caseId,
    plan_id: planId,
    version: 1,
    state: 'agreed',
    actions: world.admin.json([{ ...action, why: '' }]),
    client_answer: 'wants_none',
    ...contact,
    written_by: staffId,
    written_at: agreedAt,
    changed_at: agreedAt,
    fingerprint: 'ab'.repeat(32),
    agreed_at: agreedAt,
    agreed_way: 'signed',
  })}`
  await asActor(worker.actor, (tx) =>
    recordEvent(tx, asking(worker, agreedAt), {
      kind: 'plan-agreed',
      data: { planId, agreedAt: agreedAt.toISOString() },
      caseId,
      subjectId: planId,
    }),
  )
  return planId
}
