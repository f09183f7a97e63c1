import { and, asc, desc, eq, sql } from 'drizzle-orm'
import type { Tx } from '../../../../db/as-actor.ts'
import { agency } from '../../../../db/schema/agency.ts'
import { caseFile, contact, incident } from '../../../../db/schema/case-file.ts'
import { referral, referralOrigin } from '../../../../db/schema/referral.ts'
import { staff } from '../../../../db/schema/staff.ts'
import { CONTACT_ERROR_REASONS, type ContactErrorReason } from '../../../domain/cases/case-reason.ts'
import { placeByInWords } from '../../../domain/hotspots/places/place-in-words.ts'
import type { Actor } from '../../../domain/partnership/actor.ts'
import { isWorkerOf } from '../../../facts/list-workers.server.ts'
import { attemptsSql } from '../../../facts/referral-attempts.server.ts'

/** The contacts of a case, latest first, including those entered in error. */
export async function readContacts(tx: Tx, { agencyId }: Actor, caseId: string) {
  const rows = await tx
    .select({ contact, by: staff.name })
    .from(contact)
    .innerJoin(staff, and(eq(staff.agencyId, contact.agencyId), eq(staff.staffId, contact.staffId)))
    .where(and(eq(contact.agencyId, agencyId), eq(contact.caseId, caseId)))
    .orderBy(desc(contact.contactedAt), desc(contact.recordedAt))
  return rows.map(({ contact: { errorReason, ...logged }, by }) => ({
    ...logged,
    by,
    errorReason: CONTACT_ERROR_REASONS[errorReason as ContactErrorReason]?.label ?? errorReason,
  }))
}

export async function findContact(tx: Tx, actor: Actor, caseId: string, contactId: string) {
  return (await readContacts(tx, actor, caseId)).find((logged) => logged.contactId === contactId)
}

/** The incidents of a case, the last recorded first. */
export async function readIncidentsOfCase(tx: Tx, { agencyId }: Actor, caseId: string) {
  const rows = await tx
    .select()
    .from(incident)
    .where(and(eq(incident.agencyId, agencyId), eq(incident.caseId, caseId)))
    .orderBy(desc(incident.recordedAt), asc(incident.incidentId))
  // Pages say how the place is known. No page that only shows the case contains the point itself.
  return rows.map(({ lat, lng, cell, placeBy, ...shown }) => ({
    ...shown,
    knownPlace: placeByInWords({ placeBy, lat, lng, ward: shown.ward }),
  }))
}

/** The referrals from a case, the newest decision first. */
export function readReferrals(tx: Tx, { agencyId }: Actor, caseId: string) {
  return tx
    .select({
      referralId: referral.referralId,
      reference: referral.reference,
      toAgency: agency.name,
      state: referral.state,
      attempts: attemptsSql(),
      decidedAt: referral.decidedAt,
      sentAt: referral.sentAt,
      byOverride: referral.byOverride,
      newsAt: referral.newsAt,
      clientToldAt: referral.clientToldAt,
    })
    .from(referralOrigin)
    .innerJoin(referral, eq(referral.referralId, referralOrigin.referralId))
    .innerJoin(agency, eq(agency.agencyId, referral.toAgencyId))
    .where(and(eq(referralOrigin.agencyId, agencyId), eq(referralOrigin.caseId, caseId)))
    .orderBy(desc(referral.decidedAt))
}

/** Everyone in the agency who can have a case, by name, with their number of open cases. */
export function readHolders(tx: Tx, { agencyId }: Actor) {
  return tx
    .select({
      staffId: staff.staffId,
      name: staff.name,
      jobTitle: staff.jobTitle,
      openCases: sql<number>`count(${caseFile.caseId})::int`,
    })
    .from(staff)
    .leftJoin(
      caseFile,
      and(eq(caseFile.agencyId, staff.agencyId), eq(caseFile.caseWorkerId, staff.staffId), eq(caseFile.stage, 'open')),
    )
    .where(isWorkerOf(agencyId))
    .groupBy(staff.agencyId, staff.staffId)
    .orderBy(asc(staff.name))
}
