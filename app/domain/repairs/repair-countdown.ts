import { dayAndMonth, londonDayOf, londonTimeOf, weekdayOf } from '../time/calendar-day.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const WEEK = 7 * 24 * HOUR

/** How long until R8 is missed, or how late it is: '5 hours left, until Saturday 18:30', '2 hours late'. */
export function repairCountdown(dueAt: Date, now: Date): string {
  const left = dueAt.getTime() - now.getTime()
  if (left < 0) return `${durationInWords(-left)} late, due ${momentInWords(dueAt, now)}`
  return `${durationInWords(left)} left, until ${momentInWords(dueAt, now)}`
}

/** Whole hours, rounded down: "1 hour left" never means less. Under an hour in minutes. */
function durationInWords(milliseconds: number): string {
  const minutes = Math.floor(milliseconds / MINUTE)
  if (minutes < 1) return 'Less than a minute'
  if (minutes < 60) return counted(minutes, 'minute')
  const hours = Math.floor(minutes / 60)
  return hours < 72 ? counted(hours, 'hour') : counted(Math.floor(hours / 24), 'day')
}

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}

/** The weekday is enough within a week. Once the clocks change, it is the new time that London's clocks show. */
function momentInWords(at: Date, now: Date): string {
  const day = londonDayOf(at)
  const near = Math.abs(at.getTime() - now.getTime()) < WEEK - 24 * HOUR
  return `${near ? weekdayOf(day) : dayAndMonth(day, londonDayOf(now))} ${londonTimeOf(at)}`
}
