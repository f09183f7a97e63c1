import { and, asc, eq } from 'drizzle-orm'
import { asActor, type Tx } from '../../../db/as-actor.ts'
import { readCalendar } from '../../../db/read-calendar.ts'
import { agency } from '../../../db/schema/agency.ts'
import { referral, referralPackage, referralStep } from '../../../db/schema/referral.ts'
import { staff } from '../../../db/schema/staff.ts'
import { clock } from '../../../db/schema/timeline.ts'
import { orNotFound } from '../../access/require.server.ts'
import type { Actor } from '../../domain/actor.ts'
import { clockStatus } from '../../domain/clock.ts'
import { explainDeadline } from '../../domain/clock-explanation.ts'
import { canBeChased } from '../../domain/referral-chase.ts'
import { movesFor } from '../../domain/referral-move.ts'
import { canBeAmended } from '../../domain/referral-package.ts'
import { getStandard } from '../../domain/service-standard.ts'
import { recordEvent } from '../../timeline/record-event.server.ts'
import { findOwnReferral, type OwnReferral } from './find-own-referral.server.ts'
import { type CaseToRefer, findCaseToRefer } from './read-case-material.server.ts'
import { sharingWith } from './read-refer-page.server.ts'
import { readSharingFacts } from './read-sharing-facts.server.ts'
import { trackOf } from './track-referral.ts'

interface Reading {
  actor: Actor
  now: Date
}

/** All that the sender sees of one referral: how far it came, what was shared, what was said; no notes of the recipient. */
export async function readSentReferral({ actor, now }: Reading, referralId: string) {
  return asActor(actor, async (tx) => {
    const own = orNotFound(await findOwnReferral(tx, actor, referralId))
    const file = orNotFound(await findCaseToRefer(tx, actor, own.caseId))
    const [recipient, suggested, steps, packages, decidedByName, standard, links, sharing] = [
      await readAgency(tx, own.toAgencyId),
      own.suggestedAgencyId ? await readAgency(tx, own.suggestedAgencyId) : null,
      await readSteps(tx, actor, referralId),
      await readPackages(tx, actor, referralId),
      await nameOfStaff(tx, actor, own.decidedBy),
      await readClock(tx, actor, referralId, now),
      await readLinks(tx, actor, own),
      await readSharing(tx, { actor, now }, own, file),
    ]
    await recordEvent(
      tx,
      { actor, now },
      { kind: 'record-consulted', caseId: own.caseId, subjectId: referralId, data: { what: 'referral', referralId } },
    )
    const { caseId, reference, clientName } = file
    const track = trackOf({ ...own, decidedByName, toAgencyName: recipient.name }, steps, now)
    return {
      case: { caseId, reference, clientName },
      ...shownOf(own),
      recipient,
      suggested,
      decidedByName,
      steps,
      packages,
      standard,
      track,
      ...links,
      sharing,
    }
  })
}

export type SentReferral = Awaited<ReturnType<typeof readSentReferral>>

/** What the page shows of the row itself, with what this side may do next. */
function shownOf(own: OwnReferral) {
  const { referralId, reference, state, lane, version, purpose, askedBy, byOverride, overrideGround, reason, outcome } =
    own
  const instant = (at: Date | null) => at?.toISOString() ?? null
  const { newsAt, clientToldAt } = own
  return {
    ...{ referralId, reference, state, lane, version, purpose, askedBy, byOverride, overrideGround, reason, outcome },
    decidedAt: own.decidedAt.toISOString(),
    sentAt: instant(own.sentAt),
    dueAt: own.dueAt.toISOString(),
    hiddenAt: instant(own.hiddenAt),
    newsAt: instant(newsAt),
    clientToldAt: instant(clientToldAt),
    owesNews: newsAt !== null && (clientToldAt === null || clientToldAt < newsAt),
    moves: movesFor(state, 'sender'),
    amendable: canBeAmended(own),
    chaseable: canBeChased(state),
  }
}

