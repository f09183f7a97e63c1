import type { PlanGap } from '../../domain/plans/plan-gaps.ts'
import { href } from '../../href.ts'

/** What one does next about a draft that may not be signed yet. The form of the plan cannot close every gap. */
export function stepToSign(caseId: string, gaps: readonly PlanGap[]) {
  const elsewhere = gaps.filter((gap) => gap === 'no_risk_check' || gap === 'no_case_worker')
  if (elsewhere.length < gaps.length)
    return { label: 'Finish the action plan', href: href('/cases/:caseId/plan/edit', { caseId }) }
  return elsewhere.includes('no_risk_check')
    ? { label: 'Check the risk', href: href('/cases/:caseId/risk/new', { caseId }) }
    : { label: 'See the people of the case', href: href('/cases/:caseId/people', { caseId }) }
}
