import type { ContactInterval } from '../risk/risk-consequence.ts'
import type { AgreementWay, PlanParty, SigningWay } from './plan-signature.ts'

/** Events of action plans. Fingerprints are SHA-256 in hex; what a plan says is never in an event. */
export interface PlanEventData {
  'plan-drafted': { planId: string; version: number; change: 'started' | 'changed' | 'amended' }
  'plan-signed': {
    planId: string
    version: number
    party: PlanParty
    way: SigningWay
    fingerprint: string
    signedAt: string
  }
  'plan-signature-refused': { planId: string; version: number; fingerprint: string; refusedAt: string }
  /** Releases before action plans recorded only the first two; `replaces` is the version that it supersedes. */
  'plan-agreed': {
    planId: string
    agreedAt: string
    version?: number
    fingerprint?: string
    way?: AgreementWay
    replaces?: string
  }
  'contact-agreed': { planId: string; count: number; unit: ContactInterval['unit']; channel: string; staffId: string }
  'plan-action-done': { planId: string; actionId: string; doneOn: string }
  /** `staffId` is set where another person does it now, null where it fell to the case worker. */
  'plan-action-changed': {
    planId: string
    actionId: string
    change: 'moved' | 'not_needed' | 'leaver'
    dueOn?: string
    staffId?: string | null
  }
}
