import { acceptReferral } from '../../../app/features/referrals/inbox/accept-referral.server.ts'
import { askForMore } from '../../../app/features/referrals/inbox/ask-for-more.server.ts'
import { confirmStopped } from '../../../app/features/referrals/inbox/confirm-stopped.server.ts'
import { declineReferral } from '../../../app/features/referrals/inbox/decline-referral.server.ts'
import { receiveReferral } from '../../../app/features/referrals/inbox/receive-referral.server.ts'
import { withdrawConsent } from '../../../app/features/referrals/sent/withdraw-consent.server.ts'
import { amendStep } from '../../../app/features/referrals/steps/amend-step.server.ts'
import { closeReceived } from '../../../app/features/referrals/steps/close-received.server.ts'
import { handOverReferral } from '../../../app/features/referrals/steps/hand-over-referral.server.ts'
import { recordContactAttempt } from '../../../app/features/referrals/steps/record-contact-attempt.server.ts'
import { recordEngagement } from '../../../app/features/referrals/steps/record-engagement.server.ts'
import { recordOutcome } from '../../../app/features/referrals/steps/record-outcome.server.ts'
import { writeReferralNote } from '../../../app/features/referrals/steps/write-note.server.ts'
import { allowed } from '../../support/cases.ts'
import { acceptedReferral, type Partners, sentReferral } from '../../support/referrals.ts'
import { asking, type World } from '../../support/world.ts'
import { type Doors, door } from './door.ts'

/** What the agency does that receives. */
export async function recipientDoors(world: World, parties: Partners): Promise<Doors> {
  const { worker, recipientWorker, recipientManager } = parties
  const { staffId } = recipientWorker.actor
  const another = await world.agency({ kind: 'victim_support' })
  await world.staff(another)
  const ofReferral = (arrange: Parameters<typeof door>[3]) => door('referral', 'update', recipientWorker, arrange)

  async function withOutcome() {
    const { referralId } = await acceptedReferral(parties)
    const outcome = { referralId, outcome: 'support_given', message: '' } as const
    allowed(await recordOutcome(asking(recipientWorker), outcome))
    return referralId
  }

  return {
    'referrals/inbox/receive-referral': ofReferral(async () => {
      const { referralId } = await sentReferral(parties)
      return (form) => receiveReferral(form, { referralId })
    }),
    'referrals/inbox/accept-referral': ofReferral(async () => {
      const { referralId } = await sentReferral(parties)
      return (form) => acceptReferral(form, { referralId, staffId, message: '' })
    }),
    'referrals/inbox/ask-for-more': ofReferral(async () => {
      const { referralId } = await sentReferral(parties)
      return (form) => askForMore(form, { referralId, message: 'Which shop?' })
    }),
    'referrals/inbox/decline-referral': ofReferral(async () => {
      const { referralId } = await sentReferral(parties)
      const elsewhere = { reason: 'out_of_scope', suggestedAgencyId: another.agencyId, message: '' } as const
      return (form) => declineReferral(form, { referralId, ...elsewhere })
    }),
    'referrals/inbox/confirm-stopped': ofReferral(async () => {
      const { referralId, caseId, consentId } = await acceptedReferral(parties)
      allowed(await withdrawConsent(asking(worker), { caseId, consentId, how: 'By phone' }))
      return (form) => confirmStopped(form, { referralId })
    }),
    'referrals/steps/amend-step': door('referralStep', 'update', recipientWorker, async () => {
      const referralId = await withOutcome()
      const [step] = await world.admin`
        select step_id from referral_step where referral_id = ${referralId} and move = 'record_outcome'`
      const right = { errorReason: 'Wrong box', neverHappened: false, reason: 'unable_to_contact', message: '' }
      const amended = { referralId, stepId: String(step?.step_id), nextTryOn: null, suggestedAgencyId: '', ...right }
      return (form) => amendStep(form, amended)
    }),
    'referrals/steps/close-received': ofReferral(async () => {
      const referralId = await withOutcome()
      return (form) => closeReceived(form, { referralId })
    }),
    'referrals/steps/hand-over-referral': ofReferral(async () => {
      const { referralId } = await acceptedReferral(parties)
      return (form) => handOverReferral(form, { referralId, staffId: recipientManager.actor.staffId })
    }),
    'referrals/steps/record-contact-attempt': ofReferral(async () => {
      const { referralId } = await acceptedReferral(parties)
      const attempt = {
        channel: 'phone',
        reason: 'no_answer',
        attemptedAt: null,
        nextTryOn: null,
        message: '',
      } as const
      return (form) => recordContactAttempt(form, { referralId, ...attempt })
    }),
    'referrals/steps/record-engagement': ofReferral(async () => {
      const { referralId } = await acceptedReferral(parties)
      return (form) => recordEngagement(form, { referralId, channel: 'phone', nextTryOn: null, message: '' })
    }),
    'referrals/steps/record-outcome': ofReferral(async () => {
      const { referralId } = await acceptedReferral(parties)
      return (form) => recordOutcome(form, { referralId, outcome: 'support_given', message: '' })
    }),
    'referrals/steps/write-note': door('referralNote', 'insert', recipientWorker, async () => {
      const { referralId } = await acceptedReferral(parties)
      return (form) => writeReferralNote(form, { referralId, note: 'Called back.' })
    }),
  }
}
