import { addDays, type CalendarDay, readInstant, toDay, weekdayOf, yearOf } from '../time/calendar-day.ts'

/** Kinds of awareness work. `placed`: it happens in one part of the city, so the form asks for a ward. */
export const AWARENESS_KINDS = {
  stall: { label: 'Stall', placed: true },
  walkabout: { label: 'Walkabout with leaflets', placed: true },
  school_session: { label: 'School session', placed: true },
  training: { label: 'Training', placed: false },
  reporting_surgery: { label: 'Reporting surgery', placed: true },
  vigil: { label: 'Vigil', placed: true },
  press_or_social_media: { label: 'Press or social media', placed: false },
  community_meeting: { label: 'Community meeting', placed: true },
  cohesion_activity: { label: 'Cohesion activity', placed: true },
} as const satisfies Record<string, { label: string; placed: boolean }>

export type AwarenessKind = keyof typeof AWARENESS_KINDS

export function isAwarenessKind(id: string): id is AwarenessKind {
  return Object.hasOwn(AWARENESS_KINDS, id)
}

export const AWARENESS_STATES = {
  planned: { label: 'Planned' },
  held: { label: 'Held' },
  cancelled: { label: 'Cancelled' },
} as const satisfies Record<string, { label: string }>

export type AwarenessState = keyof typeof AWARENESS_STATES

interface Move {
  label: string
  from: readonly AwarenessState[]
  to: AwarenessState | null
  by: 'planner' | 'partner'
}

/** What can be done with an event, and in which states. `to` is null if the state does not change. */
export const AWARENESS_MOVES = {
  edit: { label: 'Change the plan', from: ['planned'], to: null, by: 'planner' },
  invite: { label: 'Invite partners', from: ['planned'], to: null, by: 'planner' },
  answer: { label: 'Answer the invitation', from: ['planned'], to: null, by: 'partner' },
  hold: { label: 'Record how it went', from: ['planned', 'held'], to: 'held', by: 'planner' },
  cancel: { label: 'Cancel the event', from: ['planned'], to: 'cancelled', by: 'planner' },
} as const satisfies Record<string, Move>

export type AwarenessMove = keyof typeof AWARENESS_MOVES

export function mayMove(move: AwarenessMove, state: AwarenessState): boolean {
  const from: readonly AwarenessState[] = AWARENESS_MOVES[move].from
  return from.includes(state)
}

export const PARTNER_STATES = {
  invited: { label: 'Not answered yet' },
  accepted: { label: 'Takes part' },
  declined: { label: 'Cannot take part' },
} as const satisfies Record<string, { label: string }>

export type PartnerState = keyof typeof PARTNER_STATES

/** National Hate Crime Awareness Week: from the second to the third Saturday of October, both included. */
export function hateCrimeAwarenessWeek(year: number): { from: CalendarDay; to: CalendarDay } {
  const first = toDay(`${year}-10-01`)
  const saturday = [0, 1, 2, 3, 4, 5, 6]
    .map((days) => addDays(first, days))
    .find((day) => weekdayOf(day) === 'Saturday')
  const from = addDays(saturday ?? first, 7)
  return { from, to: addDays(from, 7) }
}

/** The current or the next awareness week. */
export function nextAwarenessWeek(today: CalendarDay): { from: CalendarDay; to: CalendarDay } {
  const thisYear = hateCrimeAwarenessWeek(yearOf(today))
  return today <= thisYear.to ? thisYear : hateCrimeAwarenessWeek(yearOf(today) + 1)
}

/** When an event starts; null without a time, or if the change of clocks skips or repeats that time. */
export function startOf({ heldOn, startsAt }: { heldOn: CalendarDay; startsAt: string }): Date | null {
  const read = startsAt ? readInstant(`${heldOn}T${startsAt}`) : null
  return read?.ok ? read.value : null
}

const USUAL_MS = 3_600_000

/** When an event ends: as planned, or one hour after its start. Null if it has no start. */
export function endOf({ heldOn, startsAt, endsAt }: { heldOn: CalendarDay; startsAt: string; endsAt: string }) {
  const start = startOf({ heldOn, startsAt })
  if (!start) return null
  const end = startOf({ heldOn, startsAt: endsAt })
  return end && end > start ? end : new Date(start.getTime() + USUAL_MS)
}

/** Whether a plan still needs a ward: without one it cannot be found or compared by area. */
export function needsWard({
  kind,
  ward,
  cell,
}: {
  kind: AwarenessKind
  ward: string | null
  cell: string | null
}): boolean {
  return AWARENESS_KINDS[kind].placed && !ward && !cell
}
