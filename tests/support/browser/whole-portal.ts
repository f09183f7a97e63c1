import { FIRST_RULES } from '../../../app/domain/hotspots/release/release-rules.ts'
import { invitePartners } from '../../../app/features/awareness/invitations/invite-partners.server.ts'
import { clientAnswerInput, keepClientAnswer } from '../../../app/features/consents/client-answers.server.ts'
import { checkImport } from '../../../app/features/hotspots/imports/check-import.server.ts'
import { protectPlace, protectPlaceInput } from '../../../app/features/hotspots/places/protect-place.server.ts'
import { askRelease } from '../../../app/features/hotspots/releases/ask-release.server.ts'
import { proposeRules } from '../../../app/features/hotspots/rules/propose-rules.server.ts'
import { acceptReferral, acceptReferralInput } from '../../../app/features/referrals/inbox/accept-referral.server.ts'
import { askForMore } from '../../../app/features/referrals/inbox/ask-for-more.server.ts'
import {
  recordContactAttempt,
  recordContactAttemptInput,
} from '../../../app/features/referrals/steps/record-contact-attempt.server.ts'
import { recordOutcome, recordOutcomeInput } from '../../../app/features/referrals/steps/record-outcome.server.ts'
import { checkRisk } from '../../../app/features/risk/check-risk.server.ts'
import { allowed, reportedCase } from '../cases.ts'
import { madeDecision } from '../casework/options.ts'
import { completedRepair } from '../casework/repairs.ts'
import { riskInput } from '../casework/risk.ts'
import { invited, withCredentials } from '../credentials.ts'
import { incidentFile, incidentLine } from '../csv.ts'
import { type Neighbour, openNeighbours, partiesOf, plannedEvent } from '../hotspots/neighbours.ts'
import { addressOf, type PortalRoute, readRoutes } from '../manifest.ts'
import { decidedReferral, recordedConsent, sentReferral } from '../referrals.ts'
import { asking, openWorld, type Person, type World } from '../world.ts'
import { runningPortal } from './running-portal.ts'
import { type Visitor, visitor } from './visitor.ts'

export const SIGNED_IN = ['worker', 'manager', 'coordinator', 'cohesionOfficer', 'administrator'] as const

export type VisitorName = (typeof SIGNED_IN)[number] | 'nobody' | 'codeOwed' | 'factorOwed'

/** What an address may name, beside the ids of one's own agency: the same thing in another state. */
type Params = Record<string, string>

/** Words in addresses that everybody knows: they name nothing of an agency. */
export const WORDS = { option: 'storage', kind: 'storage', paper: 'process_leaflet', section: 'account' }

/**
 * The built portal on a world of three agencies, in which one of them (`home`) has everything in every state, so that
 * each of its addresses shows its form to somebody.
 */
export async function openWholePortal(environment: Record<string, string> = {}) {
  const world = await openWorld()
  const { neighbours, ids, referrals } = await openNeighbours(world)
  const [home, other] = neighbours as [Neighbour, Neighbour]
  const own: Params = { ...ids[0], releaseId: await releaseOf(home), page: 'offer', ...WORDS }
  const states = { ...(await everyState(world, home, other)), releases: await releasesOnTheirWay(world, home) }
  const portal = await runningPortal(
    { WRITES_PER_MINUTE: '1000000', EXPORTS_PER_TEN_MINUTES: '100000', ACCORD_DEMO: '1', ...environment },
    world.database,
  )
  return {
    world,
    portal,
    home,
    neighbours,
    ids,
    referrals,
    routes: readRoutes(),
    visitors: await visitorsOf(world, portal.origin, home),
    ownAddresses: (route: PortalRoute) => ownAddresses(route, own, states),
  }
}

export type WholePortal = Awaited<ReturnType<typeof openWholePortal>>

interface States {
  /** Referrals that home sent, each in another state. */
  sent: Params[]
  /** Referrals that home received. */
  inbox: Params[]
  cases: Params[]
  people: Params[]
  /** Requests to a manager: one with a question, one that may be carried out. */
  decisions: Params[]
  /** Awareness work that another agency plans and invites home to. */
  awareness: Params[]
  /** Releases that can be proposed, or decided on. */
  releases: Params[]
  token: string
  recipientAgencyId: string
}

