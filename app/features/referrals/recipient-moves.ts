import type { MoveId } from '../../domain/referrals/referral.ts'
import { href } from '../../href.ts'

/** Where each move of the recipient is made: under the referral's own address, one move an address. */
export const RECIPIENT_MOVES = {
  receive: { path: 'receive', done: 'received' },
  accept: { path: 'accept', done: 'accepted' },
  ask_for_more: { path: 'ask', done: 'asked' },
  decline: { path: 'decline', done: 'declined' },
  engage: { path: 'contact', done: 'contact' },
  record_contact_attempt: { path: 'attempt', done: 'attempt' },
  record_outcome: { path: 'outcome', done: 'outcome' },
  close: { path: 'close', done: 'closed' },
} as const satisfies Partial<Record<MoveId, { path: string; done: string }>>

export type RecipientMove = keyof typeof RECIPIENT_MOVES

export const RECIPIENT_MOVE_IDS = Object.keys(RECIPIENT_MOVES) as RecipientMove[]

/** The moves that need nothing but a click. */
export const PLAIN_MOVES: readonly RecipientMove[] = ['receive', 'close']

export function moveHref(referralId: string, move: RecipientMove): string {
  return href(`/inbox/:referralId/${RECIPIENT_MOVES[move].path}`, { referralId })
}
