import { randomUUID } from 'node:crypto'
import { planEvent } from '../../../app/features/awareness/plan-event.server.ts'
import { planInput } from '../../../app/features/awareness/plan-input.server.ts'
import { askOverride } from '../../../app/features/consents/ask-override.server.ts'
import { noteInput, writeTensionNote } from '../../../app/features/tension/write-note.server.ts'
import { allowed, contactedCase } from '../cases.ts'
import { bookedInterview } from '../casework/interviews.ts'
import { openMeasure, waitingDecision } from '../casework/options.ts'
import { overrideInput } from '../casework/overrides.ts'
import { amendedPlan } from '../casework/plans.ts'
import { reportedRepair } from '../casework/repairs.ts'
import { addedFile } from '../files/evidence.ts'
import { givenLeaflet } from '../papers/papers.ts'
import { decidedReferral, type Partners, sentReferral } from '../referrals.ts'
import { type AgencyMade, asking, type Person, type World } from '../world.ts'

export interface Neighbour extends AgencyMade {
  worker: Person
  manager: Person
  coordinator: Person
  cohesionOfficer: Person
  administrator: Person
}

/** Ids of one agency's own things, by the name that an address gives them. */
export type OwnIds = Record<
  | 'agencyId'
  | 'staffId'
  | 'caseId'
  | 'contactId'
  | 'incidentId'
  | 'clockId'
  | 'consentId'
  | 'overrideId'
  | 'measureId'
  | 'decisionId'
  | 'mailId'
  | 'eventId'
  | 'noteId'
  | 'fileId'
  | 'repairId'
  | 'interviewId'
  | 'bookingId'
  | 'planId'
  | 'actionId'
  | 'deliveryId',
  string
>

/**
 * Three agencies of one kind, each with people of every role, a case with all that belongs to one, and with each of the
 * others a referral that was sent and one that was only decided.
 */
export async function openNeighbours(world: World) {
  const now = new Date()
  const neighbours = await Promise.all([1, 2, 3].map(() => found(world)))
  const referrals: Between[] = []
  for (const home of neighbours)
    for (const other of neighbours.filter((one) => one !== home)) referrals.push(await refer(home, other, now))
  const ids = await Promise.all(neighbours.map((home) => describe(world, home, now)))
  return { neighbours, ids, referrals }
}

async function found(world: World): Promise<Neighbour> {
  const home = await world.agency({ kind: 'social_landlord', purposes: ['support'] })
  const [worker, manager, coordinator, cohesionOfficer, administrator] = (await Promise.all(
    (['case_worker', 'manager', 'coordinator', 'cohesion_officer', 'administrator'] as const).map((role) =>
      world.staff(home, role),
    ),
  )) as [Person, Person, Person, Person, Person]
  return { ...home, worker, manager, coordinator, cohesionOfficer, administrator }
}

export interface Between {
  from: string
  to: string
  /** The sender's case that the sent one came from. */
  caseId: string
  sent: string
  decided: string
}

/** The two as the factories of referrals want them: who sends, who receives. */
export function partiesOf(from: Neighbour, to: Neighbour): Partners {
  return {
    sender: from,
    recipient: to,
    worker: from.worker,
    manager: from.manager,
    recipientWorker: to.worker,
    recipientManager: to.manager,
  }
}

async function refer(home: Neighbour, other: Neighbour, now: Date): Promise<Between> {
  const parties = partiesOf(home, other)
  const { referralId, caseId } = await sentReferral(parties, { now })
  const decided = await decidedReferral(parties, { now })
  return { from: home.agencyId, to: other.agencyId, caseId, sent: referralId, decided: decided.referralId }
}

async function describe(world: World, home: Neighbour, now: Date): Promise<OwnIds> {
  const { admin } = world
  const { agencyId, worker } = home
  const { caseId, contactId } = await contactedCase(worker, { now })
  const { overrideId } = allowed(
    await askOverride(asking(worker, now), overrideInput(await otherThan(admin, agencyId), caseId)),
  )
  const { measureId } = await openMeasure(worker, { now, caseId })
  const { decisionId } = await waitingDecision(worker, { now, caseId })
  const { fileId } = await addedFile(worker, caseId, { now })
  const { repairId } = await reportedRepair(worker, { now, caseId, kind: 'graffiti' })
  const { deliveryId } = await givenLeaflet(worker, caseId, now)
  // As if a scanner had seen it.
  await admin`update stored_file set scan = 'clean' where file_id = ${fileId}`
  const interview = await bookedInterview(worker, { caseId, now })
  const plan = await amendedPlan({ worker, alternative: home.manager }, { caseId, now })
  const { eventId, noteId } = await awarenessOf(home, now)
  const mailId = randomUUID()
  const colleague = await world.staff(home)
  await admin`insert into demo_mail (agency_id, mail_id, message_id, recipient, subject, body, sent_at)
    values (${agencyId}, ${mailId}, ${mailId}, 'duty@example.org', 'Something waits', 'Look at the portal.', now())`
  const [row] = await admin<{ incidentId: string; clockId: string; consentId: string }[]>`
    select (select incident_id from incident where agency_id = ${agencyId} and case_id = ${caseId} limit 1) as "incidentId",
      (select clock_id from clock where agency_id = ${agencyId} and case_id = ${caseId} limit 1) as "clockId",
      (select consent_id from consent where agency_id = ${agencyId} limit 1) as "consentId"`
  if (!row) throw new Error('An agency without anything.')
  const ofCase = { caseId, contactId, overrideId, measureId, decisionId, fileId, repairId, deliveryId }
  const worked = { ...interview, ...plan }
  return { agencyId, staffId: colleague.actor.staffId, ...ofCase, ...worked, mailId, eventId, noteId, ...row }
}

/** Awareness work that is planned for today, and a note on tension. */
async function awarenessOf({ cohesionOfficer }: Neighbour, now: Date) {
  const { eventId } = await plannedEvent(cohesionOfficer, now)
  const note = noteInput.parse({ ward: 'Speke', grade: 'potential', note: 'Rumours of a march.' })
  return { eventId, noteId: allowed(await writeTensionNote(asking(cohesionOfficer, now), note)).noteId }
}

/** Its day is today, so that it can be recorded, changed and cancelled. */
export async function plannedEvent(planner: Person, now: Date): Promise<{ eventId: string }> {
  const heldOn = now.toISOString().slice(0, 10)
  const plan = planInput.parse({ title: 'A stall', kind: 'stall', venue: 'The market', ward: 'Speke', heldOn })
  return allowed(await planEvent(asking(planner, now), plan))
}

async function otherThan(admin: World['admin'], agencyId: string): Promise<string> {
  const [row] = await admin<
    { other: string }[]
  >`select agency_id as other from agency where agency_id <> ${agencyId} limit 1`
  return row?.other ?? ''
}
