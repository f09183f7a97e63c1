import type { Tx } from '../../../../db/as-actor.ts'
import type { Asking } from '../../../domain/partnership/actor.ts'
import type { Sending } from '../../../domain/referrals/referral-sending.ts'
import { done, type Result, refused } from '../../../domain/result.ts'
import { moveReferral } from '../moves/move-referral.server.ts'

export type ReplacedRefusal = { kind: 'reroute-needs-consent' } | { kind: 'replaced-moved-on' }

/** Consent for one agency is not consent for another, and no manager may decide that for the client. */
export function needsConsentToReplace(reroutedFromId: string | null, { ground }: Sending): boolean {
  return Boolean(reroutedFromId) && ground.basis !== 'consent'
}

/** Ends the referral that a new one replaces, if any, at the moment the new one is sent. */
export async function endReplaced(
  tx: Tx,
  asking: Asking,
  reroutedFromId: string | null,
  { ground }: Sending,
): Promise<Result<null, ReplacedRefusal>> {
  if (!reroutedFromId || ground.basis !== 'consent') return done(null)
  const given = { newConsent: ground.consentId }
  const ended = await moveReferral(tx, asking, {
    referralId: reroutedFromId,
    move: 'reroute',
    side: 'sender',
    details: given,
  })
  // If it was accepted since, the client has help there, and nothing is sent.
  return ended.ok ? done(null) : refused({ kind: 'replaced-moved-on' })
}