async function everyState(world: World, home: Neighbour, other: Neighbour): Promise<Omit<States, 'releases'>> {
  const out = partiesOf(home, other)
  const back = partiesOf(other, home)
  const now = new Date()
  const fresh = await sentReferral(out, { now })
  const asked = await sentReferral(out, { now })
  allowed(
    await askForMore(asking(other.worker, now), { referralId: asked.referralId, message: 'When is it safe to call?' }),
  )
  const finished = await sentReferral(out, { now })
  await helped(other.worker, finished.referralId)
  const ready = await decidedReferral(out, { now })
  await recordedConsent(out, ready.caseId, { now, purposes: ['support'] })
  const untouched = await sentReferral(back, { now })
  const accepted = await sentReferral(back, { now })
  const stepId = await tried(world, home, accepted.referralId)
  const closing = await sentReferral(back, { now })
  await helped(home.worker, closing.referralId)
  const { caseId } = await reportedCase(home.worker, { now })
  const answer = clientAnswerInput.parse({ recipientAgencyId: other.agencyId, decision: 'refused' })
  await keepClientAnswer({ actor: home.worker.actor, now }, caseId, answer, { first: true })
  allowed(await checkRisk(asking(home.worker, now), riskInput(caseId)))
  await mapOf(home, now)
  return {
    sent: [namesOf(fresh), namesOf(asked), namesOf(finished), namesOf(ready)],
    inbox: [namesOf(untouched), { ...namesOf(accepted), stepId }, namesOf(closing)],
    cases: [
      { caseId: asked.caseId, consentId: asked.consentId },
      { caseId, clockId: await missedClock(world, caseId) },
      await completedRepair(world, home.worker, { now }),
    ],
    people: await peopleOf(world, home),
    decisions: [
      await madeDecision(home.worker, home.manager, { now, decision: 'asked_back' }),
      await madeDecision(home.worker, home.manager, { now }),
    ],
    awareness: [await invitation(other, home, now)],
    token: await invited(world, await world.staff(home)),
    recipientAgencyId: other.agencyId,
  }
}

const namesOf = ({ referralId, caseId }: { referralId: string; caseId: string }): Params => ({ referralId, caseId })

async function accept(worker: Person, referralId: string) {
  const { staffId } = worker.actor
  allowed(await acceptReferral(asking(worker, new Date()), { ...acceptReferralInput.parse({ staffId }), referralId }))
}

async function helped(worker: Person, referralId: string) {
  await accept(worker, referralId)
  const input = recordOutcomeInput.parse({ outcome: 'support_given' })
  allowed(await recordOutcome(asking(worker, new Date()), { ...input, referralId }))
}

async function tried({ admin }: World, home: Neighbour, referralId: string): Promise<string> {
  await accept(home.worker, referralId)
  const input = recordContactAttemptInput.parse({ channel: 'phone', reason: 'no_answer' })
  allowed(await recordContactAttempt(asking(home.worker, new Date()), { ...input, referralId }))
  const [step] = await admin<{ stepId: string }[]>`
    select step_id as "stepId" from referral_step
    where referral_id = ${referralId} and by_agency_id = ${home.agencyId} order by recorded_at desc limit 1`
  return step?.stepId ?? ''
}

async function missedClock({ admin }: World, caseId: string): Promise<string> {
  const [clock] = await admin<{ clockId: string }[]>`
    update clock set due_at = now() - interval '1 day' where case_id = ${caseId} and state = 'running' and clause in ('R3', 'R4')
    returning clock_id as "clockId"`
  return clock?.clockId ?? ''
}

/** A protected place, and a file that its coordinator has checked and not imported yet. */
async function mapOf({ agencyId, coordinator }: Neighbour, now: Date) {
  allowed(await protectPlace(asking(coordinator, now), protectPlaceInput.parse({ ward: 'Speke', reason: 'A refuge' })))
  const csv = new File([incidentFile([incidentLine()])], 'own.csv')
  allowed(await checkImport(asking(coordinator, now), { agencyId, csv }))
}

