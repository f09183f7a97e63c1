import { href } from '../href.ts'

interface Sharing {
  caseId: string
  recipientAgencyId: string
  purpose: string
  /** A referral that was decided for it before and waits to be sent. */
  keptId: string | null
}

/** Where something that may be shared now is sent: with the decision that was kept, so that its day counts (I2), or with a new decision. */
export function sendingAddress({ caseId, recipientAgencyId, purpose, keptId }: Sharing): string {
  if (keptId) return href('/sent/:referralId/send', { referralId: keptId })
  return href('/cases/:caseId/refer', { caseId }, { purpose, to: recipientAgencyId })
}
