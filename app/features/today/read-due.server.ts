import { and, asc, eq, lte, ne, or, type SQL, sql } from 'drizzle-orm'
import type { Tx } from '../../../db/as-actor.ts'
import { readCalendar } from '../../../db/read-calendar.ts'
import { agency } from '../../../db/schema/agency.ts'
import { caseFile, client } from '../../../db/schema/case-file.ts'
import { referral, referralOrigin } from '../../../db/schema/referral.ts'
import { staff } from '../../../db/schema/staff.ts'
import { clock } from '../../../db/schema/timeline.ts'
import type { Actor } from '../../domain/partnership/actor.ts'
import { clockStatus } from '../../domain/standards/clock.ts'
import { explainDeadline } from '../../domain/standards/clock-explanation.ts'
import { type ClauseId, getStandard } from '../../domain/standards/service-standard.ts'
import { dayInWords, londonDayOf } from '../../domain/time/calendar-day.ts'
import { violenceOfCase } from '../../facts/violence-of-case.server.ts'
import { isUnallocated } from '../../facts/waiting-cases.server.ts'

/** A deadline to keep, with its case, its reason and its date. Instants are ISO 8601. */
export interface Due {
  clockId: string
  clause: ClauseId
  caseId: string
  reference: string
  subjectId: string
  clientName: string
  violence: { safeTimes: string } | null
  workerName: string | null
  /** The recipient, for the deadline of sending a referral. */
  recipientName: string | null
  dueAt: string
  status: ReturnType<typeof clockStatus>['status']
  line: string
  why: string
}

interface Wanted {
  /** Only deadlines this person is answerable for: of their cases, and of referrals they decided. */
  answeredBy?: string
  unallocated?: true
  until: Date
  limit: number
}

/** The agency's running deadlines up to an instant: violence first, then the soonest. C4 is not a deadline. */
export async function readDue(tx: Tx, { actor, now }: { actor: Actor; now: Date }, wanted: Wanted): Promise<Due[]> {
  const { agencyId } = actor
  const where: (SQL | undefined)[] = [
    eq(clock.agencyId, agencyId),
    eq(clock.state, 'running'),
    ne(clock.clause, 'C4'),
    lte(clock.dueAt, wanted.until),
    wanted.answeredBy ? isAnsweredBy(wanted.answeredBy) : undefined,
    wanted.unallocated ? isUnallocated(agencyId) : undefined,
  ]
  const [rows, calendar] = await Promise.all([
    tx
      .select({
        clockId: clock.clockId,
        clause: clock.clause,
        caseId: clock.caseId,
        subjectId: clock.subjectId,
        startedAt: clock.startedAt,
        dueAt: clock.dueAt,
        originalDueAt: clock.originalDueAt,
        state: clock.state,
        keptAt: clock.keptAt,
        reason: clock.reason,
        reference: caseFile.reference,
        clientName: client.name,
        violence: violenceOfCase(),
        workerName: staff.name,
        recipientName: sql<string | null>`case when ${clock.clause} = 'I2' then (
          select ${agency.name} from ${referral} join ${agency} on ${agency.agencyId} = ${referral.toAgencyId}
          where ${referral.referralId} = ${clock.subjectId}) end`,
      })
      .from(clock)
      .innerJoin(caseFile, and(eq(caseFile.agencyId, clock.agencyId), eq(caseFile.caseId, clock.caseId)))
      .innerJoin(client, and(eq(client.agencyId, caseFile.agencyId), eq(client.clientId, caseFile.clientId)))
      .leftJoin(staff, and(eq(staff.agencyId, caseFile.agencyId), eq(staff.staffId, caseFile.caseWorkerId)))
      .where(and(...where))
      .orderBy(asc(caseFile.urgentOrder), asc(clock.dueAt))
      .limit(wanted.limit),
    readCalendar(tx),
  ])
  return rows.map(({ startedAt, dueAt, originalDueAt, state, keptAt, reason, ...row }) => ({
    ...row,
    dueAt: dueAt.toISOString(),
    ...clockStatus({ clause: row.clause, dueAt, state, keptAt, reason }, now),
    why: `${explainDeadline(getStandard(row.clause), startedAt, calendar)}${movedWords(originalDueAt, dueAt)}`,
  }))
}

/** The person who decided to refer sends the referral (I2), even if a colleague has the case. */
function isAnsweredBy(staffId: string): SQL | undefined {
  const decided = sql`exists (select 1 from ${referralOrigin} where ${referralOrigin.agencyId} = ${clock.agencyId}
    and ${referralOrigin.referralId} = ${clock.subjectId} and ${referralOrigin.decidedBy} = ${staffId})`
  return or(eq(caseFile.caseWorkerId, staffId), and(eq(clock.clause, 'I2'), decided))
}

/** Says why a deadline was moved: the client asked for a later day, or a bank holiday was added. */
function movedWords(originalDueAt: Date, dueAt: Date): string {
  if (dueAt.getTime() === originalDueAt.getTime()) return ''
  return ` Moved to ${dayInWords(londonDayOf(dueAt))}. The case gives the reason.`
}
