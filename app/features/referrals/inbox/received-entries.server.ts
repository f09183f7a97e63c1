import { z } from 'zod'

/** The referral of a recipient's form, and the version that its page showed. */
export interface Received {
  referralId: string
  seenVersion?: number
}

/** For every form that moves a referral. The page sets the version, so an unreadable one is treated as missing. */
export const seenEntries = {
  seenVersion: z.coerce.number().int().positive().optional().catch(undefined),
}

/** Longest message to the sending agency. */
export const MESSAGE_LENGTH = 1000
