import { MOVE_IDS, type MoveId, moveOf, type ReferralState } from '../../domain/referrals/referral.ts'
import { attemptsOf } from '../../domain/referrals/referral-status.ts'
import { trackerSteps } from '../../domain/referrals/referral-tracker.ts'

interface Tracked {
  state: ReferralState
  decidedAt: Date
  decidedByName: string
  toAgencyName: string
  reason: string
  outcome: string
}

interface Step {
  move: string
  movedAt: string
  byName: string
  agencyName: string
  nextTryOn: string
  inError: boolean
}

/** The tracker of a referral for its page. Steps entered in error do not count. */
export function trackOf(own: Tracked, steps: readonly Step[], now: Date) {
  const moves = steps.flatMap(({ move, movedAt, byName, agencyName, nextTryOn, inError }) =>
    isMove(move) && !inError
      ? [{ move, movedAt: new Date(movedAt), by: [byName, agencyName].filter(Boolean).join(', '), nextTryOn }]
      : [],
  )
  const track = trackerSteps({ ...own, decidedBy: own.decidedByName }, moves, now)
  return {
    sentence: track.sentence,
    progress: { state: own.state, attempts: attemptsOf(moves) },
    steps: track.steps.map(({ stepId, label, status, at, by }) => ({
      label,
      state: stepId === 'ended' ? ('ended' as const) : status === 'to_come' ? ('to-come' as const) : status,
      at: at?.toISOString(),
      who: by ?? undefined,
    })),
  }
}

function isMove(move: string): move is MoveId {
  return (MOVE_IDS as readonly string[]).includes(move)
}

/** The words of a step, after the agency's name. */
export function stepWords(step: { move: string; reason: string }): { did: string; why: string } {
  if (step.move === 'amend') return { did: 'shared a new version', why: '' }
  if (step.move === 'chase') return { did: 'asked for an update', why: '' }
  if (!isMove(step.move)) return { did: step.move.replaceAll('_', ' '), why: '' }
  const { told, choices } = moveOf(step.move)
  const why = choices && Object.hasOwn(choices, step.reason) ? (choices[step.reason]?.label ?? '') : ''
  return { did: told, why }
}
