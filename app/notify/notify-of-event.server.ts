import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { asActor, type Tx } from '../../db/as-actor.ts'
import { caseFile } from '../../db/schema/case-file.ts'
import { consentOverride } from '../../db/schema/consent.ts'
import { decisionRequest } from '../../db/schema/option.ts'
import { referral } from '../../db/schema/referral.ts'
import { caseEvent } from '../../db/schema/timeline.ts'
import { type LoggedEvent, listNotificationsAfter } from '../domain/events/event-table.ts'
import type { NotificationToSend, RowsOfEvent } from '../domain/notifications/notification-audience.ts'
import { NOBODY, systemOf } from '../domain/partnership/actor.ts'
import { listSecondPersons } from '../facts/second-person.server.ts'
import { findCaseWorkerBehind, readAddressees } from './list-recipients.server.ts'
import { type ClaimedMail, recordNotifications } from './notifications.server.ts'
import { type MailContext, sendMails } from './send-mails.server.ts'

/** The job that app.enqueue_telling queues: ids, and the event's number in the log of its agency. */
export const eventJob = z.object({
  occasionId: z.guid(),
  kind: z.string(),
  agencyId: z.guid(),
  seq: z.coerce.number().int(),
})

export type EventJob = z.output<typeof eventJob>

/** Notifies the people concerned by an event, once each. Each agency has its own transaction. */
export async function notifyOfEvent(context: MailContext, job: EventJob): Promise<void> {
  const tellings = await asActor(systemOf(job.agencyId), (tx) => readTellings(tx, job))
  for (const telling of tellings) {
    const mails = await asActor(systemOf(telling.agencyId), (tx) => writeTelling(tx, telling, job.occasionId))
    await sendMails(context, mails)
  }
}

async function readTellings(tx: Tx, { agencyId, seq }: EventJob): Promise<NotificationToSend[]> {
  const [row] = await tx
    .select()
    .from(caseEvent)
    .where(and(eq(caseEvent.agencyId, agencyId), eq(caseEvent.seq, seq)))
  if (!row) throw new Error('The event of a job is not in the log.')
  return listNotificationsAfter(row as LoggedEvent, await readBehind(tx, row))
}

async function readBehind(tx: Tx, event: typeof caseEvent.$inferSelect): Promise<RowsOfEvent> {
  const { agencyId, caseId, data, kind, actorId } = event
  const matter = kind === 'hotspot-release-proposed' ? 'release' : kind === 'release-rules-proposed' ? 'rules' : null
  if (matter) return { deciders: await listSecondPersons(tx, actorId, matter) }
  const { referralId, overrideId, decisionId } = data as {
    referralId?: string
    overrideId?: string
    decisionId?: string
  }
  if (referralId) {
    const [row] = await tx.select().from(referral).where(eq(referral.referralId, referralId))
    return { referral: row }
  }
  const ofCase = and(eq(caseFile.agencyId, agencyId), eq(caseFile.caseId, caseId ?? NOBODY))
  const ofOverride = and(eq(consentOverride.agencyId, agencyId), eq(consentOverride.overrideId, overrideId ?? NOBODY))
  const ofDecision = and(eq(decisionRequest.agencyId, agencyId), eq(decisionRequest.decisionId, decisionId ?? NOBODY))
  const [[file], [override], [decision]] = await Promise.all([
    tx.select().from(caseFile).where(ofCase),
    overrideId ? tx.select().from(consentOverride).where(ofOverride) : [],
    decisionId ? tx.select().from(decisionRequest).where(ofDecision) : [],
  ])
  return { file, override, decision }
}

async function writeTelling(
  tx: Tx,
  { agencyId, to, ...telling }: NotificationToSend,
  occasion: string,
): Promise<ClaimedMail[]> {
  const [addressees, behind] = await Promise.all([
    readAddressees(tx, agencyId),
    to.caseWorkerBehind ? findCaseWorkerBehind(tx, agencyId, telling.subjectId) : null,
  ])
  const entry = { ...telling, occasion, to: { ...to, staffIds: [...to.staffIds, behind] } }
  return recordNotifications(tx, addressees, [entry])
}
