import type { ContactChannel } from '../../../domain/cases/contact.ts'
import type { ContactSafety } from '../../../domain/cases/unsafe-contact.ts'
import type { MoveAnswers } from '../../../domain/referrals/referral-move.ts'

/** The fields of a move; the table of moves says which of them it needs. */
export interface MoveDetails extends Omit<MoveAnswers, 'seenVersion'>, Partial<ContactSafety> {
  /** When it happened, for an attempt that is recorded later; otherwise now. */
  movedAt?: Date
  /** 'YYYY-MM-DD', or empty. */
  nextTryOn?: string
  channel?: ContactChannel
}
