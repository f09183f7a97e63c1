import type { Tx } from '../../../db/as-actor.ts'
import type { Reading } from '../../domain/partnership/actor.ts'
import { readPlanOfCase } from '../../facts/casework/plan-of-case.server.ts'
import { readActiveStaff } from '../../facts/casework/plan-rows.server.ts'
import { dayFields } from '../../forms/day-fields.ts'
import { ACTION_CHANGES } from './change-action.server.ts'

/** An open action of the agreed plan, to be followed up; null for any other. */
export async function readAction(tx: Tx, { actor }: Reading, caseId: string, actionId: string) {
  const [plan, people] = await Promise.all([readPlanOfCase(tx, actor, caseId), readActiveStaff(tx, actor)])
  const action = plan?.actions.find((each) => each.actionId === actionId)
  if (action?.state !== 'open') return null
  const { what, why, owner, dueOn, staffId, revision } = action
  return {
    what,
    why,
    dueOn,
    isOurs: owner === 'agency',
    revision: String(revision),
    values: { ...dayFields('dueOn', dueOn), staffId: staffId ?? '' },
    changes: Object.entries(ACTION_CHANGES).map(([value, { label }]) => ({ value, label })),
    workers: people.map(({ staffId: value, name: label }) => ({ value, label })),
  }
}
