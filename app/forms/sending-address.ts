import { href } from '../href.ts'

interface Sharing {
  caseId: string
  recipientAgencyId: string
  purpose: string
  /** The id of a referral that was decided earlier and not yet sent, or null. */
  keptId: string | null
}

/** Where to send: with the earlier decision, whose day counts for the deadline (I2), or with a new one. */
export function sendingAddress({ caseId, recipientAgencyId, purpose, keptId }: Sharing): string {
  if (keptId) return href('/sent/:referralId/send', { referralId: keptId })
  return href('/cases/:caseId/refer', { caseId }, { purpose, to: recipientAgencyId })
}
