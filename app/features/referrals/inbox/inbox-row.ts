import type { ListPage } from '../../../domain/lists/list-page.ts'
import type { ReferralState } from '../../../domain/referrals/referral.ts'
import type { DueStatus } from '../../../domain/referrals/referral-due.ts'
import type { RiskLevel } from '../../../domain/risk/risk-level.ts'

/** One line of the inbox. Instants are ISO 8601; data that was not shared is empty. */
export interface InboxRow {
  referralId: string
  reference: string
  state: ReferralState
  attempts: number | null
  dueAt: string
  /** Null once nothing more is expected. */
  dueStatus: DueStatus | null
  /** Violence or threat, while the referral is open. */
  serious: boolean
  byOverride: boolean
  fromName: string
  /** Null once the package is hidden or no longer shown. */
  clientName: string | null
  /** The client to stop contacting, until the agency confirms it. */
  stopContact: string | null
  risk: RiskLevel | '' | null
  needs: string[] | null
  safeTimes: string | null
  workerName: string | null
}

/** `total` is counted up to one more than the limit. */
export interface InboxPage extends ListPage<InboxRow> {
  /** Colleagues whose referrals a manager can filter by; empty for others. */
  workers: { staffId: string; name: string }[]
}
