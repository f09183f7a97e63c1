import { and, asc, eq, inArray, isNull, lte, or, type SQL, sql } from 'drizzle-orm'
import { asActor, type Tx } from '../../db/as-actor.ts'
import { caseFile } from '../../db/schema/case-file.ts'
import { referralOrigin } from '../../db/schema/referral.ts'
import { clock } from '../../db/schema/timeline.ts'
import type { Audience } from '../domain/notifications/notification-audience.ts'
import { type PromptBound, promptBounds, promptsOwed, warnedOf } from '../domain/notifications/notification-prompt.ts'
import { getStandard } from '../domain/standards/service-standard.ts'
import type { Running } from './agency-job.server.ts'
import { readAddressees } from './list-recipients.server.ts'
import { type ClaimedMail, type NotificationToRecord, recordNotifications } from './notifications.server.ts'
import { type MailContext, sendMails } from './send-mails.server.ts'

const CLOCKS_AT_ONCE = 500

/**
 * Warns an agency of deadlines that are near or missed, by the local prompts of the standards. Each prompt is sent once
 * for each due time of a deadline, and each person gets all warnings in one mail.
 * @returns the number of deadlines warned of
 */
export async function watchDeadlines(context: MailContext, { actor, now }: Running): Promise<number> {
  const bounds = promptBounds(now)
  for (let warned = 0; ; ) {
    const { many, mails } = await asActor(actor, (tx) => warn(tx, actor.agencyId, bounds))
    await sendMails(context, mails)
    warned += many
    if (many < CLOCKS_AT_ONCE) return warned
  }
}

async function warn(tx: Tx, agencyId: string, bounds: PromptBound[]): Promise<{ many: number; mails: ClaimedMail[] }> {
  const clocks = await lockOwed(tx, agencyId, bounds)
  if (clocks.length === 0) return { many: 0, mails: [] }
  const addressees = await readAddressees(tx, agencyId)
  const entries = clocks.map((row) =>
    entryOf(row, promptsOwed({ ...row, allocated: row.caseWorkerId !== null }, bounds)),
  )
  await markWarned(tx, agencyId, entries)
  return { many: clocks.length, mails: await recordNotifications(tx, addressees, entries, { together: true }) }
}

/** Locks running deadlines with a prompt due, the most urgent first, and skips those locked elsewhere. */
function lockOwed(tx: Tx, agencyId: string, bounds: PromptBound[]) {
  const furthest = new Date(Math.max(...bounds.map(({ dueBy }) => dueBy.getTime())))
  return tx
    .select({
      clockId: clock.clockId,
      clause: clock.clause,
      dueAt: clock.dueAt,
      warnedStep: clock.warnedStep,
      caseId: clock.caseId,
      reference: caseFile.reference,
      caseWorkerId: caseFile.caseWorkerId,
      decidedBy: referralOrigin.decidedBy,
    })
    .from(clock)
    .innerJoin(caseFile, and(eq(caseFile.agencyId, clock.agencyId), eq(caseFile.caseId, clock.caseId)))
    .leftJoin(
      referralOrigin,
      and(eq(referralOrigin.agencyId, clock.agencyId), eq(referralOrigin.referralId, clock.subjectId)),
    )
    .where(
      and(
        eq(clock.agencyId, agencyId),
        eq(clock.state, 'running'),
        lte(clock.dueAt, furthest),
        or(...bounds.map(isOwed)),
      ),
    )
    .orderBy(asc(clock.dueAt))
    .limit(CLOCKS_AT_ONCE)
    .for('update', { of: clock, skipLocked: true })
}

type Owed = Awaited<ReturnType<typeof lockOwed>>[number]

/** The check of `promptsOwed` as SQL. */
function isOwed({ clause, dueBy, orLater, whileUnallocated }: PromptBound): SQL | undefined {
  const dueMs = sql`floor(extract(epoch from ${clock.dueAt}) * 1000)::bigint::text`
  return and(
    eq(clock.clause, clause),
    lte(clock.dueAt, dueBy),
    whileUnallocated ? isNull(caseFile.caseWorkerId) : undefined,
    sql`not (split_part(${clock.warnedStep}, '@', 1) in ${[...orLater]}
      and split_part(${clock.warnedStep}, '@', 2) = ${dueMs})`,
  )
}

function entryOf(row: Owed, owed: PromptBound[]): NotificationToRecord {
  const last = owed.at(-1)
  if (!last) throw new Error('A clock was taken up that owes no prompt.')
  return {
    kind: 'deadline-at-risk',
    subjectId: row.clockId,
    occasion: warnedOf(last.step, row.dueAt),
    reference: row.reference,
    pageId: row.caseId,
    to: addressedBy(row, owed),
    except: null,
  }
}

/** To the person answerable for the deadline, or to the managers while the case has no case worker. */
function addressedBy({ clause, caseWorkerId, decidedBy }: Owed, owed: PromptBound[]): Audience {
  const answerable = getStandard(clause).answerable === 'deciding_worker' ? decidedBy : caseWorkerId
  const toManagers = answerable === null || owed.some(({ to }) => to === 'manager')
  const toAnswerable = owed.some(({ to }) => to === 'answerable')
  return { staffIds: toAnswerable ? [answerable] : [], ...(toManagers ? { managers: true } : {}) }
}

async function markWarned(tx: Tx, agencyId: string, entries: NotificationToRecord[]): Promise<void> {
  const byOccasion = new Map<string, string[]>()
  for (const { occasion, subjectId } of entries)
    byOccasion.set(occasion, [...(byOccasion.get(occasion) ?? []), subjectId])
  for (const [warnedStep, clockIds] of byOccasion) {
    await tx
      .update(clock)
      .set({ warnedStep })
      .where(and(eq(clock.agencyId, agencyId), inArray(clock.clockId, clockIds)))
  }
}
