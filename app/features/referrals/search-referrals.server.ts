import { and, asc, desc, eq, inArray, isNotNull, or, type SQL } from 'drizzle-orm'
import { asActor, type Tx } from '../../../db/as-actor.ts'
import { agency } from '../../../db/schema/agency.ts'
import { caseFile, client } from '../../../db/schema/case-file.ts'
import { referral, referralOrigin, referralPackage } from '../../../db/schema/referral.ts'
import type { Asking } from '../../domain/partnership/actor.ts'
import { findClients, findReceivedClients } from '../../facts/find-people.server.ts'
import { beginsAsReference, readBeginnings } from '../../facts/find-references.server.ts'
import { attemptsSql } from '../../facts/referral-attempts.server.ts'
import { violenceOfCase, violenceShared } from '../../facts/violence-of-case.server.ts'
import type { FoundReferral, FoundReferrals } from './found-referral.ts'

const SHOWN = 25

/** Referrals of the actor's agency, sent and received, by client, reference or telephone number; newest first. */
export function searchReferrals({ actor }: Pick<Asking, 'actor'>, typed: string): Promise<FoundReferrals> {
  const { agencyId } = actor
  return asActor(actor, async (tx) => {
    // In sequence: if several failed together, the log would name a consequence instead of the cause.
    const clients = await findClients(tx, agencyId, typed)
    const received = await findReceivedClients(tx, agencyId, typed)
    const beginnings = await readBeginnings(tx, agencyId, typed)
    const byReference = beginsAsReference(referral.reference, beginnings)
    const [toUs, byUs] = await Promise.all([
      selectReceived(tx, agencyId, or(byReference, oneOf(received.ids))),
      selectSent(tx, agencyId, or(byReference, oneOf(await idsOfClients(tx, agencyId, clients.ids)))),
    ])
    return {
      received: toUs.slice(0, SHOWN),
      sent: byUs.slice(0, SHOWN),
      more: toUs.length > SHOWN || byUs.length > SHOWN,
    }
  })
}

function oneOf(referralIds: string[]): SQL | undefined {
  return referralIds.length > 0 ? inArray(referral.referralId, referralIds) : undefined
}

async function idsOfClients(tx: Tx, agencyId: string, clientIds: string[]): Promise<string[]> {
  if (clientIds.length === 0) return []
  const rows = await tx
    .select({ referralId: referralOrigin.referralId })
    .from(caseFile)
    .innerJoin(referralOrigin, and(eq(referralOrigin.agencyId, agencyId), eq(referralOrigin.caseId, caseFile.caseId)))
    .where(and(eq(caseFile.agencyId, agencyId), inArray(caseFile.clientId, clientIds)))
  return rows.map(({ referralId }) => referralId)
}

const { referralId, reference, state, sentAt } = referral
const SHOWN_OF_REFERRAL = { referralId, reference, state, attempts: attemptsSql() }

async function selectReceived(tx: Tx, agencyId: string, found: SQL | undefined): Promise<FoundReferral[]> {
  if (!found) return []
  const shown = and(
    eq(referralPackage.referralId, referralId),
    eq(referralPackage.toAgencyId, agencyId),
    eq(referralPackage.version, referral.packageVersion),
  )
  return tx
    .select({
      ...SHOWN_OF_REFERRAL,
      clientName: referralPackage.clientName,
      violence: violenceShared(),
      otherAgency: agency.name,
    })
    .from(referral)
    .innerJoin(agency, eq(agency.agencyId, referral.fromAgencyId))
    .leftJoin(referralPackage, shown)
    .where(and(eq(referral.toAgencyId, agencyId), isNotNull(sentAt), found))
    .orderBy(desc(sentAt), asc(referralId))
    .limit(SHOWN + 1)
}

async function selectSent(tx: Tx, agencyId: string, found: SQL | undefined): Promise<FoundReferral[]> {
  if (!found) return []
  return tx
    .select({ ...SHOWN_OF_REFERRAL, clientName: client.name, violence: violenceOfCase(), otherAgency: agency.name })
    .from(referral)
    .innerJoin(agency, eq(agency.agencyId, referral.toAgencyId))
    .innerJoin(referralOrigin, and(eq(referralOrigin.agencyId, agencyId), eq(referralOrigin.referralId, referralId)))
    .innerJoin(caseFile, and(eq(caseFile.agencyId, agencyId), eq(caseFile.caseId, referralOrigin.caseId)))
    .innerJoin(client, and(eq(client.agencyId, agencyId), eq(client.clientId, caseFile.clientId)))
    .where(and(eq(referral.fromAgencyId, agencyId), found))
    .orderBy(desc(referral.decidedAt), asc(referralId))
    .limit(SHOWN + 1)
}
