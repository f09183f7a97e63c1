import type { Tx } from '../../../db/as-actor.ts'
import { ownName } from '../../access/own-name.server.ts'
import type { Reading } from '../../domain/partnership/actor.ts'
import { PLAN_GAPS } from '../../domain/plans/plan-gaps.ts'
import { readPlanOfCase } from '../../facts/casework/plan-of-case.server.ts'
import { readShownPlan } from './read-shown-plan.server.ts'
import { signingChoices } from './signing-entries.server.ts'
import { stepToSign } from './step-to-sign.ts'

/** The draft to be signed, and who has answered it; null where there is no draft. */
export async function readSigning(tx: Tx, reading: Reading, caseId: string) {
  const plan = await readPlanOfCase(tx, reading.actor, caseId)
  const planId = plan?.draft?.planId
  if (!plan || !planId) return null
  const [version, signer] = await Promise.all([
    readShownPlan(tx, reading, caseId, { planId }),
    ownName(tx, reading.actor),
  ])
  if (!version) return null
  return {
    version,
    gaps: plan.gaps.map((gap) => PLAN_GAPS[gap].label),
    stepToSign: stepToSign(caseId, plan.gaps),
    signedBy: plan.signedBy,
    /** Said by the version's signatures; a client who refused may still sign. */
    clientRefused:
      plan.draft?.signatures.some(({ way, fingerprint }) => way === 'refused' && fingerprint === version.fingerprint) ??
      false,
    signer,
    ways: signingChoices(),
  }
}
