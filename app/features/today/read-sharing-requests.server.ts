import { and, asc, eq, or, type SQL, sql } from 'drizzle-orm'
import type { Tx } from '../../../db/as-actor.ts'
import { agency } from '../../../db/schema/agency.ts'
import { caseFile, client } from '../../../db/schema/case-file.ts'
import { consentOverride } from '../../../db/schema/consent.ts'
import type { Actor } from '../../domain/partnership/actor.ts'
import { keptDecision } from '../../facts/kept-decision.server.ts'
import { liveOverride } from '../../facts/live-override.server.ts'
import { violenceOfCase } from '../../facts/violence-of-case.server.ts'
import { sendingAddress } from '../../forms/sending-address.ts'
import type { ClientTask } from '../../ui/lists/task-list.tsx'
import { sayInstant } from '../../ui/time/say-time.ts'

const LIMIT = 20

/** Authorised sharing without consent that was not used yet, for the requester and the case worker. */
export async function readAuthorised(tx: Tx, { agencyId, staffId }: Actor, now: Date): Promise<ClientTask[]> {
  const { requestedBy } = consentOverride
  const mine = or(eq(requestedBy, staffId), eq(caseFile.caseWorkerId, staffId))
  const rows = await selectRequests(tx, and(eq(caseFile.stage, 'open'), mine, liveOverride(now)), agencyId)
  return rows.map((row) => {
    const href = sendingAddress(row)
    return {
      taskId: row.overrideId,
      violence: row.violence,
      title: `Authorised: send to ${row.agencyName}`,
      href,
      why: `About ${row.clientName || row.reference}, without consent. Authorised ${sayInstant(row.decidedAt ?? now, now)}, for one referral and for a week.`,
      action: { label: 'Continue the referral', href },
    }
  })
}

export interface UndecidedRequest {
  overrideId: string
  clientName: string
  violence: { safeTimes: string } | null
  agencyName: string
  requestedAt: string
}

export async function readUndecidedRequests(tx: Tx, { agencyId, staffId }: Actor): Promise<UndecidedRequest[]> {
  const undecided = and(eq(consentOverride.decision, 'asked'), eq(consentOverride.requestedBy, staffId))
  const rows = await selectRequests(tx, undecided, agencyId)
  return rows.map(({ overrideId, clientName, reference, agencyName, violence, requestedAt }) => ({
    ...{ overrideId, clientName: clientName || reference, agencyName, violence },
    requestedAt: requestedAt.toISOString(),
  }))
}

function selectRequests(tx: Tx, which: SQL | undefined, agencyId: string) {
  const { overrideId, caseId, recipientAgencyId, purpose, requestedAt, decidedAt } = consentOverride
  return tx
    .select({
      ...{ overrideId, caseId, recipientAgencyId, purpose, requestedAt, decidedAt },
      reference: caseFile.reference,
      clientName: client.name,
      violence: violenceOfCase(),
      agencyName: agency.name,
      keptId: keptDecision({ ...consentOverride, purposes: sql`array[${purpose}]` }),
    })
    .from(consentOverride)
    .innerJoin(
      caseFile,
      and(eq(caseFile.agencyId, consentOverride.agencyId), eq(caseFile.caseId, consentOverride.caseId)),
    )
    .innerJoin(client, and(eq(client.agencyId, caseFile.agencyId), eq(client.clientId, caseFile.clientId)))
    .innerJoin(agency, eq(agency.agencyId, recipientAgencyId))
    .where(and(eq(consentOverride.agencyId, agencyId), which))
    .orderBy(asc(caseFile.urgentOrder), asc(requestedAt))
    .limit(LIMIT)
}
