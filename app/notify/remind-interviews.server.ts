import { and, asc, eq, gt, inArray, isNull, lte, ne, or, sql } from 'drizzle-orm'
import { asActor, type Tx } from '../../db/as-actor.ts'
import { caseFile } from '../../db/schema/case-file.ts'
import { interview } from '../../db/schema/interview.ts'
import { remindUntil } from '../domain/interview/interview-reminder.ts'
import type { Running } from './agency-job.server.ts'
import { readAddressees } from './list-recipients.server.ts'
import { type ClaimedMail, type NotificationToRecord, recordNotifications } from './notifications.server.ts'
import { type MailContext, sendMails } from './send-mails.server.ts'

const INTERVIEWS_AT_ONCE = 200

/**
 * Reminds case workers of their interviews the day before, or the managers where a case has no case worker. One that
 * moves is reminded of again.
 * @returns the number of interviews reminded of
 */
export async function remindInterviews(context: MailContext, { actor, now }: Running): Promise<number> {
  for (let reminded = 0; ; ) {
    const { many, mails } = await asActor(actor, (tx) => remind(tx, actor.agencyId, now))
    await sendMails(context, mails)
    reminded += many
    if (many < INTERVIEWS_AT_ONCE) return reminded
  }
}

async function remind(tx: Tx, agencyId: string, now: Date): Promise<{ many: number; mails: ClaimedMail[] }> {
  const near = await lockNear(tx, agencyId, now)
  if (near.length === 0) return { many: 0, mails: [] }
  await tx
    .update(interview)
    .set({ remindedOf: sql`${interview.startsAt}` })
    .where(
      and(
        eq(interview.agencyId, agencyId),
        inArray(
          interview.interviewId,
          near.map(({ interviewId }) => interviewId),
        ),
      ),
    )
  const entries = near.map(
    ({ interviewId, startsAt, reference, caseId, caseWorkerId }): NotificationToRecord => ({
      kind: 'interview-near',
      subjectId: interviewId,
      occasion: `interview@${startsAt.getTime()}`,
      reference,
      pageId: caseId,
      to: { staffIds: [caseWorkerId], ...(caseWorkerId === null && { managers: true }) },
      except: null,
    }),
  )
  const addressees = await readAddressees(tx, agencyId)
  return { many: near.length, mails: await recordNotifications(tx, addressees, entries, { together: true }) }
}

function lockNear(tx: Tx, agencyId: string, now: Date) {
  return tx
    .select({
      interviewId: interview.interviewId,
      startsAt: interview.startsAt,
      caseId: interview.caseId,
      reference: caseFile.reference,
      caseWorkerId: caseFile.caseWorkerId,
    })
    .from(interview)
    .innerJoin(caseFile, and(eq(caseFile.agencyId, interview.agencyId), eq(caseFile.caseId, interview.caseId)))
    .where(
      and(
        eq(interview.agencyId, agencyId),
        eq(interview.state, 'arranged'),
        gt(interview.startsAt, now),
        lte(interview.startsAt, remindUntil(now)),
        or(isNull(interview.remindedOf), ne(interview.remindedOf, interview.startsAt)),
      ),
    )
    .orderBy(asc(interview.startsAt))
    .limit(INTERVIEWS_AT_ONCE)
    .for('update', { of: interview, skipLocked: true })
}
