import type { Tx } from '../../../../db/as-actor.ts'
import type { referralStep } from '../../../../db/schema/referral.ts'
import type { ContactOutcome } from '../../../domain/cases/contact.ts'
import { checkContactSafety, type UnsafeContactRefusal } from '../../../domain/cases/unsafe-contact.ts'
import type { Asking } from '../../../domain/partnership/actor.ts'
import { done, type Result } from '../../../domain/result.ts'
import { readSharedContact } from '../package/read-shared-contact.server.ts'
import type { AmendStepInput } from './amend-step-input.server.ts'

type Step = typeof referralStep.$inferSelect

/** A corrected contact is checked against the client's answers, as when it was recorded. */
export async function checkStepContact(
  tx: Tx,
  { actor }: Asking,
  step: Step,
  input: AmendStepInput,
): Promise<Result<Partial<Step>, UnsafeContactRefusal>> {
  const channel = input.channel || step.channel
  const isContact = step.move === 'record_contact_attempt' || step.move === 'engage'
  if (!channel || !isContact || input.neverHappened) return done({})
  const outcome = step.move === 'engage' ? 'spoke' : (input.reason as ContactOutcome)
  const safe = await readSharedContact(tx, actor, step.referralId)
  const safety = checkContactSafety(safe, { channel, outcome }, input)
  return safety.ok ? done({ channel, ...safety.value }) : safety
}
