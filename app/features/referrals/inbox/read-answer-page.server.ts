import { and, asc, eq, notInArray } from 'drizzle-orm'
import { asActor, type Tx } from '../../../../db/as-actor.ts'
import { agency } from '../../../../db/schema/agency.ts'
import { referral, referralStep } from '../../../../db/schema/referral.ts'
import { staff } from '../../../../db/schema/staff.ts'
import { ifMay, permissionsOf } from '../../../access/ability.ts'
import { orNotFound } from '../../../access/require.server.ts'
import type { Actor, Reading } from '../../../domain/partnership/actor.ts'
import { canAmend } from '../../../domain/referrals/referral-amendment.ts'
import { clientToStopContacting, movesFor } from '../../../domain/referrals/referral-move.ts'
import { withReceivers } from '../../../facts/joined-agencies.server.ts'
import { isWorkerOf } from '../../../facts/list-workers.server.ts'
import { attemptsSql } from '../../../facts/referral-attempts.server.ts'
import { recordEvent } from '../../../timeline/record-event.server.ts'
import { findSharedContent } from '../package/read-shared-contact.server.ts'
import { receivesReferrals } from './decline-referral.server.ts'
import { findReceived } from './read-received.server.ts'

/**
 * The data for a page where the recipient makes a move: the referral's state and the people to choose from. It has no
 * client data, so opening it is not logged as reading a record.
 * @throws Response 404 for a referral not sent to this agency
 */
export async function readAnswerPage({ actor }: Reading, referralId: string) {
  return asActor(actor, async (tx) => {
    const row = orNotFound(await findReceived(tx, actor, referralId))
    const { fromAgencyId, reference, state, version, purpose, lane, recipientWorkerId } = row
    const [counted] = await tx
      .select({ attempts: attemptsSql() })
      .from(referral)
      .where(eq(referral.referralId, referralId))
    const [sender] = await tx.select({ name: agency.name }).from(agency).where(eq(agency.agencyId, fromAgencyId))
    return {
      ...{ referralId, reference, state, version, lane, recipientWorkerId, attempts: counted?.attempts ?? null },
      fromName: sender?.name ?? '',
      stopContact: clientToStopContacting(row),
      possible: permissionsOf(actor).may('update', 'referral', row) ? movesFor(state, 'recipient') : [],
      alternatives: await listAlternatives(tx, actor, { fromAgencyId, purpose }),
      workers: await listWorkers(tx, actor),
      ownStaffId: actor.staffId,
    }
  })
}

/**
 * The data for recording a contact, with how to reach the client safely. Opening it is logged.
 * @throws Response 404 for a referral not sent to this agency
 */
export async function readContactPage(reading: Reading, referralId: string) {
  const page = await readAnswerPage(reading, referralId)
  const content = await asActor(reading.actor, async (tx) => {
    const shared = await findSharedContent(tx, reading.actor, referralId)
    const seen = { what: 'referral' as const, referralId }
    if (shared) await recordEvent(tx, reading, { kind: 'record-consulted', subjectId: referralId, data: seen })
    return shared ?? null
  })
  return { ...page, content }
}

export type AnswerPageData = Awaited<ReturnType<typeof readAnswerPage>>

/**
 * One of this agency's own steps, to be corrected.
 * @throws Response 404 for a step of another agency or referral
 */
export async function readOwnStep({ actor }: Reading, referralId: string, stepId: string) {
  return asActor(actor, async (tx) => {
    const row = orNotFound(await findReceived(tx, actor, referralId))
    const ours = and(eq(referralStep.toAgencyId, actor.agencyId), eq(referralStep.byAgencyId, actor.agencyId))
    const [step] = await tx
      .select()
      .from(referralStep)
      .where(and(ours, eq(referralStep.referralId, referralId), eq(referralStep.stepId, stepId)))
    const { move, reason, channel, message, nextTryOn, errorAt } = orNotFound(
      ifMay(actor, 'update', 'referralStep', step),
    )
    const suggestedAgencyId = row.suggestedAgencyId ?? ''
    return { move, reason, channel, message, nextTryOn, suggestedAgencyId, amendable: canAmend({ move, errorAt }) }
  })
}

/** Agencies that could help instead, first those that take new referrals for this purpose. */
async function listAlternatives(
  tx: Tx,
  { agencyId }: Actor,
  { fromAgencyId, purpose }: { fromAgencyId: string; purpose: string },
) {
  const { name, offers, purposes, takesReferrals } = agency
  const known = await tx
    .select({ agencyId: agency.agencyId, name, offers, purposes, takesReferrals })
    .from(agency)
    .where(and(notInArray(agency.agencyId, [agencyId, fromAgencyId]), receivesReferrals()))
    .orderBy(asc(agency.name))
  const rows = (await withReceivers(tx, known)).filter(({ hasReceiver }) => hasReceiver)
  const suits = (row: (typeof rows)[number]) => row.takesReferrals && row.purposes.includes(purpose)
  return rows
    .toSorted((one, other) => Number(suits(other)) - Number(suits(one)))
    .map((row) => ({ agencyId: row.agencyId, name: row.name, offers: row.offers, takesReferrals: row.takesReferrals }))
}

async function listWorkers(tx: Tx, { agencyId }: Actor) {
  return tx
    .select({ staffId: staff.staffId, name: staff.name })
    .from(staff)
    .where(isWorkerOf(agencyId))
    .orderBy(asc(staff.name))
}
