import { CONTACT_CHANNELS } from '../../../domain/cases/contact.ts'
import { frequencyInWords } from '../../../domain/plans/agreed-contact.ts'
import type { RiskLevel } from '../../../domain/risk/risk-level.ts'
import { lowerFirst, upperFirst } from '../../../domain/text/first-letter.ts'
import { type CalendarDay, dayAndMonth } from '../../../domain/time/calendar-day.ts'
import type { CaseProgress } from '../../../facts/casework/read-case-progress.server.ts'

/** What the first page of a case says of the work on it. */
export interface ShownWork {
  risk: { level: RiskLevel; provisional: boolean; again: string }
  /** How often the client is contacted as agreed, and when next; empty while nothing is agreed. */
  agreedContact: string
  alternativeLeft: boolean
}

export function shownWork({ risk, plan, work }: CaseProgress, today: CalendarDay): ShownWork {
  return {
    risk: {
      level: risk?.level ?? 'not_assessed',
      provisional: risk?.provisional ?? false,
      again: risk ? `Check again by ${dayAndMonth(risk.recheckOn, today)}.` : '',
    },
    agreedContact: agreedContact(plan, today),
    alternativeLeft: work.alternativeContact === 'left',
  }
}

function agreedContact(plan: CaseProgress['plan'], today: CalendarDay): string {
  if (!plan?.agreedContact) return ''
  const { channel } = plan.agreedContact
  const often = `${upperFirst(frequencyInWords(plan.agreedContact))}, ${lowerFirst(CONTACT_CHANNELS[channel].label)}`
  return plan.nextContactDueOn ? `${often}. Next by ${dayAndMonth(plan.nextContactDueOn, today)}` : often
}
