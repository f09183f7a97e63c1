import { unsafeActOf } from '../../../domain/cases/unsafe-contact.ts'
import { type MoveId, moveOf, type ReferralState } from '../../../domain/referrals/referral.ts'
import type { Happening } from '../../../timeline/record-event.server.ts'
import type { MoveDetails } from './move-details.ts'

interface MadeMove {
  referralId: string
  move: MoveId
  from: ReferralState
  to: ReferralState
  details?: MoveDetails
}

/** The event of a move. `send` has none here: its caller knows what is disclosed, and why. */
export function moveHappening({ referralId, move, from, to, details }: MadeMove, caseId: string | null): Happening {
  const about = { subjectId: referralId, happenedAt: details?.movedAt, ...(caseId ? { caseId } : {}) }
  const reason = details?.reason ?? details?.outcome
  const { unsafeAnswers = [], unsafeReason = '' } = details ?? {}
  const unsafe = unsafeActOf({ unsafeAnswers, unsafeReason })
  const kind = moveOf(move).event
  if (kind === 'referral-cancelled' || kind === 'referral-disputed-as-error')
    return { ...about, kind, data: { referralId, reason: reason ?? '' } }
  if (kind !== 'referral-moved') throw new Error(`The caller of "${move}" says what happened: ${kind}.`)
  return { ...about, kind, data: { referralId, from, to, ...(reason ? { reason } : {}), ...unsafe } }
}
