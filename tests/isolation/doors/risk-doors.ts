import { changeRiskLevel } from '../../../app/features/risk/change-risk-level.server.ts'
import { checkRisk } from '../../../app/features/risk/check-risk.server.ts'
import { allowed, contactedCase } from '../../support/cases.ts'
import { levelInput, MEDIUM_ANSWERS, riskInput } from '../../support/casework/risk.ts'
import type { Partners } from '../../support/referrals.ts'
import { asking } from '../../support/world.ts'
import { type Doors, door } from './door.ts'

/** Risk checks, and levels raised and lowered. */
export function riskDoors({ worker, manager }: Partners): Doors {
  return {
    'risk/check-risk': door('riskCheck', 'insert', worker, async () => {
      const { caseId } = await contactedCase(worker)
      return (form) => checkRisk(form, riskInput(caseId))
    }),
    'risk/change-risk-level': door('riskLevelChange', 'insert', manager, async () => {
      const { caseId } = await contactedCase(worker)
      const { checkId } = allowed(await checkRisk(asking(worker), riskInput(caseId, MEDIUM_ANSWERS)))
      return (form) => changeRiskLevel(form, levelInput(caseId, 'standard', checkId))
    }),
  }
}
