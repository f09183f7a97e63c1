import { changeAction, changeActionInput } from '../../../app/features/action-plans/change-action.server.ts'
import { savePlan } from '../../../app/features/action-plans/save-plan.server.ts'
import { signPlan } from '../../../app/features/action-plans/sign-plan.server.ts'
import {
  agreedPlan,
  draftedPlan,
  planInput,
  planOf,
  riskCheckedCase,
  signatureInput,
} from '../../support/casework/plans.ts'
import type { Partners } from '../../support/referrals.ts'
import { type Doors, door } from './door.ts'

/** Action plans: written, signed and followed up. */
export function planDoors({ worker, manager }: Partners): Doors {
  const people = { worker, alternative: manager }
  return {
    'action-plans/save-plan': door('actionPlan', 'insert', worker, async () => {
      const { caseId } = await riskCheckedCase(worker)
      return (form) => savePlan(form, planInput(caseId, people))
    }),
    'action-plans/sign-plan': door('planSignature', 'insert', worker, async () => {
      const { caseId } = await draftedPlan(people)
      const input = await signatureInput(worker, caseId, { way: 'as_staff' })
      return (form) => signPlan(form, input)
    }),
    'action-plans/change-action': door('planAction', 'update', worker, async () => {
      const { caseId } = await agreedPlan(people)
      const [first] = (await planOf(worker, caseId)).actions
      const fields = changeActionInput.parse({ change: 'not_needed', endReason: 'She moved', revision: '1' })
      return (form) => changeAction(form, { ...fields, caseId, actionId: first?.actionId ?? '' })
    }),
  }
}
