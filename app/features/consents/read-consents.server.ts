import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Tx } from '../../../db/as-actor.ts'
import { agency } from '../../../db/schema/agency.ts'
import { consent, consentOverride } from '../../../db/schema/consent.ts'
import { referral, referralOrigin } from '../../../db/schema/referral.ts'
import { staff } from '../../../db/schema/staff.ts'
import { consentStateOf } from '../../domain/consents/consent.ts'
import type { Reading } from '../../domain/partnership/actor.ts'
import { owesNews } from '../../domain/referrals/client-news.ts'
import { effectOfWithdrawal } from '../../domain/referrals/referral-move.ts'
import { keptDecision } from '../../facts/kept-decision.server.ts'
import { liveOverride } from '../../facts/live-override.server.ts'
import { attemptsSql } from '../../facts/referral-attempts.server.ts'
import { sendingAddress } from '../../forms/sending-address.ts'

const taker = alias(staff, 'taker')
const withdrawer = alias(staff, 'withdrawer')

function selectConsents(tx: Tx) {
  return tx
    .select({
      consent,
      recipientName: agency.name,
      takenByName: taker.name,
      withdrawnByName: withdrawer.name,
      keptId: keptDecision(consent),
    })
    .from(consent)
    .innerJoin(agency, eq(agency.agencyId, consent.recipientAgencyId))
    .innerJoin(taker, and(eq(taker.agencyId, consent.agencyId), eq(taker.staffId, consent.takenBy)))
    .leftJoin(withdrawer, and(eq(withdrawer.agencyId, consent.agencyId), eq(withdrawer.staffId, consent.withdrawnBy)))
}

type Selected = Awaited<ReturnType<typeof selectConsents>>[number]

function shownConsent({ consent: row, keptId, ...names }: Selected, now: Date) {
  const sending = { ...row, purpose: row.purposes[0] ?? 'support', keptId }
  return { ...row, ...names, state: consentStateOf(row, now), kept: keptId !== null, sendHref: sendingAddress(sending) }
}

export type ShownConsent = ReturnType<typeof shownConsent>

/** The client's answers about sharing, by agency, newest first; and requests to share without consent. */
export async function readConsents(tx: Tx, { actor, now }: Reading, caseId: string) {
  const { agencyId } = actor
  const [consents, overrides] = await Promise.all([
    selectConsents(tx)
      .where(and(eq(consent.agencyId, agencyId), eq(consent.caseId, caseId)))
      .orderBy(desc(consent.givenAt), desc(consent.recordedAt)),
    tx
      .select({
        override: consentOverride,
        recipientName: agency.name,
        requestedByName: staff.name,
        live: sql<boolean>`coalesce(${liveOverride(now)}, false)`,
        keptId: keptDecision({ ...consentOverride, purposes: sql`array[${consentOverride.purpose}]` }),
      })
      .from(consentOverride)
      .innerJoin(agency, eq(agency.agencyId, consentOverride.recipientAgencyId))
      .innerJoin(
        staff,
        and(eq(staff.agencyId, consentOverride.agencyId), eq(staff.staffId, consentOverride.requestedBy)),
      )
      .where(and(eq(consentOverride.agencyId, agencyId), eq(consentOverride.caseId, caseId)))
      .orderBy(desc(consentOverride.requestedAt)),
  ])
  return {
    consents: consents.map((row) => shownConsent(row, now)),
    overrides: overrides.map(({ override, live, keptId, ...names }) => ({
      ...override,
      ...names,
      sendHref: live ? sendingAddress({ ...override, keptId }) : null,
    })),
  }
}

export type ConsentsOfCase = Awaited<ReturnType<typeof readConsents>>

/** One consent with the referrals that use it, exactly those a withdrawal would stop and hide; or undefined. */
export async function findConsent(tx: Tx, { actor, now }: Reading, caseId: string, consentId: string) {
  const { agencyId } = actor
  const [row] = await selectConsents(tx).where(
    and(eq(consent.agencyId, agencyId), eq(consent.caseId, caseId), eq(consent.consentId, consentId)),
  )
  if (!row) return undefined
  const shown = shownConsent(row, now)
  const referrals = await tx
    .select({ referral, attempts: attemptsSql() })
    .from(referralOrigin)
    .innerJoin(referral, eq(referral.referralId, referralOrigin.referralId))
    .where(
      and(
        eq(referralOrigin.agencyId, agencyId),
        eq(referralOrigin.caseId, caseId),
        isNull(referralOrigin.overrideId),
        eq(referral.toAgencyId, shown.recipientAgencyId),
      ),
    )
    .orderBy(asc(referral.decidedAt))
  const affected = referrals
    .filter(({ referral: one }) => shown.purposes.includes(one.purpose))
    .map(({ referral: one, attempts }) => ({ ...pick(one), attempts, ...effectOfWithdrawal(one) }))
  return { ...shown, affected }
}

export type ConsentInFull = NonNullable<Awaited<ReturnType<typeof findConsent>>>

function pick({ referralId, reference, state, sentAt, hiddenAt, newsAt, clientToldAt }: typeof referral.$inferSelect) {
  return { referralId, reference, state, sentAt, hiddenAt, owesNews: owesNews({ newsAt, clientToldAt }) }
}
