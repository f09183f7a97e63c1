import { addMonths, type CalendarDay, londonDayOf, startOfLondonDay, toDay, yearOf } from '../../time/calendar-day.ts'

/**
 * A quarter, half or whole year in London's calendar. Incidents belong to the period in which an agency recorded them, not
 * in which they happened: a late report counts in the next release, and no published release changes.
 */
export interface Period {
  /** Such as 2026-Q3, 2026-H2 or 2026. */
  name: string
  opensAt: Date
  /** Exclusive: the first instant of the next period. */
  closesAt: Date
}

const SHAPE = /^(20\d\d)(?:-(?:Q([1-4])|H([12])))?$/

export function findPeriod(name: string): Period | null {
  const [, year, quarter, half] = SHAPE.exec(name) ?? []
  if (!year) return null
  const months = quarter ? 3 : half ? 6 : 12
  const opensOn = addMonths(toDay(`${year}-01-01`), months * (Number(quarter ?? half ?? 1) - 1))
  return { name, opensAt: startOfLondonDay(opensOn), closesAt: startOfLondonDay(addMonths(opensOn, months)) }
}

/** Half years and years that are over, the newest first, back to `since`: for places where a quarter has too few incidents. */
export function longerPeriodsBefore(now: Date, since: CalendarDay): Period[] {
  return periodsBefore(now, since, ['', '-H2', '-H1']).filter(({ opensAt }) => londonDayOf(opensAt) >= since)
}

/** Quarters that are over, the newest first, back to `since`. */
export function quartersBefore(now: Date, since: CalendarDay): Period[] {
  return periodsBefore(now, since, ['-Q4', '-Q3', '-Q2', '-Q1'])
}

function periodsBefore(now: Date, since: CalendarDay, endings: readonly string[]): Period[] {
  const found: Period[] = []
  for (let year = yearOf(londonDayOf(now)); year >= yearOf(since); year -= 1)
    for (const ending of endings) {
      const period = findPeriod(`${year}${ending}`)
      if (period && period.closesAt <= now && londonDayOf(period.closesAt) > since) found.push(period)
    }
  return found
}

/** As people say it: "July to September 2026". */
export function sayPeriod(name: string): string {
  const [, year, quarter, half] = SHAPE.exec(name) ?? []
  if (quarter) return `${QUARTERS[Number(quarter) - 1]} ${year}`
  if (half) return `${half === '1' ? 'January to June' : 'July to December'} ${year}`
  return year ?? name
}

const QUARTERS = ['January to March', 'April to June', 'July to September', 'October to December']
