import type { CaseStage } from '../../../domain/cases/case.ts'
import type { Contactability } from '../../../domain/cases/case-event.ts'
import { gapsOf } from '../../../domain/cases/case-gap.ts'
import { REPAIR_STATES } from '../../../domain/repairs/repair.ts'
import { type CalendarDay, dayAndMonth, londonDayOf, londonTimeOf } from '../../../domain/time/calendar-day.ts'
import type { CaseProgress } from '../../../facts/casework/read-case-progress.server.ts'
import { href } from '../../../href.ts'
import { type CaseworkStepFacts, caseworkStep, type NextStep } from '../progress/casework-step.ts'
import { progressFacts } from '../progress/progress-facts.ts'
import { isActionNeeded } from '../standards/open-clock.ts'
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
  consents: number
  /** Referrals that the client agreed to and that are not sent, the oldest first. */
  unsent: readonly { title: string; action?: { href: string } }[]
  referrals: {
    draftId: string | null
    newsId: string | null
    /** A declined referral with no other help yet, and what can be done about it. */
    declined: { referralId: string; words: string } | null
    all: number
  }
  /** A sharing that a manager authorised without consent and that is not sent. */
  authorised: { agencyName: string; href: string } | null
  progress: Pick<CaseProgress, 'reached' | 'work' | 'repairs'>
  agency: { kind: string; investigates: boolean }
  clocks: readonly { clause: string; status: string; line: string }[]
  today: CalendarDay
}

/**
 * The next step of a case, in the order of the standard: what has hours to run (R8), a case worker (R6), reaching the
 * client (R3), what was decided to refer (I2), the interview, and all that follows from it (I1 to I5). A sharing
 * authorised without consent comes early, because someone is in danger. Null if nothing is waiting.
 */
export function nextStepOf(facts: Facts): NextStep | null {
  if (facts.stage === 'closed') return null
  return (
    repairStep(facts) ??
    (facts.caseWorkerId === null
      ? allocationOf(facts)
      : (sharingStep(facts) ?? (facts.contactability === 'possible' ? clientStep(facts) : null)))
  )
}

function clientStep(facts: Facts): NextStep | null {
  return contactStep(facts) ?? referralStep(facts) ?? caseworkStep(workOf(facts)) ?? offerStep(facts)
}

/** A repair or graffiti has 24 hours, by day and night. */
function repairStep({ caseId, progress, today }: Facts): NextStep | null {
  const [repair] = progress.repairs
    .filter(({ state }) => REPAIR_STATES[state].running)
    .toSorted((one, other) => one.dueAt.getTime() - other.dueAt.getTime())
  if (!repair) return null
  const { repairId, kind, dueAt } = repair
  const due = `${dayAndMonth(londonDayOf(dueAt), today)} at ${londonTimeOf(dueAt)}`
  return {
    label: kind === 'graffiti' ? 'See to the graffiti' : 'See to the repair',
    href: href('/cases/:caseId/repairs/:repairId', { caseId, repairId }),
    why: `It is due by ${due} (R8). The 24 hours run day and night.`,
  }
}

function sharingStep({ authorised, referrals }: Facts): NextStep | null {
  if (authorised) {
    const why = 'A manager authorised one referral without the client’s consent. It is valid for a week.'
    return { label: `Authorised: send to ${authorised.agencyName}`, href: authorised.href, why }
  }
  if (!referrals.newsId) return null
  return {
    label: 'See the news',
    href: href('/sent/:referralId', { referralId: referrals.newsId }),
    why: 'There is news about a referral to tell the client.',
  }
}

function contactStep({ caseId, contacted, contactLine, unsafeContact }: Facts): NextStep | null {
  const address = href('/cases/:caseId/contacts/new', { caseId })
  if (unsafeContact) {
    const why = 'A contact went against the client’s safe-contact answers. Reach the client in a safe way.'
    return { label: 'Plan for the client’s safety', href: address, why }
  }
  if (contacted && contactLine === null) return null
  const owed = contacted ? 'Contact the client again.' : 'The client has not been reached yet.'
  return { label: 'Record a contact', href: address, why: contactLine ? `${owed} ${contactLine}.` : owed }
}

function referralStep({ referrals, unsent: [agreed] }: Facts): NextStep | null {
  if (referrals.draftId) {
    return {
      label: 'Send the referral',
      href: href('/sent/:referralId', { referralId: referrals.draftId }),
      why: 'You decided to refer but have not sent it.',
    }
  }
  if (referrals.declined) {
    const { referralId, words } = referrals.declined
    const address = href('/sent/:referralId/reroute', { referralId })
    return { label: 'Send it to another agency', href: address, why: `It was declined. ${words}.` }
  }
  if (!agreed?.action) return null
  return {
    label: agreed.title,
    href: agreed.action.href,
    why: 'The client agreed, and the referral is not sent yet.',
  }
}

/** Help from other agencies, where the client was never asked about it. */
function offerStep({ caseId, consents, referrals }: Facts): NextStep | null {
  if (consents > 0) return null
  if (referrals.all === 0) {
    const why = 'Offer help from other agencies. Nothing is shared before the client agrees.'
    return { label: 'Refer to another agency', href: href('/cases/:caseId/refer', { caseId }), why }
  }
  const why = 'The client decides who may know what, before anything is shared.'
  return { label: 'Ask what may be shared', href: href('/cases/:caseId/consents/new', { caseId }), why }
}

function workOf(facts: Facts): CaseworkStepFacts {
  const { caseId, progress, clocks, today } = facts
  const acknowledgement = clocks.find(({ clause, status }) => clause === 'I4b' && isActionNeeded(status))
  return {
    caseId,
    gaps: gapsOf(progressFacts(facts, progress.reached), progress.work),
    work: progress.work,
    acknowledgementLine: acknowledgement?.line ?? null,
    today,
  }
}

function allocationOf({ caseId, actions }: Facts): NextStep | null {
  if (!actions.includes('allocate') && !actions.includes('take')) return null
  const label = actions.includes('allocate') ? 'Allocate this case' : 'Take this case'
  const address = href('/cases/:caseId/allocate', { caseId })
  return { label, href: address, why: 'No case worker yet. Deadlines are running.' }
}
