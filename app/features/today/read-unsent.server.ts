import { and, asc, eq, isNull, or } from 'drizzle-orm'
import type { Tx } from '../../../db/as-actor.ts'
import { agency } from '../../../db/schema/agency.ts'
import { caseFile, client } from '../../../db/schema/case-file.ts'
import { consent } from '../../../db/schema/consent.ts'
import { agreedAndUnsent } from '../../../db/unsent-consent.ts'
import { violenceOfCase } from '../../../db/violence-of-case.ts'
import type { Actor } from '../../domain/actor.ts'
import { sayInstant } from '../../ui/say-time.ts'
import { sendingAddress } from '../../ui/sending-address.ts'
import type { ClientTask } from '../../ui/task-list.tsx'

const LIMIT = 20

/**
 * Referrals that clients agreed to and that are not sent: of this person's cases, and of cases without a case worker for
 * which this person recorded the consent.
 */
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
      href: `/cases/${caseId}`,
      why: `The client agreed ${sayInstant(givenAt, now)}. The referral is not sent yet.`,
      action: {
        label: 'Send the referral',
        href: sendingAddress({ caseId, recipientAgencyId, purpose, keptId: null }),
      },
    }
  })
}
