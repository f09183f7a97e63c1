import type { Tx } from '../../../db/as-actor.ts'
import { CONTACT_CHANNELS } from '../../domain/cases/contact.ts'
import type { Reading } from '../../domain/partnership/actor.ts'
import { frequencyInWords } from '../../domain/plans/agreed-contact.ts'
import { ACTION_STATES, isActionOverdue } from '../../domain/plans/plan-action.ts'
import { PLAN_STATES, type PlannedAction } from '../../domain/plans/plan-content.ts'
import type { FollowedAction } from '../../domain/plans/plan-of-case.ts'
import { AGREEMENT_WAYS } from '../../domain/plans/plan-signature.ts'
import { dayAndMonth, londonDayOf } from '../../domain/time/calendar-day.ts'
import { type PlanForPaper, readPlanForPaper } from '../../facts/casework/plan-for-paper.server.ts'
import { readActiveStaff } from '../../facts/casework/plan-rows.server.ts'
import type { ShownAction, ShownPlan } from './shown-plan.ts'
import { shownSignatures } from './shown-signatures.server.ts'

/** One version of a plan in words; the agreed one with how its actions are going. Null if there is no such version. */
export async function readShownPlan(
  tx: Tx,
  { actor, now }: Reading,
  caseId: string,
  { planId, followed }: { planId?: string; followed?: readonly FollowedAction[] } = {},
): Promise<ShownPlan | null> {
  const [plan, people] = await Promise.all([readPlanForPaper(tx, actor, caseId, planId), readActiveStaff(tx, actor)])
  if (!plan) return null
  const names = new Map(people.map(({ staffId, name }) => [staffId, name]))
  const show = (action: PlannedAction & { worker?: { name: string } | null }) => {
    const progress = followed?.find(({ actionId }) => actionId === action.actionId)
    return progress ? followedAction(action, progress, { names, plan, now }) : signedAction(action)
  }
  const { contact } = plan
  // Where the actions are followed, the page says how things are now; otherwise what was signed.
  const alternative = followed ? plan.alternativeNow : plan.alternativeContact
  return {
    planId: plan.planId,
    version: plan.version,
    stateLabel: PLAN_STATES[plan.state].label,
    fingerprint: plan.fingerprint,
    agreedAt: plan.agreedAt,
    agreedHow: plan.agreedWay ? AGREEMENT_WAYS[plan.agreedWay].label : '',
    contact: contact && {
      frequency: frequencyInWords(contact),
      channel: CONTACT_CHANNELS[contact.channel].label,
      by: contact.worker?.name ?? '',
      reason: contact.reason,
    },
    alternative: alternative && { name: alternative.name, phone: alternative.phone },
    ours: plan.ourActions.map(show),
    theirs: plan.clientActions.map(show),
    noClientActions:
      plan.clientAnswer === 'wants_none' ? 'You want no actions of your own.' : 'We have not asked you yet.',
    signatures: shownSignatures(plan.signatures),
  }
}

function signedAction({ actionId, what, why, dueOn, worker }: PlannedAction & { worker?: { name: string } | null }) {
  return { actionId, what, why, who: worker?.name ?? '', dueOn, status: null, note: '', state: null }
}

interface ShownWith {
  names: ReadonlyMap<string, string>
  plan: PlanForPaper
  now: Date
}

function followedAction(
  { what, why }: PlannedAction,
  { actionId, owner, state, staffId, dueOn, doneOn, reason }: FollowedAction,
  { names, plan, now }: ShownWith,
): ShownAction {
  const today = londonDayOf(now)
  const isOverdue = isActionOverdue({ state, dueOn }, today)
  // Work of someone who has left falls to the case worker.
  const fallback = plan.caseWorker ? `${plan.caseWorker.name} (case worker)` : 'No one yet'
  const who = owner === 'client' ? '' : ((staffId && names.get(staffId)) ?? fallback)
  const word = isOverdue ? 'Overdue' : ACTION_STATES[state].label
  const colour = isOverdue ? 'red' : ({ open: 'blue', done: 'green', not_needed: 'grey' } as const)[state]
  const done = doneOn ? `Done on ${dayAndMonth(doneOn, today)}.` : ''
  return { actionId, what, why, who, dueOn, status: { word, colour }, note: [done, reason].join(' ').trim(), state }
}
