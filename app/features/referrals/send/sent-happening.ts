import { OVERRIDE_GROUNDS } from '../../../domain/consents/override.ts'
import type { Sending } from '../../../domain/referrals/referral-sending.ts'
import type { Happening } from '../../../timeline/record-event.server.ts'

/** The disclosure as the log stores it: who received what, on which ground and why. */
export function sentHappening(
  { caseId, referralId }: { caseId: string; referralId: string },
  sending: Sending,
  now: Date,
): Happening {
  const { recipientAgencyId, decidedAt, shared } = sending
  return {
    kind: 'referral-sent',
    caseId,
    subjectId: referralId,
    data: {
      referralId,
      sentAt: now.toISOString(),
      decidedAt: decidedAt.toISOString(),
      categories: shared.categories,
    },
    disclosure: { recipientAgencyId, ...justificationOf(sending) },
  }
}

/** Only ids and vocabulary words. What a person wrote about the client stays in the rows with these ids. */
function justificationOf({ ground, override, purpose }: Sending): { ground: string; justification: string } {
  if (ground.basis === 'consent')
    return { ground: 'consent', justification: `Consent ${ground.consentId} for ${purpose}` }
  if (!override) throw new Error('An override without its row.')
  const { label } = OVERRIDE_GROUNDS[override.ground]
  return { ground: override.ground, justification: `Override ${ground.overrideId} for ${purpose}: ${label}` }
}
