import { lowerFirst } from '../text/first-letter.ts'
import { dayAndMonth, daysBetween, isDay, londonDayOf } from '../time/calendar-day.ts'
import { type MoveId, REFERRAL_MOVES, type ReferralState } from './referral.ts'
import { OUTCOMES, type ReasonTable } from './referral-reason.ts'
import { attemptsInWords, attemptsOf, referralStatus } from './referral-status.ts'

/** One step of a referral that both sides see. `by` is an agency's name. */
export interface TrackedStep {
  move: MoveId
  movedAt: Date
  by: string
  /** The day or time, in words, when the recipient said it will try again. */
  nextTryOn: string
}

export interface TrackedReferral {
  state: ReferralState
  decidedAt: Date
  decidedBy: string
  toAgencyName: string
  /** Ids from the last move that had a reason or an outcome; empty if none had. */
  reason: string
  outcome: string
}

export interface TrackerStep {
  stepId: 'decided' | 'sent' | 'received' | 'accepted' | 'in_contact' | 'outcome' | 'ended'
  label: string
  status: 'done' | 'now' | 'to_come'
  at: Date | null
  by: string | null
}

const ROAD = [
  { stepId: 'decided', label: 'Decided', reachedBy: [] },
  { stepId: 'sent', label: 'Sent', reachedBy: ['send'] },
  { stepId: 'received', label: 'Received', reachedBy: ['receive', 'ask_for_more', 'accept', 'decline'] },
  { stepId: 'accepted', label: 'Accepted', reachedBy: ['accept'] },
  { stepId: 'in_contact', label: 'In contact', reachedBy: ['engage'] },
  { stepId: 'outcome', label: 'Outcome', reachedBy: ['record_outcome'] },
] as const satisfies { stepId: TrackerStep['stepId']; label: string; reachedBy: readonly MoveId[] }[]

const ENDED_EARLY: readonly ReferralState[] = [
  'declined',
  'rerouted',
  'withdrawn_by_client',
  'withdrawn_by_agency',
  'stopped_consent_withdrawn',
  'cancelled',
  'entered_in_error',
]

/** The progress of a referral: steps with date and agency, and a sentence about its state now. */
export function trackerSteps(
  referral: TrackedReferral,
  steps: readonly TrackedStep[],
  now: Date,
): { steps: TrackerStep[]; sentence: string } {
  const road = ROAD.map(({ stepId, label, reachedBy }) => {
    const reached = steps.find((step) => (reachedBy as readonly MoveId[]).includes(step.move))
    if (stepId === 'decided') return { stepId, label, at: referral.decidedAt, by: referral.decidedBy }
    if (stepId === 'in_contact' && !reached) return notReached(referral, steps)
    return { stepId, label, at: reached?.movedAt ?? null, by: reached?.by ?? null }
  })
  const furthest = road.findLastIndex((step) => step.at !== null)
  const ended = ENDED_EARLY.includes(referral.state)
  const arrived = referral.state === 'outcome_recorded' || referral.state === 'closed'
  const drawn = road
    .map((step, index) => ({ ...step, status: statusOf(index, furthest, ended || arrived) }))
    .filter((step) => !(ended && step.status === 'to_come'))
    .filter((step) => !(step.stepId === 'in_contact' && step.at === null && referral.outcome === 'unable_to_contact'))
  const last = steps.at(-1)
  const end: TrackerStep[] = ended
    ? [
        {
          stepId: 'ended',
          label: referralStatus({ state: referral.state, attempts: null }),
          status: 'now',
          at: last?.movedAt ?? null,
          by: last?.by ?? null,
        },
      ]
    : []
  return { steps: [...drawn, ...end], sentence: sentenceFor(referral, steps, now) }
}

