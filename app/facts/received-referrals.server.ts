import { type SQL, sql } from 'drizzle-orm'
import type { InboxLane, ReferralState } from '../domain/referrals/referral.ts'

export interface ReceivedFilter {
  lane: InboxLane
  state: ReferralState | null
  /** Only referrals that wait for this agency. With an open question they wait for the sender. */
  ours: boolean
  mine: boolean
  /** The person who accepted the referral. */
  workerId: string | null
  overdue: boolean
  high: boolean
}

/**
 * A condition on the referrals `r` that an agency received and a filter selects. The inbox and the numbers that link to
 * it share it. The policy already demands `sent_at`; it is repeated here so that PostgreSQL can use the index.
 */
export function isReceived(
  { agencyId, staffId }: { agencyId: string; staffId: string },
  { lane, state, ours, mine, workerId, overdue, high }: ReceivedFilter,
  now: Date,
): SQL {
  return sql.join(
    [
      sql`r.to_agency_id = ${agencyId} and r.lane = ${lane} and r.sent_at is not null`,
      ...(state ? [sql`r.state = ${state}`] : []),
      ...(ours ? [sql`r.state <> 'information_asked'`] : []),
      ...(mine ? [sql`r.recipient_worker_id = ${staffId}`] : []),
      ...(workerId ? [sql`r.recipient_worker_id = ${workerId}`] : []),
      ...(overdue ? [sql`r.due_at < ${now.toISOString()}::timestamptz`] : []),
      ...(high ? [sql`r.urgency = 0`] : []),
    ],
    sql` and `,
  )
}
