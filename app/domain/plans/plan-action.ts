import { done, type Result, refused } from '../result.ts'
import type { CalendarDay } from '../time/calendar-day.ts'
import type { ActionOwner, PlannedAction } from './plan-content.ts'

export const ACTION_STATES = {
  open: { label: 'To do' },
  done: { label: 'Done' },
  not_needed: { label: 'Not needed any more' },
} as const satisfies Record<string, { label: string }>

export type ActionState = keyof typeof ACTION_STATES

/** What became of an action of an agreed plan. What was signed stays in the plan. */
export interface ActionProgress {
  actionId: string
  owner: ActionOwner
  state: ActionState
  /** Who does it now; null where it fell to the case worker, and for an action of the client. */
  staffId: string | null
  dueOn: CalendarDay
  doneOn: CalendarDay | null
  /** Why it moved or is not needed. */
  reason: string
}

export type ActionChange =
  | { to: 'done'; doneOn: CalendarDay }
  | { to: 'moved'; dueOn: CalendarDay; staffId: string | null; reason: string }
  | { to: 'not_needed'; reason: string }

export type ActionRefusal =
  | { kind: 'action-closed' }
  | { kind: 'done-before-agreed' }
  | { kind: 'done-in-the-future' }
  | { kind: 'nothing-changes' }

/** An open action may be done, moved with a reason, or not needed any more with a reason. */
export function decideActionChange<Action extends ActionProgress>(
  action: Action,
  change: ActionChange,
  days: { agreedOn: CalendarDay; today: CalendarDay },
): Result<Pick<ActionProgress, 'state' | 'staffId' | 'dueOn' | 'doneOn' | 'reason'>, ActionRefusal> {
  if (action.state !== 'open') return refused({ kind: 'action-closed' })
  const { state, staffId, dueOn, doneOn, reason } = action
  const kept = { state, staffId, dueOn, doneOn, reason }
  if (change.to === 'done') {
    if (change.doneOn > days.today) return refused({ kind: 'done-in-the-future' })
    if (change.doneOn < days.agreedOn) return refused({ kind: 'done-before-agreed' })
    return done({ ...kept, state: 'done', doneOn: change.doneOn })
  }
  if (change.to === 'not_needed') return done({ ...kept, state: 'not_needed', reason: change.reason })
  if (change.dueOn === dueOn && change.staffId === staffId) return refused({ kind: 'nothing-changes' })
  return done({ ...kept, dueOn: change.dueOn, staffId: change.staffId, reason: change.reason })
}

export function isActionOverdue(
  { state, dueOn }: Pick<ActionProgress, 'state' | 'dueOn'>,
  today: CalendarDay,
): boolean {
  return state === 'open' && dueOn < today
}

/** What is typed for an action, before it has an id. */
export type TypedAction = Omit<PlannedAction, 'actionId'>

/** Gives each typed action the id of the one it continues, so that its progress follows it into the next version. */
export function withActionIds(
  typed: readonly TypedAction[],
  earlier: readonly PlannedAction[],
  newId: () => string,
): PlannedAction[] {
  const free = [...earlier]
  return typed.map((action) => {
    const at = free.findIndex(({ owner, what }) => owner === action.owner && what === action.what)
    const [continued] = at < 0 ? [] : free.splice(at, 1)
    return { actionId: continued?.actionId ?? newId(), ...action }
  })
}

/** The actions to copy into the next version: those still open, as they are now. */
export function actionsToContinue(
  signed: readonly PlannedAction[],
  progress: readonly ActionProgress[],
): PlannedAction[] {
  return signed.flatMap((action) => {
    const now = progress.find(({ actionId }) => actionId === action.actionId)
    if (now?.state !== 'open') return []
    return [{ ...action, dueOn: now.dueOn, staffId: now.staffId }]
  })
}

/** The actions of a plan at the moment it is agreed. One that was done before then stays done. */
export function actionsWhenAgreed(
  signed: readonly PlannedAction[],
  earlier: readonly ActionProgress[],
): ActionProgress[] {
  return signed.map(({ actionId, owner, staffId, dueOn }) => {
    const before = earlier.find((action) => action.actionId === actionId)
    if (before && before.state !== 'open') return before
    return { actionId, owner, state: 'open', staffId, dueOn, doneOn: null, reason: '' }
  })
}
