import { and, asc, eq } from 'drizzle-orm'
import type { Tx } from '../../../../db/as-actor.ts'
import { agency } from '../../../../db/schema/agency.ts'
import { caseFile, client, incident } from '../../../../db/schema/case-file.ts'
import { interviewSection, needBooking } from '../../../../db/schema/interview.ts'
import { staff } from '../../../../db/schema/staff.ts'
import { needsOfClient } from '../../../domain/interview/need-booking.ts'
import type { Actor } from '../../../domain/partnership/actor.ts'
import { suggestRecipients } from '../../../domain/referrals/recipient-suggestion.ts'
import { withReceivers } from '../../../facts/joined-agencies.server.ts'
import type { InterviewKey } from '../lock-interview.server.ts'
import { knownFacts } from './known-facts.ts'
import type { HelpToOffer, SavedInterview } from './saved-interview.ts'

/** More agencies than these are no help to choose from. The whole list is on the page of a referral. */
const HELP_AT_MOST = 8

/** What is saved of an interview, and what its case knows. */
export async function readSavedInterview(tx: Tx, actor: Actor, { caseId, interviewId }: InterviewKey) {
  const { agencyId } = actor
  const ofIt = { agencyId, interviewId }
  const [[file], incidents, sections, bookings] = await Promise.all([
    tx
      .select({ client, wishes: caseFile.wishes, serious: caseFile.serious })
      .from(caseFile)
      .innerJoin(client, and(eq(client.agencyId, caseFile.agencyId), eq(client.clientId, caseFile.clientId)))
      .where(and(eq(caseFile.agencyId, agencyId), eq(caseFile.caseId, caseId))),
    tx
      .select()
      .from(incident)
      .where(and(eq(incident.agencyId, agencyId), eq(incident.caseId, caseId)))
      .orderBy(asc(incident.recordedAt)),
    tx
      .select({ saved: interviewSection, savedByName: staff.name })
      .from(interviewSection)
      .innerJoin(staff, and(eq(staff.agencyId, interviewSection.agencyId), eq(staff.staffId, interviewSection.savedBy)))
      .where(and(eq(interviewSection.agencyId, ofIt.agencyId), eq(interviewSection.interviewId, ofIt.interviewId))),
    tx
      .select()
      .from(needBooking)
      .where(and(eq(needBooking.agencyId, ofIt.agencyId), eq(needBooking.interviewId, ofIt.interviewId)))
      .orderBy(asc(needBooking.need)),
  ])
  if (!file) throw new Error('An interview has a case.')
  const saved: SavedInterview = {
    language: file.client.language,
    needs: needsOfClient(file.client),
    bookings,
    sections: Object.fromEntries(sections.map(({ saved: { section, answers } }) => [section, answers])),
    wishes: file.wishes,
    help: await readHelp(tx, actor, incidents),
    known: knownFacts({ incidents, needs: file.client.communicationNeeds }),
  }
  return { saved, bookings, rows: sections.map(({ saved: row, savedByName }) => ({ ...row, savedByName })) }
}

/** The agencies that fit the strands and wards of the incidents best, each with what it offers (I1). */
async function readHelp(
  tx: Tx,
  { agencyId }: Actor,
  incidents: readonly Pick<typeof incident.$inferSelect, 'strands' | 'ward'>[],
): Promise<HelpToOffer[]> {
  const directory = await withReceivers(tx, await tx.select().from(agency).orderBy(asc(agency.name)))
  const ready = directory.filter(({ hasReceiver }) => hasReceiver)
  const suggested = suggestRecipients(ready, {
    fromAgencyId: agencyId,
    purpose: null,
    strands: [...new Set(incidents.flatMap(({ strands }) => strands))],
    wards: incidents.map(({ ward }) => ward).filter(Boolean),
    hasAgreed: () => false,
  })
  return suggested.slice(0, HELP_AT_MOST).map(({ agencyId: id, name, reason }) => {
    const offers = directory.find((one) => one.agencyId === id)?.offers
    return { agencyId: id, name, offers: offers || reason }
  })
}
