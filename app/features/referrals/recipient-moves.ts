import type { MoveId } from '../../domain/referrals/referral.ts'
import { href } from '../../href.ts'

/**
 * The last part of each move's address, below the referral's address. The page shows the first possible move as its
 * main button.
 */
export const RECIPIENT_MOVES = {
  receive: 'receive',
  accept: 'accept',
  ask_for_more: 'ask',
  decline: 'decline',
  engage: 'contact',
  record_contact_attempt: 'attempt',
  record_outcome: 'outcome',
  close: 'close',
} as const satisfies Partial<Record<MoveId, string>>

export type RecipientMove = keyof typeof RECIPIENT_MOVES

export const RECIPIENT_MOVE_IDS = Object.keys(RECIPIENT_MOVES) as RecipientMove[]

/** The moves that need only a button. */
export const PLAIN_MOVES: readonly RecipientMove[] = ['receive', 'close']

export function moveHref(referralId: string, move: RecipientMove): string {
  return href(`/inbox/:referralId/${RECIPIENT_MOVES[move]}`, { referralId })
}
