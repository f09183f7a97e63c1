import { randomUUID } from 'node:crypto'
import type { Tx } from '../../../db/as-actor.ts'
import { type AlreadyDone, writeOnce } from '../../../db/once.ts'
import { planSignature } from '../../../db/schema/action-plan.ts'
import { mayInsert } from '../../access/ability.ts'
import { ownName } from '../../access/own-name.server.ts'
import type { Asking } from '../../domain/partnership/actor.ts'
import { type PlanGap, planGaps } from '../../domain/plans/plan-gaps.ts'
import {
  agreementOf,
  checkSignature,
  type SignatureMade,
  type SigningRefusal,
} from '../../domain/plans/plan-signature.ts'
import { done, type Result, refused } from '../../domain/result.ts'
import { readPlanSetting } from '../../facts/casework/plan-of-case.server.ts'
import { planVersionOf, readSignatures } from '../../facts/casework/plan-rows.server.ts'
import { storeFile } from '../../files/store-file.server.ts'
import type { FieldError } from '../../forms/form-state.ts'
import { recordEvent } from '../../timeline/record-event.server.ts'
import { agreePlan } from './agree-plan.server.ts'
import { checkAgreedWay } from './check-agreed-way.server.ts'
import { type LockPlanRefusal, lockPlan } from './lock-plan.server.ts'
import { checkSigningFields, type SignPlanInput } from './signing-entries.server.ts'

export type SignPlanRefusal =
  | LockPlanRefusal
  | SigningRefusal
  | { kind: 'way-unsafe-now'; warning: string }
  | { kind: 'nothing-to-sign' }
  | { kind: 'plan-incomplete'; gaps: PlanGap[] }
  | { kind: 'answers-missing'; errors: FieldError[] }

export interface PlanSigned {
  planId: string
  /** Whether both sides have answered, so that the plan is agreed. */
  agreed: boolean
}

/**
 * Records a signature of the client or the agency, or that the client does not want to sign (I4a). It holds for exactly
 * the text that was shown. With the second answer the plan is agreed, which starts the five days of I4b.
 */
export function signPlan(
  asking: Asking,
  input: SignPlanInput,
): Promise<Result<PlanSigned, SignPlanRefusal | AlreadyDone>> {
  return writeOnce(asking, 'sign-plan', input, (tx) => signIn(tx, asking, input))
}

async function signIn(tx: Tx, asking: Asking, input: SignPlanInput): Promise<Result<PlanSigned, SignPlanRefusal>> {
  const { actor, now } = asking
  const { caseId } = input
  const errors = checkSigningFields(input)
  if (errors.length > 0) return refused({ kind: 'answers-missing', errors })
  const locked = await lockPlan(tx, actor, caseId)
  if (!locked.ok) return locked
  const { held, draft, agreed } = locked.value
  if (!draft || !mayInsert(actor, 'planSignature', { agencyId: actor.agencyId, recordedBy: actor.staffId }))
    return draft ? refused({ kind: 'not-found' }) : refused({ kind: 'nothing-to-sign' })
  const plan = planVersionOf(draft, await readSignatures(tx, actor, [draft.planId]))
  const signature = signatureOf(input, now)
  const checked = checkSignature(signature, plan, now)
  if (!checked.ok) return checked
  const setting = await readPlanSetting(tx, actor, caseId)
  const gaps = setting ? planGaps(plan.content, setting) : []
  if (gaps.length > 0) return refused({ kind: 'plan-incomplete', gaps })
  // The client may have called the way unsafe since the plan was written.
  const way = await checkAgreedWay(tx, actor, caseId, plan.content.contact?.channel ?? null)
  if (!way.ok) return refused({ kind: 'way-unsafe-now', warning: way.refusal.warning })
  const added = await addSignature(tx, asking, input, { ...signature, planId: plan.planId })
  if (!added.ok) return added
  await recordSigned(tx, asking, caseId, { ...plan, signature })
  const agreement = agreementOf([...plan.signatures, signature], plan.fingerprint)
  if (agreement) await agreePlan(tx, asking, { held, plan, replaced: agreed, agreement })
  return done({ planId: plan.planId, agreed: agreement !== null })
}

/** Said aloud or on paper, a plan is signed when the client did it; on this screen, now. */
function signatureOf({ party, way, fingerprint, signedAt }: SignPlanInput, now: Date): SignatureMade {
  const isRecordedLater = way === 'said_aloud' || way === 'paper'
  return { party, way, fingerprint, signedAt: (isRecordedLater && signedAt) || now }
}

async function addSignature(
  tx: Tx,
  asking: Asking,
  input: SignPlanInput,
  { planId, ...signature }: SignatureMade & { planId: string },
): Promise<Result<null, { kind: 'not-found' }>> {
  const { actor, now } = asking
  const { agencyId, staffId } = actor
  const { caseId, paper } = input
  const file =
    paper && input.way === 'paper' ? await storeFile(tx, asking, { caseId, upload: paper, kind: 'scan' }) : null
  if (file && !file.ok) return file
  await tx.insert(planSignature).values({
    ...{ agencyId, caseId, planId, signatureId: randomUUID(), ...signature },
    ...wordsOf(input),
    ...(input.way === 'as_staff' && { signedName: await ownName(tx, asking.actor) }),
    fileId: file?.value.fileId ?? null,
    ...{ recordedBy: staffId, recordedAt: now },
  })
  return done(null)
}

/** Only what the chosen way asks for: a form may have sent answers to another. */
function wordsOf({ way, signedName, drawing, witness, interpreter, language, reason, refusalReason }: SignPlanInput) {
  if (way === 'typed') return { signedName }
  if (way === 'drawn') return { drawing }
  if (way === 'said_aloud') return { witness, interpreter, language, reason }
  return way === 'refused' ? { reason: refusalReason } : {}
}

async function recordSigned(
  tx: Tx,
  asking: Asking,
  caseId: string,
  { planId, version, signature }: { planId: string; version: number; signature: SignatureMade },
) {
  const { party, way, fingerprint } = signature
  const at = signature.signedAt.toISOString()
  const about = { caseId, subjectId: planId, happenedAt: signature.signedAt }
  if (way === 'refused') {
    const data = { planId, version, fingerprint, refusedAt: at }
    await recordEvent(tx, asking, { kind: 'plan-signature-refused', data, ...about })
  } else {
    const data = { planId, version, party, way, fingerprint, signedAt: at }
    await recordEvent(tx, asking, { kind: 'plan-signed', data, ...about })
  }
}
