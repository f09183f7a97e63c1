import type { ContactChannel } from '../../../domain/cases/contact.ts'
import type { ContactSafety } from '../../../domain/cases/unsafe-contact.ts'
import type { MoveGiven } from '../../../domain/referrals/referral-move.ts'

/** What a person says with a move; which of it a move needs is in the table of moves. */
export interface MoveDetails extends Omit<MoveGiven, 'seenVersion'>, Partial<ContactSafety> {
  /** When it happened, if not now: an attempt that is typed in later. */
  movedAt?: Date
  /** 'YYYY-MM-DD', or empty. */
  nextTryOn?: string
  /** How the client was contacted, for a move that records a contact. */
  channel?: ContactChannel
}
