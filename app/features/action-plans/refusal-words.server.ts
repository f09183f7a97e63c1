import type { AlreadyDone } from '../../../db/once.ts'
import { PLAN_GAPS } from '../../domain/plans/plan-gaps.ts'
import type { RefusalTable } from '../../forms/refusal-table.server.ts'
import type { ChangeActionRefusal } from './change-action.server.ts'
import type { SavePlanRefusal } from './save-plan.server.ts'
import type { SignPlanRefusal } from './sign-plan.server.ts'

type PlanRefusal = SavePlanRefusal | SignPlanRefusal | ChangeActionRefusal | AlreadyDone

export const PLAN_REFUSALS: RefusalTable<PlanRefusal> = {
  'case-closed': { message: 'The case is closed, so its plan does not change' },
  'plan-changed': {
    message: 'The plan changed since you opened it. Open the plan again to see what changed. Your words are still here',
  },
  'no-agency-action': { field: 'ours', message: 'Add at least one action that we do' },
  'worker-left': ({ field }) => ({ field, message: 'This person does not work here any more. Choose someone else' }),
  'is-the-case-worker': {
    field: 'alternativeContactId',
    message: 'Choose someone other than the case worker as alternative contact',
  },
  'unsafe-way-agreed': ({ warning }) => ({
    field: 'contactChannel',
    message: `Choose a way that the client called safe. ${warning}`,
  }),
  'way-unsafe-now': ({ warning }) => ({
    message: `The client says that the agreed way to contact them is not safe. Change the plan first. ${warning}`,
  }),
  'nothing-to-sign': { message: 'There is no new version to sign. Change the plan first' },
  'plan-incomplete': ({ gaps }) => ({
    errors: gaps.map((gap) => ({ field: '', message: PLAN_GAPS[gap].label })),
  }),
  'answers-missing': ({ errors }) => ({ errors }),
  'already-signed': ({ party }) => ({
    message:
      party === 'client'
        ? 'The client has already answered this version'
        : 'Your agency has already signed this version',
  }),
  'signed-in-the-future': { field: 'signedAt', message: 'The time must be now or earlier' },
  'signed-before-plan': {
    field: 'signedAt',
    message: 'The plan was written later than this. Check the day and the time',
  },
  'action-closed': { message: 'This action is already closed' },
  'action-changed': {
    message: 'A colleague changed this action since you opened it. Open the plan again to see what changed',
  },
  'done-in-the-future': { field: 'doneOn', message: 'The day must be today or earlier' },
  'done-before-agreed': { field: 'doneOn', message: 'Enter a day since the plan was agreed' },
  'nothing-changes': { field: 'dueOn', message: 'Enter another day, or choose another person' },
  'already-done': {
    message: 'You have already sent this form, with different answers. Open the plan to see what was saved',
  },
}
