import type { Calendar } from '../time/bank-holidays.ts'
import { addDays, type CalendarDay } from '../time/calendar-day.ts'
import { addWorkingDays } from '../time/working-day.ts'
import type { AssessedLevel } from './risk-level.ts'

export interface ContactInterval {
  count: number
  unit: 'day' | 'working_day'
}

/** What to do, and the page of the case where it is done, if there is one. */
interface RiskStep {
  words: string
  page?: 'refer' | 'options'
}

interface RiskConsequence {
  /** The longest time between two contacts: a local target. */
  contactEvery: ContactInterval
  /** Days until the risk is checked again: a local target. */
  recheckDays: number
  steps: readonly RiskStep[]
  /** Protection of the home comes first among the options. */
  targetHardeningFirst: boolean
}

/** What each level brings. The partnership's own targets, not deadlines of the standard. */
const RISK_CONSEQUENCES = {
  standard: {
    contactEvery: { count: 14, unit: 'day' },
    recheckDays: 28,
    steps: [],
    targetHardeningFirst: false,
  },
  medium: {
    contactEvery: { count: 7, unit: 'day' },
    recheckDays: 28,
    steps: [
      { words: 'Show the case to your manager' },
      { words: 'Offer a referral to specialist support', page: 'refer' },
    ],
    targetHardeningFirst: false,
  },
  high: {
    contactEvery: { count: 2, unit: 'working_day' },
    recheckDays: 14,
    steps: [
      { words: 'Name a manager who follows the case' },
      { words: 'Check safeguarding: is a child or an adult at risk?' },
      { words: 'Offer a hate crime case conference' },
      { words: 'Talk about protecting the home before other options', page: 'options' },
    ],
    targetHardeningFirst: true,
  },
} as const satisfies Record<AssessedLevel, RiskConsequence>

export function consequenceOf(level: AssessedLevel): RiskConsequence {
  return RISK_CONSEQUENCES[level]
}

/** "every 7 days", "every 2 working days". */
export function contactIntervalInWords({ count, unit }: ContactInterval): string {
  return `every ${count} ${unit === 'day' ? 'days' : 'working days'}`
}

export function nextContactDay(last: CalendarDay, { count, unit }: ContactInterval, calendar: Calendar): CalendarDay {
  if (unit === 'day') return addDays(last, count)
  return addWorkingDays(last, count, calendar).counted.at(-1) ?? last
}
