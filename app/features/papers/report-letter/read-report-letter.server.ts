import { and, asc, eq, inArray } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Tx } from '../../../../db/as-actor.ts'
import { agency } from '../../../../db/schema/agency.ts'
import { caseFile, client } from '../../../../db/schema/case-file.ts'
import { staff } from '../../../../db/schema/staff.ts'
import { clock } from '../../../../db/schema/timeline.ts'
import type { ReportReceived } from '../../../documents/papers/report-received.ts'
import { londonDayOf, londonTimeOf } from '../../../domain/time/calendar-day.ts'
import { type LockedCase, onOneLine } from '../paper-case.ts'
import { firstContactOf } from './first-contact.ts'

/** What the letter that confirms a report says; the caller has checked that the client may be written to (R2). */
export async function readReportLetter(tx: Tx, held: LockedCase): Promise<ReportReceived> {
  const { agencyId, caseId, reference, receivedAt, reporterRole } = held
  const [[people], clocks] = await Promise.all([selectPeople(tx, held), selectContactClocks(tx, held)])
  if (!people) throw new Error(`Case ${caseId} of ${agencyId} has no client.`)
  const { clientName, receivedBy, caseWorker, alternativeContact, ...ofAgency } = people
  return {
    reference,
    reportedByClient: reporterRole === 'victim',
    clientName: onOneLine(clientName),
    receivedOn: londonDayOf(receivedAt),
    receivedTime: londonTimeOf(receivedAt),
    receivedBy: onOneLine(receivedBy),
    agency: {
      name: onOneLine(ofAgency.agencyName),
      phone: onOneLine(ofAgency.dutyPhone),
      email: onOneLine(ofAgency.dutyEmail),
      hours: onOneLine(ofAgency.hours),
    },
    firstContact: firstContactOf(clocks),
    caseWorker: onOneLine(caseWorker ?? ''),
    alternativeContact: onOneLine(alternativeContact ?? ''),
  }
}

const receiver = alias(staff, 'receiver')
const worker = alias(staff, 'worker')
const alternative = alias(staff, 'alternative')

function selectPeople(tx: Tx, { agencyId, caseId }: LockedCase) {
  return tx
    .select({
      clientName: client.name,
      receivedBy: receiver.name,
      caseWorker: worker.name,
      alternativeContact: alternative.name,
      agencyName: agency.name,
      dutyPhone: agency.dutyPhone,
      dutyEmail: agency.dutyEmail,
      hours: agency.hours,
    })
    .from(caseFile)
    .innerJoin(agency, eq(agency.agencyId, caseFile.agencyId))
    .innerJoin(client, and(eq(client.agencyId, caseFile.agencyId), eq(client.clientId, caseFile.clientId)))
    .innerJoin(receiver, and(eq(receiver.agencyId, caseFile.agencyId), eq(receiver.staffId, caseFile.receivedBy)))
    .leftJoin(worker, and(eq(worker.agencyId, caseFile.agencyId), eq(worker.staffId, caseFile.caseWorkerId)))
    .leftJoin(
      alternative,
      and(eq(alternative.agencyId, caseFile.agencyId), eq(alternative.staffId, caseFile.alternativeContactId)),
    )
    .where(and(eq(caseFile.agencyId, agencyId), eq(caseFile.caseId, caseId)))
}

/** Only clocks of the first report; a further report has its own. */
function selectContactClocks(tx: Tx, { agencyId, caseId, receivedAt }: LockedCase) {
  return tx
    .select()
    .from(clock)
    .where(
      and(
        eq(clock.agencyId, agencyId),
        eq(clock.caseId, caseId),
        inArray(clock.clause, ['R3', 'R4']),
        eq(clock.startedAt, receivedAt),
      ),
    )
    .orderBy(asc(clock.dueAt))
}