async function readAgency(tx: Tx, agencyId: string) {
  const { name, dutyPhone, dutyEmail, hours } = agency
  const [row] = await tx
    .select({ agencyId: agency.agencyId, name, dutyPhone, dutyEmail, hours })
    .from(agency)
    .where(eq(agency.agencyId, agencyId))
  if (!row) throw new Error('A referral to an agency that is not in the directory.')
  return row
}

async function readSteps(tx: Tx, { agencyId }: Actor, referralId: string) {
  const rows = await tx
    .select({ step: referralStep, agencyName: agency.name })
    .from(referralStep)
    .innerJoin(agency, eq(agency.agencyId, referralStep.byAgencyId))
    .where(and(eq(referralStep.fromAgencyId, agencyId), eq(referralStep.referralId, referralId)))
    .orderBy(asc(referralStep.recordedAt), asc(referralStep.movedAt))
  return rows.map(({ step, agencyName }) => {
    const { stepId, move, reason, message, nextTryOn, byName, byAgencyId, errorReason } = step
    const ours = byAgencyId === agencyId
    return {
      ...{ stepId, move, reason, message, nextTryOn, byName, agencyName, ours, errorReason },
      movedAt: step.movedAt.toISOString(),
      inError: step.errorAt !== null,
    }
  })
}

export type SentStep = Awaited<ReturnType<typeof readSteps>>[number]

async function readPackages(tx: Tx, { agencyId }: Actor, referralId: string) {
  const rows = await tx
    .select()
    .from(referralPackage)
    .where(and(eq(referralPackage.fromAgencyId, agencyId), eq(referralPackage.referralId, referralId)))
    .orderBy(asc(referralPackage.version))
  return rows.toReversed().map(({ version, categories, content, sharedAt, sharedByName, amendmentReason }) => ({
    ...{ version, categories, content, sharedByName, amendmentReason },
    sharedAt: sharedAt.toISOString(),
  }))
}

async function nameOfStaff(tx: Tx, { agencyId }: Actor, staffId: string): Promise<string> {
  const [row] = await tx
    .select({ name: staff.name })
    .from(staff)
    .where(and(eq(staff.agencyId, agencyId), eq(staff.staffId, staffId)))
  return row?.name ?? ''
}

/** How clause I2 stands for this referral, and why then. */
async function readClock(tx: Tx, { agencyId }: Actor, referralId: string, now: Date) {
  const [row] = await tx
    .select()
    .from(clock)
    .where(and(eq(clock.agencyId, agencyId), eq(clock.clause, 'I2'), eq(clock.subjectId, referralId)))
  if (!row) return null
  const explanation = explainDeadline(getStandard('I2'), row.startedAt, await readCalendar(tx))
  return { ...clockStatus(row, now), dueAt: row.dueAt.toISOString(), explanation }
}

/** The referral it took the place of, and the one that took its place. */
async function readLinks(tx: Tx, { agencyId }: Actor, own: OwnReferral) {
  const columns = { referralId: referral.referralId, reference: referral.reference }
  const ours = eq(referral.fromAgencyId, agencyId)
  const [next] = await tx
    .select(columns)
    .from(referral)
    .where(and(ours, eq(referral.reroutedFromId, own.referralId)))
  const [before] = own.reroutedFromId
    ? await tx
        .select(columns)
        .from(referral)
        .where(and(ours, eq(referral.referralId, own.reroutedFromId)))
    : []
  return { reroutedTo: next ?? null, reroutedFrom: before ?? null }
}

/** Of what was not sent yet: whether it may go now, or which consent is missing. */
async function readSharing(tx: Tx, { actor, now }: Reading, own: OwnReferral, file: CaseToRefer) {
  if (own.state !== 'decided') return null
  const facts = await readSharingFacts(tx, actor, file.caseId)
  const { name } = await readAgency(tx, own.toAgencyId)
  return sharingWith(own.toAgencyId, name, facts, { purpose: own.purpose, now })
}
