import { and, asc, eq, isNull, or } from 'drizzle-orm'
import type { Tx } from '../../../db/as-actor.ts'
import { agency } from '../../../db/schema/agency.ts'
import { caseFile, client } from '../../../db/schema/case-file.ts'
import { consent } from '../../../db/schema/consent.ts'
import { agreedAndUnsent } from '../../../db/unsent-consent.ts'
import type { Actor } from '../../domain/actor.ts'
import { sayInstant } from '../../ui/say-time.ts'
import { sendingAddress } from '../../ui/sending-address.ts'
import type { SaidTask } from '../../ui/task-list.tsx'

const LIMIT = 20

/** What clients of this person agreed to share and nobody has sent: of their cases, and of what they recorded where no one has the case. */
export async function readUnsent(tx: Tx, { agencyId, staffId }: Actor, now: Date): Promise<SaidTask[]> {
  const mine = or(eq(caseFile.caseWorkerId, staffId), and(isNull(caseFile.caseWorkerId), eq(consent.takenBy, staffId)))
  const rows = await tx
    .select({ consent, reference: caseFile.reference, clientName: client.name, agencyName: agency.name })
    .from(consent)
    .innerJoin(caseFile, and(eq(caseFile.agencyId, consent.agencyId), eq(caseFile.caseId, consent.caseId)))
    .innerJoin(client, and(eq(client.agencyId, caseFile.agencyId), eq(client.clientId, caseFile.clientId)))
    .innerJoin(agency, eq(agency.agencyId, consent.recipientAgencyId))
    .where(and(eq(consent.agencyId, agencyId), mine, agreedAndUnsent(now)))
    .orderBy(asc(consent.givenAt), asc(agency.name))
    .limit(LIMIT)
  return rows.map(({ consent: { consentId, caseId, recipientAgencyId, purposes, givenAt }, ...names }) => {
    const purpose = purposes[0] ?? 'support'
    return {
      taskId: consentId,
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
