import type { CaseStage } from '../../../domain/cases/case.ts'
import type { Contactability } from '../../../domain/cases/case-event.ts'
import { href } from '../../../href.ts'
import type { CaseAction } from './case-actions.server.ts'

interface Facts {
  caseId: string
  stage: CaseStage
  contactability: Contactability
  caseWorkerId: string | null
  actions: readonly CaseAction[]
  contacted: boolean
  /** Whether a contact went against the client's safe-contact answers and none was safe since. */
  unsafeContact: boolean
  /** The line of the running contact clock, which a further incident can start after the client was reached. */
  contactLine: string | null
  consents: {
    all: number
    /** The oldest referral that the client agreed to and that is not sent. */
    unsent: { title: string; href: string } | null
  }
  referrals: {
    draftId: string | null
    newsId: string | null
    /** A declined referral with no other help yet, and what can be done about it. */
    declined: { referralId: string; words: string } | null
    all: number
  }
  /** A sharing that a manager authorised without consent and that is not sent. */
  authorised: { agencyName: string; href: string } | null
}

export interface NextStep {
  label: string
  href: string
  why: string
}

/**
 * The next step of a case, in the order of the standard: a case worker (R6), reaching the client (R3), asking what
 * may be shared, referring (I2), telling the client the result. A sharing authorised without consent comes first,
 * because someone is in danger. Null if nothing is waiting.
 */
export function nextStepOf(facts: Facts): NextStep | null {
  const { caseId, stage, contactability, caseWorkerId, contacted, contactLine, consents, referrals, authorised } = facts
  if (stage === 'closed') return null
  const page = (name: 'allocate' | 'consents/new' | 'contacts/new' | 'refer') =>
    href(`/cases/:caseId/${name}`, { caseId })
  if (caseWorkerId === null) {
    return allocationOf(facts.actions, page('allocate'))
  }
  if (authorised) {
    const why = 'A manager authorised one referral without the client’s consent. It is valid for a week.'
    return { label: `Authorised: send to ${authorised.agencyName}`, href: authorised.href, why }
  }
  if (referrals.newsId) {
    return {
      label: 'See the news',
      href: href('/sent/:referralId', { referralId: referrals.newsId }),
      why: 'There is news about a referral to tell the client.',
    }
  }
  if (contactability !== 'possible') return null
  if (facts.unsafeContact) {
    const why = 'A contact went against the client’s safe-contact answers. Reach the client in a safe way.'
    return { label: 'Plan for the client’s safety', href: page('contacts/new'), why }
  }
  if (!contacted || contactLine !== null) {
    const owed = contacted ? 'Contact the client again.' : 'The client has not been reached yet.'
    const why = contactLine ? `${owed} ${contactLine}.` : owed
    return { label: 'Record a contact', href: page('contacts/new'), why }
  }
  if (referrals.draftId) {
    return {
      label: 'Send the referral',
      href: href('/sent/:referralId', { referralId: referrals.draftId }),
      why: 'You decided to refer but have not sent it.',
    }
  }
  if (referrals.declined) {
    const { referralId, words } = referrals.declined
    return {
      label: 'Send it to another agency',
      href: href('/sent/:referralId/reroute', { referralId }),
      why: `It was declined. ${words}.`,
    }
  }
  if (consents.unsent) {
    const why = 'The client agreed, and the referral is not sent yet.'
    return { label: consents.unsent.title, href: consents.unsent.href, why }
  }
  if (consents.all === 0 && referrals.all === 0) {
    const why =
      'You have reached the client. Next, offer help from other agencies: nothing is shared before they agree.'
    return { label: 'Refer to another agency', href: page('refer'), why }
  }
  if (consents.all === 0) {
    const why = 'The client decides who may know what, before anything is shared.'
    return { label: 'Ask what may be shared', href: page('consents/new'), why }
  }
  return null
}

function allocationOf(actions: readonly CaseAction[], href: string): NextStep | null {
  if (!actions.includes('allocate') && !actions.includes('take')) return null
  const label = actions.includes('allocate') ? 'Allocate this case' : 'Take this case'
  return { label, href, why: 'No case worker yet. Deadlines are running.' }
}
