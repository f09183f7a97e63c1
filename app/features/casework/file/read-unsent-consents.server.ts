import { and, asc, eq } from 'drizzle-orm'
import type { Tx } from '../../../../db/as-actor.ts'
import { agency } from '../../../../db/schema/agency.ts'
import { caseFile } from '../../../../db/schema/case-file.ts'
import { consent } from '../../../../db/schema/consent.ts'
import type { Reading } from '../../../domain/partnership/actor.ts'
import { agreedAndUnsent } from '../../../facts/unsent-consent.server.ts'
import { sendingAddress } from '../../../forms/sending-address.ts'
import type { SaidTask } from '../../../ui/lists/task-list.tsx'
import { sayInstant } from '../../../ui/time/say-time.ts'

/** Referrals of this case that the client agreed to and that are not sent, the oldest agreement first. */
export async function readUnsentConsents(tx: Tx, { actor, now }: Reading, caseId: string): Promise<SaidTask[]> {
  const rows = await tx
    .select({ consent, agencyName: agency.name })
    .from(consent)
    .innerJoin(caseFile, and(eq(caseFile.agencyId, consent.agencyId), eq(caseFile.caseId, consent.caseId)))
    .innerJoin(agency, eq(agency.agencyId, consent.recipientAgencyId))
    .where(and(eq(consent.agencyId, actor.agencyId), eq(consent.caseId, caseId), agreedAndUnsent(now)))
    .orderBy(asc(consent.givenAt), asc(agency.name))
  return rows.map(({ consent: { consentId, recipientAgencyId, purposes, givenAt }, agencyName }) => {
    const purpose = purposes[0] ?? 'support'
    const href = sendingAddress({ caseId, recipientAgencyId, purpose, keptId: null })
    return {
      taskId: consentId,
      title: `Refer to ${agencyName}`,
      why: `The client agreed ${sayInstant(givenAt, now)}. The referral is not sent yet.`,
      action: { label: 'Send the referral', href },
    }
  })
}
