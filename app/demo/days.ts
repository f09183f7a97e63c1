import { BANK_HOLIDAYS } from '../domain/time/bank-holidays.ts'
import { addDays, type CalendarDay, londonDayOf, londonTimeOf, readInstant } from '../domain/time/calendar-day.ts'
import { isWorkingDay } from '../domain/time/working-day.ts'

const OPENS = 9 * 60
const CLOSES = 17 * 60 + 30

/** Instants relative to the day of loading, in London time. */
export interface Days {
  /** The day of loading, which may be a day off. */
  today: CalendarDay
  /** The n-th working day before today. A deadline of n working days is then due today. */
  before(workingDays: number, time: string): Date
  /** The n-th working day after today. */
  after(workingDays: number, time: string): Date
  ago(days: number, time: string): Date
  /** This many minutes of office hours before the moment of loading. */
  lately(minutes: number): Date
  dayBefore(workingDays: number): CalendarDay
  dayAgo(days: number): CalendarDay
}

export function daysAround(now: Date): Days {
  const today = londonDayOf(now)
  const dayBefore = (workingDays: number) => workdayAway(today, workingDays, -1)
  return {
    today,
    dayBefore,
    dayAgo: (days) => addDays(today, -days),
    before: (workingDays, time) => instantOf(dayBefore(workingDays), time),
    after: (workingDays, time) => instantOf(workdayAway(today, workingDays, 1), time),
    ago: (days, time) => instantOf(addDays(today, -days), time),
    lately: (minutes) => officeMinutes(now, -minutes),
  }
}

function workdayAway(today: CalendarDay, count: number, step: 1 | -1): CalendarDay {
  let day = today
  for (let left = count; left > 0; ) {
    day = addDays(day, step)
    if (isWorkingDay(day, BANK_HOLIDAYS)) left -= 1
  }
  return day
}

/** @throws Error for a time that does not exist or occurs twice when the clocks change; no story happens at night */
function instantOf(day: CalendarDay, time: string): Date {
  const read = readInstant(`${day}T${time}`)
  if (!read.ok) throw new Error(`${day} ${time} is no single instant in London.`)
  return read.value
}

/** Moves `from` by minutes of office hours, forwards or backwards. Other hours count as the nearest one. */
export function officeMinutes(from: Date, minutes: number): Date {
  const onwards = minutes >= 0
  let day = londonDayOf(from)
  let at = isWorkingDay(day, BANK_HOLIDAYS) ? clamp(minutesOf(from)) : onwards ? CLOSES : OPENS
  let left = Math.abs(minutes)
  for (;;) {
    const room = onwards ? CLOSES - at : at - OPENS
    if (isWorkingDay(day, BANK_HOLIDAYS) && left < room) return instantOf(day, timeOf(onwards ? at + left : at - left))
    left -= isWorkingDay(day, BANK_HOLIDAYS) ? room : 0
    day = addDays(day, onwards ? 1 : -1)
    at = onwards ? OPENS : CLOSES
  }
}

function clamp(minute: number): number {
  return Math.min(Math.max(minute, OPENS), CLOSES)
}

function minutesOf(instant: Date): number {
  const [hour, minute] = londonTimeOf(instant).split(':').map(Number)
  return (hour ?? 0) * 60 + (minute ?? 0)
}

function timeOf(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}
