import { and, desc, eq, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { Tx } from '../../../db/as-actor.ts'
import { agency } from '../../../db/schema/agency.ts'
import { referral } from '../../../db/schema/referral.ts'
import { caseEvent } from '../../../db/schema/timeline.ts'
import { permissionsOf } from '../../access/ability.ts'
import type { Actor } from '../../domain/partnership/actor.ts'
import { clientToStopContacting } from '../../domain/referrals/referral-move.ts'
import { referralStatus } from '../../domain/referrals/referral-status.ts'
import { href } from '../../href.ts'
import type { SaidTask } from '../../ui/lists/task-list.tsx'
import { sayInstant } from '../../ui/time/say-time.ts'

const LIMIT = 20
/**
 * Received referrals that were withdrawn, until the agency confirms that contact has stopped. Referrals without a
 * worker go to the managers, if a colleague had opened them.
 */
export async function readStopped(tx: Tx, actor: Actor, now: Date): Promise<SaidTask[]> {
  const { agencyId, staffId } = actor
  const { referralId, reference, state, hiddenAt, stopName, recipientWorkerId } = referral
  const mine = eq(recipientWorkerId, staffId)
  const withoutWorker = and(isNull(recipientWorkerId), wasOpened(agencyId))
  const rows = await tx
    .select({ referralId, reference, state, hiddenAt, stopName, fromName: agency.name })
    .from(referral)
    .innerJoin(agency, eq(agency.agencyId, referral.fromAgencyId))
    .where(
      and(
        eq(referral.toAgencyId, agencyId),
        eq(referral.lane, 'finished'),
        isNotNull(stopName),
        permissionsOf(actor).mayEver('allocate', 'caseFile') ? or(mine, withoutWorker) : mine,
      ),
    )
    .orderBy(desc(hiddenAt))
    .limit(LIMIT)
  return rows.map((row) => ({
    taskId: row.referralId,
    title: `Stop contact: ${clientToStopContacting(row)}`,
    href: href('/inbox/:referralId', { referralId: row.referralId }),
    why: `Referral ${row.reference} from ${row.fromName}. ${row.state === 'closed' ? 'Consent withdrawn' : referralStatus({ state: row.state, attempts: null })}, ${sayInstant(row.hiddenAt ?? now, now)}. Confirm when your agency has stopped contact.`,
    action: { label: 'Open and confirm', href: href('/inbox/:referralId', { referralId: row.referralId }) },
  }))
}

/** Whether someone in the agency opened the referral before it was withdrawn, by the agency's own log. */
function wasOpened(agencyId: string): SQL {
  const opened = and(
    eq(caseEvent.agencyId, agencyId),
    eq(caseEvent.subjectId, referral.referralId),
    eq(caseEvent.kind, 'record-consulted'),
    sql`${caseEvent.happenedAt} < ${referral.hiddenAt}`,
  )
  return sql`exists (select 1 from ${caseEvent} where ${opened})`
}
