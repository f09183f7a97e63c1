import { z } from 'zod'

/** Which referral a form of the recipient is about, and the version that stood on its page. */
export interface Received {
  referralId: string
  seenVersion?: number
}

/** Of every form that moves a referral; the page writes it, so a wrong one is as good as none. */
export const seenEntries = {
  seenVersion: z.coerce.number().int().positive().optional().catch(undefined),
}

/** A message that the sending agency sees too. */
export const MESSAGE_LENGTH = 1000
