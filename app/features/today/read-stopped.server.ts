import { and, desc, eq, inArray, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { Tx } from '../../../db/as-actor.ts'
import { agency } from '../../../db/schema/agency.ts'
import { referral } from '../../../db/schema/referral.ts'
import { caseEvent } from '../../../db/schema/timeline.ts'
import type { Actor } from '../../domain/actor.ts'
import type { ReferralState } from '../../domain/referral.ts'
import { referralStatus } from '../../domain/referral-status.ts'
import { sayInstant } from '../../ui/say-time.ts'
import type { SaidTask } from '../../ui/task-list.tsx'

const LIMIT = 20
/** Taken back by the sender. What was closed counts too, once the client has withdrawn consent to it. */
const TAKEN_BACK: ReferralState[] = [
  'stopped_consent_withdrawn',
  'withdrawn_by_client',
  'withdrawn_by_agency',
  'entered_in_error',
  'closed',
]

/**
 * Received referrals that were taken back from whoever worked with them, until they have opened them: contact has to
 * stop, and a mail may not be read. Those that nobody had are for the managers, if anybody here has read them at all.
 * Without the client's name, which is no longer shared.
 */
export async function readStopped(tx: Tx, { agencyId, staffId, role }: Actor, now: Date): Promise<SaidTask[]> {
  const { referralId, reference, state, hiddenAt, recipientWorkerId } = referral
  const readAfter = and(eq(caseEvent.actorId, staffId), sql`${caseEvent.happenedAt} >= ${hiddenAt}`)
  const mine = and(eq(recipientWorkerId, staffId), sql`not ${consulted(agencyId, readAfter)}`)
  const nobodys = and(
    isNull(recipientWorkerId),
    sql`${consulted(agencyId, sql`${caseEvent.happenedAt} < ${hiddenAt}`)}`,
    sql`not ${consulted(agencyId, sql`${caseEvent.happenedAt} >= ${hiddenAt}`)}`,
  )
  const rows = await tx
    .select({ referralId, reference, state, hiddenAt, fromName: agency.name })
    .from(referral)
    .innerJoin(agency, eq(agency.agencyId, referral.fromAgencyId))
    .where(
      and(
        eq(referral.toAgencyId, agencyId),
        eq(referral.lane, 'finished'),
        inArray(state, TAKEN_BACK),
        isNotNull(hiddenAt),
        role === 'manager' ? or(mine, nobodys) : mine,
      ),
    )
    .orderBy(desc(hiddenAt))
    .limit(LIMIT)
  return rows.map((row) => ({
    taskId: row.referralId,
    title: `Stop contact: referral ${row.reference} from ${row.fromName}`,
    href: `/inbox/${row.referralId}`,
    why: `${row.state === 'closed' ? 'Consent withdrawn' : referralStatus({ state: row.state, attempts: null })}, ${sayInstant(row.hiddenAt ?? now, now)}. What was shared is no longer shown.`,
    action: { label: 'See what to do', href: `/inbox/${row.referralId}` },
  }))
}

/** Whether the page of the referral was opened here, as the agency's own log tells. */
function consulted(agencyId: string, which: SQL | undefined): SQL {
  const opened = and(
    eq(caseEvent.agencyId, agencyId),
    eq(caseEvent.subjectId, referral.referralId),
    eq(caseEvent.kind, 'record-consulted'),
    which,
  )
  return sql`exists (select 1 from ${caseEvent} where ${opened})`
}
