import { and, asc, eq, inArray } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { asActor, type Tx } from '../../../../db/as-actor.ts'
import { lockCase } from '../../../../db/lock-case.ts'
import { agency } from '../../../../db/schema/agency.ts'
import { caseFile, client } from '../../../../db/schema/case-file.ts'
import { staff } from '../../../../db/schema/staff.ts'
import { clock } from '../../../../db/schema/timeline.ts'
import { ifMay, mayInsert } from '../../../access/ability.ts'
import { keepDocument } from '../../../documents/keep-document.server.ts'
import type { PaperLanguage } from '../../../documents/paper.ts'
import { type ReportReceived, withoutNames } from '../../../documents/report-received.ts'
import { reportReceivedPaper } from '../../../documents/report-received-paper.ts'
import { UnprintablePaper } from '../../../documents/write-pdf.server.ts'
import type { Reading } from '../../../domain/partnership/actor.ts'
import { londonDayOf, londonTimeOf } from '../../../domain/time/calendar-day.ts'
import { firstContactOf } from './first-contact.ts'

type HeldCase = NonNullable<Awaited<ReturnType<typeof lockCase>>>

/** The letter that acknowledges a report, as a PDF; null if the client must not be written to (R2). */
export function makeReportLetter(
  asking: Reading,
  caseId: string,
  language: PaperLanguage,
): Promise<{ reference: string; pdf: Uint8Array<ArrayBuffer> } | null> {
  return asActor(asking.actor, async (tx) => {
    const { actor } = asking
    const held = ifMay(actor, 'select', 'caseFile', await lockCase(tx, actor, caseId))
    if (held?.contactability !== 'possible') return null
    if (!mayInsert(actor, 'documentVersion', { agencyId: held.agencyId, madeBy: actor.staffId })) return null
    const keep = (letter: ReportReceived) =>
      keepDocument(tx, asking, {
        caseId,
        kind: 'report_received',
        language,
        paper: (madeOn) => reportReceivedPaper(letter, language, madeOn),
      })
    const letter = await readLetter(tx, held)
    // If the fonts lack letters of the name, make the letter without it: better than no letter.
    const pdf = await keep(letter).catch((error) => {
      if (error instanceof UnprintablePaper) return keep(withoutNames(letter))
      throw error
    })
    return { reference: held.reference, pdf }
  })
}

async function readLetter(tx: Tx, held: HeldCase): Promise<ReportReceived> {
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

function onOneLine(text: string): string {
  return text.replace(/[\s\p{C}]+/gu, ' ').trim()
}

const receiver = alias(staff, 'receiver')
const worker = alias(staff, 'worker')
const alternative = alias(staff, 'alternative')

function selectPeople(tx: Tx, { agencyId, caseId }: HeldCase) {
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
function selectContactClocks(tx: Tx, { agencyId, caseId, receivedAt }: HeldCase) {
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
