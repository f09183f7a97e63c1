import { and, asc, eq, isNull, or } from 'drizzle-orm'
import type { Tx } from '../../../db/as-actor.ts'
import { agency } from '../../../db/schema/agency.ts'
import { caseFile, client } from '../../../db/schema/case-file.ts'
import { consent } from '../../../db/schema/consent.ts'
import type { Actor } from '../../domain/partnership/actor.ts'
import { agreedAndUnsent } from '../../facts/unsent-consent.server.ts'
import { violenceOfCase } from '../../facts/violence-of-case.server.ts'
import { sendingAddress } from '../../forms/sending-address.ts'
import { href } from '../../href.ts'
import type { ClientTask } from '../../ui/lists/task-list.tsx'
import { sayInstant } from '../../ui/time/say-time.ts'

const LIMIT = 20

/** Agreed and unsent referrals: of this person's cases, or of unallocated ones whose consent they recorded. */
export async function readUnsent(tx: Tx, { agencyId, staffId }: Actor, now: Date): Promise<ClientTask[]> {
  const mine = or(eq(caseFile.caseWorkerId, staffId), and(isNull(caseFile.caseWorkerId), eq(consent.takenBy, staffId)))
  const rows = await tx
    .select({
      consent,
      reference: caseFile.reference,
      clientName: client.name,
      violence: violenceOfCase(),
      agencyName: agency.name,
    })
    .from(consent)
    .innerJoin(caseFile, and(eq(caseFile.agencyId, consent.agencyId), eq(caseFile.caseId, consent.caseId)))
    .innerJoin(client, and(eq(client.agencyId, caseFile.agencyId), eq(client.clientId, caseFile.clientId)))
    .innerJoin(agency, eq(agency.agencyId, consent.recipientAgencyId))
    .where(and(eq(consent.agencyId, agencyId), mine, agreedAndUnsent(now)))
    .orderBy(asc(caseFile.urgentOrder), asc(consent.givenAt), asc(agency.name))
    .limit(LIMIT)
  return rows.map(({ consent: { consentId, caseId, recipientAgencyId, purposes, givenAt }, violence, ...names }) => {
    const purpose = purposes[0] ?? 'support'
    return {
      taskId: consentId,
      violence,
      title: `Refer ${names.clientName || names.reference} to ${names.agencyName}`,
      href: href('/cases/:caseId', { caseId }),
      why: `The client agreed ${sayInstant(givenAt, now)}. The referral is not sent yet.`,
      action: {
        label: 'Send the referral',
        href: sendingAddress({ caseId, recipientAgencyId, purpose, keptId: null }),
      },
    }
  })
}