/** A release that was requested, and rules that wait for a second person. */
async function releaseOf({ administrator, coordinator }: Neighbour): Promise<string> {
  const rules = { ...FIRST_RULES, incidents: 20, reason: 'The city is quieter now.' }
  allowed(await proposeRules(asking(administrator), rules))
  return allowed(await askRelease(asking(coordinator, new Date()), { period: '2025-Q1' })).releaseId
}

/** One that was built, and one that the administrator proposed. */
async function releasesOnTheirWay({ admin }: World, { coordinator, administrator }: Neighbour): Promise<Params[]> {
  const [built, proposed] = await Promise.all(
    ['2025-Q2', '2025-Q3'].map((period) => askRelease(asking(coordinator, new Date()), { period }).then(allowed)),
  )
  const releases = [built, proposed].map((one) => ({ releaseId: String(one?.releaseId) }))
  await admin`update hotspot_draft set state = 'built', built_at = now(), attack_report = '{"attempts": [], "control": {"hidden": 1, "recovered": 1}}'
    where period in ('2025-Q2', '2025-Q3')`
  await admin`update hotspot_draft set state = 'proposed', proposed_by = ${administrator.actor.staffId},
    proposed_by_name = ${administrator.name}, proposed_at = now() where period = '2025-Q3'`
  return releases
}

async function invitation(from: Neighbour, to: Neighbour, now: Date): Promise<Params> {
  const { eventId } = await plannedEvent(from.cohesionOfficer, now)
  const partnerAgencyIds = [to.agencyId]
  allowed(await invitePartners(asking(from.cohesionOfficer, now), { eventId, partnerAgencyIds }))
  return { eventId }
}

async function peopleOf(world: World, home: Neighbour): Promise<Params[]> {
  const [leaver, waiting] = [await world.staff(home), await world.staff(home)]
  await world.admin`update staff set active = false, left_at = now() where staff_id = ${leaver.actor.staffId}`
  await invited(world, waiting)
  return [leaver, waiting].map(({ actor }) => ({ staffId: actor.staffId }))
}

/** Each address of home for this route: one for each state that a thing of its kind is in. */
function ownAddresses(route: PortalRoute, own: Params, states: States): string[] {
  const query = new URLSearchParams({ to: states.recipientAgencyId, purpose: 'support', purposes: 'support' })
  const kinds: [start: string, others: Params[]][] = [
    ['/sent/', states.sent],
    ['/inbox/', states.inbox],
    ['/cases/', states.cases],
    ['/staff/', states.people],
    ['/decisions/', states.decisions],
    ['/awareness/', states.awareness],
    ['/map/releases/', states.releases],
  ]
  const others = kinds.find(([start]) => route.pattern.startsWith(start))?.[1] ?? []
  const sets = [{}, ...others].map((more): Params => ({ ...own, token: states.token, ...more }))
  const complete = sets.filter((set) => route.params.every((name) => set[name] !== undefined))
  const plain = complete.map((set) => addressOf(route, set))
  const chosen = /consents|overrides|refer/.test(route.pattern) ? plain.map((address) => `${address}?${query}`) : []
  return [...new Set([...plain, ...chosen])]
}

async function visitorsOf(world: World, origin: string, home: Neighbour): Promise<Record<VisitorName, Visitor>> {
  const signedIn = await Promise.all(SIGNED_IN.map(async (name) => [name, await visitor(origin, home[name])] as const))
  const [codeOwed, factorOwed] = [await world.staff(home), await world.staff(home)]
  await withCredentials(world, codeOwed)
  await withCredentials(world, factorOwed, { app: false })
  return {
    ...(Object.fromEntries(signedIn) as Record<(typeof SIGNED_IN)[number], Visitor>),
    nobody: await visitor(origin),
    codeOwed: await visitor(origin, codeOwed, { confined: true }),
    factorOwed: await visitor(origin, factorOwed, { confined: true }),
  }
}
