import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '../../../../db/as-actor.ts'
import { consentOverride } from '../../../../db/schema/consent.ts'
import { referralOrigin } from '../../../../db/schema/referral.ts'
import { insertPackage } from '../../../../db/search-keys.ts'
import { RISK_LEVELS } from '../../../domain/cases/risk.ts'
import { type GatePass, type GateRefusal, gate } from '../../../domain/consents/consent.ts'
import type { ConsentPurpose } from '../../../domain/consents/consent-purpose.ts'
import type { DataCategory } from '../../../domain/consents/data-category.ts'
import { OVERRIDE_GROUNDS } from '../../../domain/consents/override.ts'
import type { Asking } from '../../../domain/partnership/actor.ts'
import type { PackageWords } from '../../../domain/referrals/referral-package.ts'
import { done, type Result, refused } from '../../../domain/result.ts'
import type { Happening } from '../../../timeline/record-event.server.ts'
import type { CaseToRefer } from '../decide/read-case-material.server.ts'
import type { SharingFacts } from '../decide/read-sharing-facts.server.ts'
import { nameOf } from '../moves/acting-name.server.ts'
import { moveReferral, type ReferralRefusal } from '../moves/move-referral.server.ts'
import { buildSharedPackage, type PackageRefusal, type SharedPackage } from './build-shared-package.server.ts'

interface ToClear {
  file: CaseToRefer
  facts: SharingFacts
  recipientAgencyId: string
  recipientName: string
  purpose: ConsentPurpose
  categories: readonly DataCategory[]
  words: PackageWords
}

export interface Cleared {
  pass: GatePass
  /** The manager's authority, when that is what lets it pass. */
  override: SharingFacts['overrides'][number] | null
  shared: SharedPackage
}

export type ClearRefusal = (GateRefusal & { agencyName: string }) | PackageRefusal

/** Whether this may go, and what exactly would go: the gate first, then the safety of the package. */
export function clearReferral(asked: ToClear, now: Date): Result<Cleared, ClearRefusal> {
  const { file, facts, recipientAgencyId, recipientName, purpose, categories, words } = asked
  const pass = gate({ recipientAgencyId, purpose, categories }, facts, now)
  if (!pass.ok) return refused({ ...pass.refusal, agencyName: recipientName })
  const shared = buildSharedPackage(file.material, categories, words, pass.value)
  if (!shared.ok) return shared
  const { value } = pass
  const override =
    value.basis === 'override' ? (facts.overrides.find((one) => one.overrideId === value.overrideId) ?? null) : null
  return done({ pass: value, override, shared: shared.value })
}

export interface ToDispatch extends Cleared {
  file: CaseToRefer
  referralId: string
  recipientAgencyId: string
  purpose: ConsentPurpose
  decidedAt: Date
  reroutedFromId: string | null
  expectedVersion?: number
}

export type DispatchRefusal =
  | ReferralRefusal
  | { kind: 'override-used' }
  | { kind: 'reroute-needs-consent' }
  | { kind: 'replaced-moved-on' }

/**
 * The disclosure itself: package, move, event with its ground, in the caller's transaction, which holds the case and
 * its consents. The referral it replaces ends in the same moment.
 */
export async function dispatchReferral(
  tx: Tx,
  asking: Asking,
  going: ToDispatch,
): Promise<Result<{ referralId: string }, DispatchRefusal>> {
  const { pass, referralId, reroutedFromId } = going
  if (reroutedFromId && pass.basis !== 'consent') return refused({ kind: 'reroute-needs-consent' })
  if (pass.basis === 'override' && !(await spendOverride(tx, asking, pass.overrideId, referralId)))
    return refused({ kind: 'override-used' })
  await writeBasis(tx, asking, going)
  const sent = await moveReferral(tx, asking, {
    referralId,
    expectedVersion: going.expectedVersion,
    move: 'send',
    side: 'sender',
    set: {
      packageVersion: 1,
      byOverride: going.override !== null,
      overrideGround: going.override?.ground ?? '',
      serious: seriousTold(going.file, going.shared.categories),
      urgency: urgencyOf(going.shared),
    },
    happening: sending(asking, going),
  })
  if (!sent.ok) return sent
  await insertPackage(tx, { ...(await packageRow(tx, asking, going)), version: 1, ...going.shared })
  if (reroutedFromId && pass.basis === 'consent') {
    const given = { newConsent: pass.consentId }
    const ended = await moveReferral(tx, asking, { referralId: reroutedFromId, move: 'reroute', side: 'sender', given })
    // It may have been accepted since: then the client has help there, and nothing is sent.
    if (!ended.ok) return refused({ kind: 'replaced-moved-on' })
  }
  return done({ referralId })
}

/** Single use: of two referrals at once one finds it spent. */
async function spendOverride(tx: Tx, { actor, now }: Asking, overrideId: string, referralId: string): Promise<boolean> {
  const used = await tx
    .update(consentOverride)
    .set({ usedByReferralId: referralId, usedAt: now })
    .where(
      and(
        eq(consentOverride.agencyId, actor.agencyId),
        eq(consentOverride.overrideId, overrideId),
        eq(consentOverride.decision, 'authorised'),
        isNull(consentOverride.usedAt),
      ),
    )
    .returning({ overrideId: consentOverride.overrideId })
  return used.length === 1
}

async function writeBasis(tx: Tx, { actor }: Asking, { pass, referralId }: ToDispatch): Promise<void> {
  const basis = pass.basis === 'consent' ? { consentId: pass.consentId } : { overrideId: pass.overrideId }
  await tx
    .update(referralOrigin)
    .set(basis)
    .where(and(eq(referralOrigin.agencyId, actor.agencyId), eq(referralOrigin.referralId, referralId)))
}

async function packageRow(tx: Tx, asking: Asking, { referralId, recipientAgencyId }: ToDispatch) {
  return {
    referralId,
    fromAgencyId: asking.actor.agencyId,
    toAgencyId: recipientAgencyId,
    sharedAt: asking.now,
    sharedByName: await nameOf(tx, asking),
  }
}

/** That it was violent is part of what happened, so it is shared only with that, or with the risk. */
export function seriousTold({ serious }: Pick<CaseToRefer, 'serious'>, categories: readonly DataCategory[]): boolean {
  return serious && (categories.includes('incident_details') || categories.includes('risk'))
}

/** Sorts an inbox: 0 for a high risk to 3. A risk that was not shared counts as one that nobody has assessed. */
export function urgencyOf({ risk }: Pick<SharedPackage, 'risk'>): number {
  return RISK_LEVELS.high.rank - RISK_LEVELS[risk || 'not_assessed'].rank
}

function sending({ now }: Asking, going: ToDispatch): Happening {
  const { file, referralId, recipientAgencyId, decidedAt, shared } = going
  return {
    kind: 'referral-sent',
    caseId: file.caseId,
    subjectId: referralId,
    data: {
      referralId,
      sentAt: now.toISOString(),
      decidedAt: decidedAt.toISOString(),
      categories: shared.categories,
    },
    disclosure: { recipientAgencyId, ...groundOf(going) },
  }
}

/** Ids and words of a vocabulary only: what a person wrote about the client stays in the rows they name. */
function groundOf({ pass, override, purpose }: ToDispatch): { ground: string; justification: string } {
  if (pass.basis === 'consent') return { ground: 'consent', justification: `Consent ${pass.consentId} for ${purpose}` }
  if (!override) throw new Error('An override without its row.')
  const label = OVERRIDE_GROUNDS[override.ground].label
  return { ground: override.ground, justification: `Override ${pass.overrideId} for ${purpose}: ${label}` }
}
