import { and, asc, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../../../../db/as-actor.ts'
import { type AlreadyDone, writeOnce } from '../../../../db/once.ts'
import { consent } from '../../../../db/schema/consent.ts'
import { referral, referralOrigin } from '../../../../db/schema/referral.ts'
import { ifMay } from '../../../access/ability.ts'
import { lockCaseToChange } from '../../../access/lock-case.server.ts'
import { orNotFound } from '../../../access/require.server.ts'
import { decideWithdrawal, type WithdrawalRefusal } from '../../../domain/consents/consent-taking.ts'
import type { Asking } from '../../../domain/partnership/actor.ts'
import { effectOfWithdrawal } from '../../../domain/referrals/referral-move.ts'
import { done, type Result } from '../../../domain/result.ts'
import { neededText } from '../../../forms/form-fields.server.ts'
import { type Happening, recordEvent } from '../../../timeline/record-event.server.ts'
import { hideWhatWasShared } from '../moves/hide-what-was-shared.server.ts'
import { moveReferral } from '../moves/move-referral.server.ts'

export const withdrawConsentInput = z.object({
  how: neededText(500, 'Enter how the client told you, for example by phone'),
})

export type WithdrawConsentInput = z.output<typeof withdrawConsentInput> & { caseId: string; consentId: string }

export interface WithdrawnConsent {
  consentId: string
  stoppedBeforeSending: number
  hidden: number
}

type ReferralRow = typeof referral.$inferSelect
type ConsentRow = typeof consent.$inferSelect

/**
 * Records that the client withdraws a consent, effective at the commit. Referrals that were not sent stop; those that
 * were sent are hidden from the recipient, even if closed long ago, and stop if still open. The recipient keeps its
 * own notes. A referral authorised without consent did not rely on this consent and continues.
 * @throws Response 404 for a consent of another case or agency
 */
export async function withdrawConsent(
  asking: Asking,
  input: WithdrawConsentInput,
): Promise<Result<WithdrawnConsent, WithdrawalRefusal | AlreadyDone>> {
  return writeOnce<WithdrawnConsent, WithdrawalRefusal>(asking, 'withdraw-consent', input, async (tx) => {
    const { consentId, how } = input
    const row = orNotFound(await lockConsent(tx, asking, input))
    const concerned = await lockReferralsOn(tx, asking, row)
    const at = latestOf([asking.now, ...concerned.map(({ sentAt }) => sentAt)])
    const affected = concerned.filter(isToWithdraw)
    const decided = decideWithdrawal(row, how, at)
    if (!decided.ok) return decided
    const { withdrawnAt } = decided.value
    await tx
      .update(consent)
      .set({ withdrawnAt, withdrawnHow: how, withdrawnBy: asking.actor.staffId })
      .where(and(eq(consent.agencyId, asking.actor.agencyId), eq(consent.consentId, consentId)))
    const { recipientAgencyId } = row
    const unsent = affected.filter(({ sentAt }) => sentAt === null)
    const sent = affected.filter(({ sentAt }) => sentAt !== null)
    const from = { ...asking, now: withdrawnAt }
    // Unsent first, since their clocks stop: every transaction locks clocks before the log, so that none deadlock.
    for (const one of unsent) await stopOrHide(tx, from, one, input.caseId)
    const data = { consentId, recipientAgencyId, how: 'told-by-client' }
    await recordEvent(tx, from, { kind: 'consent-withdrawn', caseId: input.caseId, subjectId: consentId, data })
    for (const one of sent) await stopOrHide(tx, from, one, input.caseId)
    return done({ consentId, stoppedBeforeSending: unsent.length, hidden: sent.length })
  })
}

/** Locks the case first, as sending does, so that a withdrawal and a sending follow one another without deadlock. */
async function lockConsent(tx: Tx, { actor }: Asking, { caseId, consentId }: WithdrawConsentInput) {
  const { agencyId } = actor
  if (!(await lockCaseToChange(tx, actor, caseId))) return undefined
  const [row] = await tx
    .select()
    .from(consent)
    .where(and(eq(consent.agencyId, agencyId), eq(consent.caseId, caseId), eq(consent.consentId, consentId)))
    .for('update')
  return ifMay(actor, 'update', 'consent', row)
}

/**
 * All referrals of the case to that agency for one of the consent's purposes: a withdrawal also ends consents that
 * were confirmed by a newer one. Ordered by id, so that two simultaneous withdrawals lock in the same order.
 */
async function lockReferralsOn(tx: Tx, { actor }: Asking, row: ConsentRow): Promise<ReferralRow[]> {
  const found = await tx
    .select({ referral })
    .from(referralOrigin)
    .innerJoin(referral, eq(referral.referralId, referralOrigin.referralId))
    .where(
      and(
        eq(referralOrigin.agencyId, actor.agencyId),
        eq(referralOrigin.caseId, row.caseId),
        isNull(referralOrigin.overrideId),
        eq(referral.toAgencyId, row.recipientAgencyId),
      ),
    )
    .orderBy(asc(referral.referralId))
    .for('update', { of: referral })
  const affected = found.map((one) => one.referral).filter((one) => row.purposes.includes(one.purpose))
  for (const one of affected) orNotFound(ifMay(actor, 'update', 'referral', one))
  return affected
}

/** A referral that has ended and is hidden has its date and news already, so it is not withdrawn twice. */
function isToWithdraw(row: ReferralRow): boolean {
  const { stops, hides } = effectOfWithdrawal(row)
  return stops || (hides && row.hiddenAt === null)
}

/** Server clocks can differ, so the withdrawal must not be dated before a referral that was sent already. */
function latestOf(instants: (Date | null)[]): Date {
  return new Date(Math.max(...instants.map((at) => at?.getTime() ?? 0)))
}

async function stopOrHide(tx: Tx, asking: Asking, row: ReferralRow, caseId: string): Promise<void> {
  const { referralId } = row
  const { stops, hides } = effectOfWithdrawal(row)
  if (stops) {
    const happening = hides ? undefined : cancelled(referralId, caseId)
    const stopped = await moveReferral(tx, asking, { referralId, move: 'stop', side: 'sender', happening })
    if (!stopped.ok) throw new Error(`A referral that was locked could not be stopped: ${stopped.refusal.kind}`)
  } else {
    await hideClosed(tx, asking, row, caseId)
  }
}

/** The referral was never sent, so its I2 clock ends. */
function cancelled(referralId: string, caseId: string): Happening {
  const data = { referralId, reason: 'The client withdrew consent' }
  return { kind: 'referral-cancelled', caseId, subjectId: referralId, data }
}

/** A closed referral stays closed. Only what was shared is hidden, and the client hears what happened with it. */
async function hideClosed(tx: Tx, asking: Asking, { referralId, state, version }: ReferralRow, caseId: string) {
  await tx
    .update(referral)
    .set({ hiddenAt: asking.now, newsAt: asking.now, version: version + 1 })
    .where(and(eq(referral.referralId, referralId), eq(referral.version, version)))
  await hideWhatWasShared(tx, asking.actor, referralId, asking.now)
  const data = { referralId, from: state, to: state, reason: 'consent_withdrawn' }
  await recordEvent(tx, asking, { kind: 'referral-moved', caseId, subjectId: referralId, data })
}
