import type { RiskLevel } from '../../../domain/cases/risk.ts'
import type { ListPage } from '../../../domain/lists/list-page.ts'
import type { ReferralState } from '../../../domain/referrals/referral.ts'
import type { DueStatus } from '../../../domain/referrals/referral-due.ts'

/** One line of the inbox. Instants are ISO 8601; what the client did not agree to share is empty. */
export interface InboxRow {
  referralId: string
  reference: string
  state: ReferralState
  attempts: number | null
  dueAt: string
  /** How near it is; null once nothing more is expected. */
  dueStatus: DueStatus | null
  /** Violence or threat of violence, while the referral is open. */
  serious: boolean
  byOverride: boolean
  fromName: string
  /** Null once the package is hidden or no longer shown. */
  clientName: string | null
  /** Whom to stop contacting, until that is confirmed. */
  stopContact: string | null
  risk: RiskLevel | '' | null
  needs: string[] | null
  safeTimes: string | null
  workerName: string | null
}

/** Counted up to one more than the limit. */
export interface InboxPage extends ListPage<InboxRow> {
  /** For a manager, those whose referrals can be chosen; for others none. */
  workers: { staffId: string; name: string }[]
}
