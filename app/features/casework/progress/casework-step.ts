import type { CaseGap, CaseworkFacts } from '../../../domain/cases/case-gap.ts'
import { type CalendarDay, dayAndMonth, londonDayOf, londonTimeOf } from '../../../domain/time/calendar-day.ts'
import { href } from '../../../href.ts'

export interface NextStep {
  label: string
  href: string
  why: string
}

export interface CaseworkStepFacts {
  caseId: string
  gaps: readonly CaseGap[]
  work: CaseworkFacts
  /** The line of the running clock of the acknowledgement: 'Due by the end of Sunday 29 November'. */
  acknowledgementLine: string | null
  today: CalendarDay
}

/** What the standard asks next after the first contact, in its own order (I1 to I5). Null if it asks nothing now. */
export function caseworkStep(facts: CaseworkStepFacts): NextStep | null {
  const { gaps, work, today } = facts
  const first = ORDER.find((gap) => gaps.includes(gap))
  const contactDue = work.plan.nextContactOn !== null && work.plan.nextContactOn <= today
  if (contactDue) return contactAsAgreed(facts)
  if (first) return STEPS[first](facts)
  if (work.risk && work.risk.recheckOn <= today) return recheck(facts)
  return null
}

/**
 * The acknowledgement has a deadline, so it comes first once a plan is agreed. A support pack is given at the interview;
 * a contact and a case worker come before all of this.
 */
const ORDER = [
  ...['acknowledgement', 'interview_arranged', 'interview_held', 'risk', 'options', 'support_pack'],
  ...['alternative_contact', 'plan', 'signatures'],
] as (keyof typeof STEPS)[]

const STEPS: Record<Exclude<CaseGap, 'case_worker' | 'contact'>, (facts: CaseworkStepFacts) => NextStep> = {
  interview_arranged: ({ caseId }) => ({
    label: 'Arrange the interview',
    href: href('/cases/:caseId/interviews/new', { caseId }),
    why: 'The client chooses where and when you meet (R5).',
  }),
  interview_held: ({ caseId, work: { interview }, today }) => {
    const interviewId = interview?.interviewId ?? ''
    const at = interview?.startsAt ?? new Date(0)
    const needs = interview?.openNeeds ? ' A need of the client is still to book.' : ''
    const past = londonDayOf(at) <= today
    const when = `${dayAndMonth(londonDayOf(at), today)} at ${londonTimeOf(at)}`
    return {
      label: past ? 'Hold and finish the interview' : 'Prepare the interview',
      href: href('/cases/:caseId/interviews/:interviewId', { caseId, interviewId }),
      why: `The interview is on ${when}. The page says what is still to talk about.${needs}`,
    }
  },
  risk: ({ caseId }) => ({
    label: 'Check the risk',
    href: href('/cases/:caseId/risk/new', { caseId }),
    why: 'No plan can be agreed without a risk check (G4).',
  }),
  options: ({ caseId, work: { unansweredOptions } }) => ({
    label: 'Answer the five options',
    href: href('/cases/:caseId/options', { caseId }),
    why: `The client decides about each option (G7). Still to answer: ${unansweredOptions}.`,
  }),
  support_pack: ({ caseId }) => ({
    label: 'Give the support pack',
    href: href('/cases/:caseId/support-pack', { caseId }),
    why: 'Each client is offered a support pack at the first interview (S1).',
  }),
  alternative_contact: ({ caseId, work: { alternativeContact } }) => ({
    label: 'Name an alternative contact',
    href: href('/cases/:caseId/alternative-contact', { caseId }),
    why:
      alternativeContact === 'left'
        ? 'The alternative contact has left. The client needs another name (I6).'
        : 'The client needs a name to ask for when you are away (I6).',
  }),
  plan: ({ caseId }) => ({
    label: 'Write the action plan',
    href: href('/cases/:caseId/plan/edit', { caseId }),
    why: 'The client and your agency agree who does what (I3).',
  }),
  signatures: ({ caseId, work: { plan } }) =>
    plan.missing.length > 0
      ? {
          label: 'Finish the action plan',
          href: href('/cases/:caseId/plan/edit', { caseId }),
          why: `Before it can be signed: ${plan.missing.join('. ')}.`,
        }
      : {
          label: 'Sign the action plan',
          href: href('/cases/:caseId/plan/sign', { caseId }),
          why: 'The client and your agency sign it (I4).',
        },
  acknowledgement: ({ caseId, acknowledgementLine }) => ({
    label: 'Send the acknowledgement',
    href: href('/cases/:caseId/papers/:paper/give', { caseId, paper: 'acknowledgement' }),
    why: `The client gets the details of the plan (I4). ${acknowledgementLine ?? 'Send it now'}.`,
  }),
}

function contactAsAgreed({ caseId, work: { plan }, today }: CaseworkStepFacts): NextStep {
  const on = plan.nextContactOn ?? today
  const day = on === today ? 'today' : `since ${dayAndMonth(on, today)}`
  return {
    label: 'Contact the client as agreed',
    href: href('/cases/:caseId/contacts/new', { caseId }),
    why: `The next contact that you agreed with the client is due ${day} (I5).`,
  }
}

function recheck({ caseId, work: { risk } }: CaseworkStepFacts): NextStep {
  const why =
    risk?.recheckWhy === 'new_incident'
      ? 'A further incident was recorded since the last risk check.'
      : 'The last risk check is due again. This is a local target.'
  return { label: 'Check the risk again', href: href('/cases/:caseId/risk/new', { caseId }), why }
}
