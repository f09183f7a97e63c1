import { href } from '../href.ts'

interface Sharing {
  caseId: string
  recipientAgencyId: string
  purpose: string
  /** The id of a referral that was decided earlier and not yet sent, or null. */
  keptId: string | null
}

/**
 * The address for sending a referral: with the earlier decision, so that the deadline counts from its day (I2),
 * otherwise with a new decision.
 */
export function sendingAddress({ caseId, recipientAgencyId, purpose, keptId }: Sharing): string {
  if (keptId) return href('/sent/:referralId/send', { referralId: keptId })
  return href('/cases/:caseId/refer', { caseId }, { purpose, to: recipientAgencyId })
}