/** Replaces “In contact” while the client was never reached: the referral's status, or the number of attempts. */
function notReached({ state }: TrackedReferral, steps: readonly TrackedStep[]) {
  const attempts = attemptsOf(steps)
  const last = steps.findLast(({ move }) => move === 'record_contact_attempt' || move === 'accept')
  const where = { stepId: 'in_contact' as const, at: last?.movedAt ?? null, by: last?.by ?? null }
  if (state === 'in_progress') return { ...where, label: referralStatus({ state, attempts }) }
  if (!attempts) return { ...where, label: 'In contact', at: null, by: null }
  return { ...where, label: `Tried to reach the client (${attemptsInWords(attempts)})` }
}

/** A skipped step counts as done: an agency may accept without confirming receipt first. */
function statusOf(index: number, furthest: number, over: boolean): TrackerStep['status'] {
  if (index < furthest) return 'done'
  if (index > furthest) return 'to_come'
  return over ? 'done' : 'now'
}

function sentenceFor(referral: TrackedReferral, steps: readonly TrackedStep[], now: Date): string {
  const { state, toAgencyName: them } = referral
  const when = agoWords(steps.at(-1)?.movedAt ?? referral.decidedAt, now)
  switch (state) {
    case 'decided':
      return `Decided ${agoWords(referral.decidedAt, now)}. It has not been sent to ${them} yet.`
    case 'sent':
      return `Sent to ${them} ${when}. They have not confirmed that they have it.`
    case 'received':
      return `${them} has it. Last news ${when}. They have not accepted or declined yet.`
    case 'information_asked':
      return `${them} asked for more information ${when} and is waiting for your answer.`
    case 'expired':
      return `${them} has not answered in time. Call their duty number or choose another agency.`
    case 'accepted':
      return `${them} accepted it ${when}. They have not reached the client yet.`
    case 'in_progress':
      return inContactWords(them, steps, when)
    case 'outcome_recorded':
      return `${them} recorded the outcome ${when}${labelled(OUTCOMES, referral.outcome)}. You can tell the client.`
    case 'closed':
      return `Closed ${when}${labelled(OUTCOMES, referral.outcome)}.`
    case 'declined':
      return `${them} declined it ${when}.${quoted(REFERRAL_MOVES.decline.choices, referral.reason)}`
    default:
      return `${referralStatus({ state, attempts: null })} ${when}.`
  }
}

function labelled(table: ReasonTable, id: string): string {
  const label = Object.hasOwn(table, id) ? table[id]?.label : undefined
  return label ? `: ${lowerFirst(label)}` : ''
}

/** In the other agency's words: 'outside our area' means theirs, not the reader's. */
function quoted(table: ReasonTable, id: string): string {
  const label = Object.hasOwn(table, id) ? table[id]?.label : undefined
  return label ? ` Their reason: “${label}”.` : ''
}

const TIMES = ['', 'once', 'twice', 'three times', 'four times', 'five times']

function inContactWords(them: string, steps: readonly TrackedStep[], when: string): string {
  const reachedAt = steps.findLastIndex((step) => step.move === 'engage')
  const tries = steps.slice(reachedAt + 1).filter((step) => step.move === 'record_contact_attempt')
  const reached = reachedAt >= 0 ? `${them} is in contact with the client` : them
  if (tries.length === 0) return `${reached}. Last news ${when}.`
  const times = TIMES[tries.length] ?? `${tries.length} times`
  const next = dayOrWords(tries.at(-1)?.nextTryOn.trim() ?? '')
  const tried = `tried ${times}${reachedAt >= 0 ? ' since' : ' to reach the client'}${next ? `; next attempt ${next}` : ''}.`
  return reachedAt >= 0 ? `${reached}. They ${tried}` : `${reached} ${tried}`
}

function dayOrWords(text: string): string {
  return isDay(text) ? dayAndMonth(text, text) : text
}

function agoWords(since: Date, now: Date): string {
  const days = daysBetween(londonDayOf(since), londonDayOf(now))
  return days < 1 ? 'today' : days === 1 ? 'yesterday' : `${days} days ago`
}
