import { type SQL, sql } from 'drizzle-orm'
import type { InboxLane, ReferralState } from '../domain/referrals/referral.ts'

export interface ReceivedFilter {
  lane: InboxLane
  state: ReferralState | null
  /** Only those that wait for this agency: with a question open it is the sender's turn. */
  ours: boolean
  mine: boolean
  /** Whose referrals: the member of staff who accepted it. */
  workerId: string | null
  overdue: boolean
  high: boolean
}

/**
 * The referrals `r` that were sent to an agency and pass a filter: of the inbox and of every number that leads to it.
 * `sent_at` says what the policy says as well; said here, the index answers it.
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
