import { and, eq, inArray, ne } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../../../../db/as-actor.ts'
import { agency } from '../../../../db/schema/agency.ts'
import { referral } from '../../../../db/schema/referral.ts'
import type { Asking } from '../../../domain/partnership/actor.ts'
import { AGENCY_KIND_IDS, agencyType } from '../../../domain/partnership/agency.ts'
import { DECLINE_REASONS } from '../../../domain/referrals/referral-reason.ts'
import { choiceOf, typedText } from '../../../forms/form-fields.server.ts'
import { makeMove } from '../moves/make-move.server.ts'
import { MESSAGE_LENGTH, type Received, seenEntries } from './received-entries.server.ts'

export const declineReferralInput = z.object({
  ...seenEntries,
  reason: choiceOf(DECLINE_REASONS, 'Choose why you decline'),
  suggestedAgencyId: z.uuid({ error: 'Suggest an agency that could help instead' }),
  message: typedText(MESSAGE_LENGTH),
})

export type DeclineReferralInput = z.output<typeof declineReferralInput> & Received

/** Declines a referral with a reason and, if possible, another agency that could help. */
export function declineReferral(asking: Asking, input: DeclineReferralInput) {
  const { referralId, reason, suggestedAgencyId, message } = input
  return makeMove(asking, 'decline-referral', input, async (tx) => {
    const suggestion = (await isAlternative(tx, asking, referralId, suggestedAgencyId)) ? suggestedAgencyId : ''
    return { move: 'decline', side: 'recipient', details: { reason, message, suggestion } }
  })
}

/** Whether an agency can be suggested: it receives referrals and is neither sender nor recipient. */
export async function isAlternative(
  tx: Tx,
  { actor }: Pick<Asking, 'actor'>,
  referralId: string,
  agencyId: string,
): Promise<boolean> {
  const found = await tx
    .select({ agencyId: agency.agencyId })
    .from(agency)
    .innerJoin(referral, and(eq(referral.referralId, referralId), ne(referral.fromAgencyId, agency.agencyId)))
    .where(and(eq(agency.agencyId, agencyId), ne(agency.agencyId, actor.agencyId), receivesReferrals()))
  return found.length === 1
}

/** Condition for agencies that receive referrals; a reporting centre does not. */
export function receivesReferrals() {
  return inArray(
    agency.kind,
    AGENCY_KIND_IDS.filter((kind) => agencyType(kind).canReceive),
  )
}
