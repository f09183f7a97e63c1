import { upperFirst } from '../text/first-letter.ts'
import { wordList } from '../text/word-list.ts'
import { type Calendar, MissingHolidayList } from '../time/bank-holidays.ts'
import {
  addDays,
  type CalendarDay,
  dayAndMonth,
  dayInWords,
  isWeekend,
  londonOffsetAt,
  londonTimeOf,
  weekdayOf,
} from '../time/calendar-day.ts'
import { lastWorkingDayBy, type SkippedDay } from '../time/working-day.ts'
import { calculateDeadline, type Deadline } from './clock.ts'
import type { ServiceStandard } from './service-standard.ts'

type Explained = Pick<ServiceStandard, 'within' | 'says'>

/**
 * Why a deadline is what it is, in plain words: "Received Friday 20 November at 16:45. Day 1 is Monday 23, day 2 is
 * Tuesday 24: contact by the end of Tuesday. Saturday 21 and Sunday 22 are not working days."
 */
export function explainDeadline(standard: Explained, startedAt: Date, calendar: Calendar): string {
  const deadline = calculateDeadline(standard, startedAt, calendar)
  const { within, says } = standard
  const at = within.unit === 'months' ? '' : ` at ${londonTimeOf(startedAt)}`
  const start = `${says.started} ${dayAndMonth(deadline.day0, deadline.day0)}${at}.`
  const rest = explainRest(standard, startedAt, deadline, calendar)
  return [start, ...rest].filter((sentence) => sentence !== '').join(' ')
}

function explainRest({ within, says }: Explained, startedAt: Date, deadline: Deadline, calendar: Calendar): string[] {
  if (within.unit === 'hours') return explainHours(within.count, says.toDo, startedAt, deadline)
  if (within.unit === 'months') return explainMonths(within.count, says.toDo, deadline)
  if (within.unit === 'working days') return explainWorkingDays(says.toDo, deadline)
  if (within.rollForward === undefined) return explainCalendarDays(within.count, says.toDo, deadline, calendar)
  return explainRolledDays(within.count, says.toDo, deadline)
}

function explainWorkingDays(toDo: string, { day0, counted, skipped, dueOn }: Deadline): string[] {
  const days = inTurn(counted, day0).map((words, index) => `day ${index + 1} is ${words}`)
  return [
    `${upperFirst(days.join(', '))}: ${toDo} by the end of ${weekdayOf(dueOn)}.`,
    ...explainSkipped(skipped, day0),
  ]
}

function explainHours(count: number, toDo: string, startedAt: Date, { day0, dueOn, dueAt }: Deadline): string[] {
  const until = `${dayInWords(dueOn, day0)} at ${londonTimeOf(dueAt)}`
  const moved = londonOffsetAt(dueAt) - londonOffsetAt(startedAt)
  const change = `${londonTimeOf(startedAt)} becomes ${londonTimeOf(dueAt)}`
  return [
    `${count} hours run day and night, weekends and bank holidays included: ${toDo} by ${until}.`,
    moved === 0 ? '' : `The clocks go ${moved > 0 ? 'forward' : 'back'} in between, so ${change}.`,
  ]
}

function explainCalendarDays(count: number, toDo: string, deadline: Deadline, calendar: Calendar): string[] {
  const { day0, dueOn } = deadline
  return [
    `Weekends and bank holidays count. Day ${count} is ${dayInWords(dueOn, day0)}: ${toDo} by the end of ${weekdayOf(dueOn)}.`,
    adviseWorkingDay(deadline, calendar),
  ]
}

/** This is advice, not a deadline: it is left out if the holidays of that year are not known. */
function adviseWorkingDay({ day0, dueOn }: Deadline, calendar: Calendar): string {
  try {
    const last = lastWorkingDayBy(dueOn, calendar)
    return last === dueOn || last <= day0 ? '' : `The last working day by then is ${dayInWords(last, dueOn)}.`
  } catch (error) {
    if (error instanceof MissingHolidayList) return ''
    throw error
  }
}

function explainRolledDays(count: number, toDo: string, { day0, dueOn, skipped, windowFromOn }: Deadline): string[] {
  const landedOn = addDays(day0, count)
  const weeks = `${inWords(count / 7)} weeks end on ${dayInWords(landedOn, day0)}`
  const window = windowFromOn === null ? '' : `from ${dayInWords(windowFromOn, landedOn)} `
  const rolled = skipped.length === 0 ? '' : `, the next working day is ${dayInWords(dueOn, landedOn)}`
  return [
    `${weeks}${rolled}: ${toDo} ${window}until the end of ${weekdayOf(dueOn)}.`,
    ...explainSkipped(skipped, landedOn),
  ]
}

function explainMonths(count: number, toDo: string, { day0, dueOn }: Deadline): string[] {
  const clamped = dueOn.slice(8) !== day0.slice(8)
  const opensOn = addDays(dueOn, 1)
  return [
    `${inWords(count)} months end on ${dayInWords(dueOn, day0)}: ${toDo} is possible from ${dayInWords(opensOn, dueOn)}.`,
    clamped ? `The month has no day ${Number(day0.slice(8))}, so its last day counts.` : '',
    'A new incident starts the count again.',
  ]
}

function explainSkipped(skipped: readonly SkippedDay[], after: CalendarDay): string[] {
  const weekend = skipped.filter(({ on }) => isWeekend(on)).map(({ on }) => on)
  const holidays = skipped.filter(({ on }) => !isWeekend(on))
  const sentences = holidays.map(({ on, why }) => `${dayAndMonth(on, on)} is ${withArticle(why)}.`)
  if (weekend.length === 0) return sentences
  const are = weekend.length === 1 ? 'is not a working day' : 'are not working days'
  const named = weekend.map((on, index) => withoutYear(on, weekend[index - 1] ?? after))
  const plain = `${wordList(named)} ${are}.`
  return skipped[0]?.on === weekend[0] ? [plain, ...sentences] : [...sentences, plain]
}

/** A skipped day is next to a counted day, so its year is obvious. */
function withoutYear(day: CalendarDay, after: CalendarDay): string {
  return after.slice(0, 7) === day.slice(0, 7) ? dayInWords(day, after) : dayAndMonth(day, day)
}

/** 'Christmas Day' unchanged, 'the Spring bank holiday', 'the bank holiday for the coronation'. */
function withArticle(holiday: string): string {
  return /bank holiday/i.test(holiday) ? `the ${holiday.replace(/^Bank holiday/i, 'bank holiday')}` : holiday
}

/** Each day in words, without the month and year it shares with the day before it in the list. */
function inTurn(days: readonly CalendarDay[], after: CalendarDay): string[] {
  return days.map((day, index) => dayInWords(day, days[index - 1] ?? after))
}

const NUMBERS = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six']

function inWords(count: number): string {
  return NUMBERS[count] ?? String(count)
}
