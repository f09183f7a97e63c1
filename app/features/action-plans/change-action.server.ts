import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../../../db/as-actor.ts'
import { type AlreadyDone, writeOnce } from '../../../db/once.ts'
import { planAction } from '../../../db/schema/action-plan.ts'
import { ifMay } from '../../access/ability.ts'
import type { Asking } from '../../domain/partnership/actor.ts'
import { type ActionChange, type ActionRefusal, decideActionChange } from '../../domain/plans/plan-action.ts'
import { done, type Result, refused } from '../../domain/result.ts'
import { londonDayOf } from '../../domain/time/calendar-day.ts'
import { readPlanSetting } from '../../facts/casework/plan-of-case.server.ts'
import { typedDayField } from '../../forms/date-fields.server.ts'
import { choiceOf, typedText } from '../../forms/form-fields.server.ts'
import type { FieldError } from '../../forms/form-state.ts'
import { recordEvent } from '../../timeline/record-event.server.ts'
import { type LockPlanRefusal, lockPlan } from './lock-plan.server.ts'

/** What may become of an action of an agreed plan. */
export const ACTION_CHANGES = {
  done: { label: 'It is done' },
  moved: { label: 'Another day, or another person' },
  not_needed: { label: 'It is not needed any more' },
} as const satisfies Record<ActionChange['to'], { label: string }>

export const changeActionInput = z.object({
  change: choiceOf(ACTION_CHANGES, 'Choose what happened'),
  doneOn: typedDayField('recorded'),
  dueOn: typedDayField('planned'),
  staffId: z.union([z.literal(''), z.uuid('Choose someone from the list')], 'Choose someone from the list').default(''),
  moveReason: typedText(500),
  endReason: typedText(500),
  /** How often the action was changed when the form was opened. */
  revision: typedText(10),
})

type ChangeActionFields = z.output<typeof changeActionInput>
export type ChangeActionInput = ChangeActionFields & { caseId: string; actionId: string }

export type ChangeActionRefusal =
  | LockPlanRefusal
  | ActionRefusal
  | { kind: 'action-changed' }
  | { kind: 'answers-missing'; errors: FieldError[] }
  | { kind: 'worker-left'; field: string }

/** What the chosen answer needs. */
export function checkActionFields({ change, moveReason, endReason, dueOn }: Partial<ChangeActionFields>): FieldError[] {
  if (change === 'moved' && dueOn === null) return [{ field: 'dueOn', message: 'Enter the new day' }]
  if (change === 'moved' && moveReason === '') return [{ field: 'moveReason', message: 'Enter why it changes' }]
  if (change === 'not_needed' && endReason === '')
    return [{ field: 'endReason', message: 'Enter why it is not needed any more' }]
  return []
}

/** Follows up an action of the agreed plan (F2): done, moved with a reason, or not needed any more with a reason. */
export function changeAction(
  asking: Asking,
  input: ChangeActionInput,
): Promise<Result<null, ChangeActionRefusal | AlreadyDone>> {
  return writeOnce(asking, 'change-action', input, (tx) => changeIn(tx, asking, input))
}

async function changeIn(tx: Tx, asking: Asking, input: ChangeActionInput): Promise<Result<null, ChangeActionRefusal>> {
  const { actor, now } = asking
  const { caseId, actionId } = input
  const errors = checkActionFields(input)
  if (errors.length > 0) return refused({ kind: 'answers-missing', errors })
  const locked = await lockPlan(tx, actor, caseId)
  if (!locked.ok) return locked
  const { agreed } = locked.value
  const found = agreed?.agreedAt ? await findAction(tx, asking, agreed.planId, actionId) : undefined
  if (!agreed?.agreedAt || !found) return refused({ kind: 'not-found' })
  if (found.state !== 'open') return refused({ kind: 'action-closed' })
  const action = ifMay(actor, 'update', 'planAction', found)
  if (!action) return refused({ kind: 'not-found' })
  if (String(action.revision) !== input.revision) return refused({ kind: 'action-changed' })
  const today = londonDayOf(now)
  const change = changeOf(input, { today, owner: action.owner, dueOn: action.dueOn })
  const setting = await readPlanSetting(tx, actor, caseId)
  if (change.to === 'moved' && change.staffId && !setting?.activeStaffIds.has(change.staffId))
    return refused({ kind: 'worker-left', field: 'staffId' })
  const decided = decideActionChange(action, change, { agreedOn: londonDayOf(agreed.agreedAt), today })
  if (!decided.ok) return decided
  const { planId } = agreed
  await tx
    .update(planAction)
    .set({ ...decided.value, revision: action.revision + 1 })
    .where(
      and(eq(planAction.agencyId, actor.agencyId), eq(planAction.planId, planId), eq(planAction.actionId, actionId)),
    )
  await recordChange(tx, asking, { caseId, planId, actionId }, change)
  return done(null)
}

async function findAction(tx: Tx, { actor }: Asking, planId: string, actionId: string) {
  const [row] = await tx
    .select()
    .from(planAction)
    .where(
      and(eq(planAction.agencyId, actor.agencyId), eq(planAction.planId, planId), eq(planAction.actionId, actionId)),
    )
  return row
}

function changeOf(
  { change, doneOn, dueOn, staffId, moveReason, endReason }: ChangeActionInput,
  action: { today: ReturnType<typeof londonDayOf>; owner: string; dueOn: ReturnType<typeof londonDayOf> },
): ActionChange {
  if (change === 'done') return { to: 'done', doneOn: doneOn ?? action.today }
  if (change === 'not_needed') return { to: 'not_needed', reason: endReason }
  const worker = action.owner === 'agency' ? staffId || null : null
  return { to: 'moved', dueOn: dueOn ?? action.dueOn, staffId: worker, reason: moveReason }
}

async function recordChange(
  tx: Tx,
  asking: Asking,
  { caseId, ...ids }: { caseId: string; planId: string; actionId: string },
  change: ActionChange,
) {
  const about = { caseId, subjectId: ids.actionId }
  if (change.to === 'done') {
    const data = { ...ids, doneOn: change.doneOn }
    await recordEvent(tx, asking, { kind: 'plan-action-done', data, ...about })
    return
  }
  const moved = change.to === 'moved' ? { dueOn: change.dueOn, staffId: change.staffId } : {}
  const data = { ...ids, change: change.to, ...moved }
  await recordEvent(tx, asking, { kind: 'plan-action-changed', data, ...about })
}
