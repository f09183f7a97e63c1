import fc from 'fast-check'
import { calculateDeadline } from '../../app/domain/standards/clock.ts'
import { SERVICE_STANDARDS } from '../../app/domain/standards/service-standard.ts'
import { BANK_HOLIDAYS, withAddedHolidays } from '../../app/domain/time/bank-holidays.ts'
import { toDay } from '../../app/domain/time/calendar-day.ts'
import { calculateAgain, listHolidaysAgain } from './second-calculation.ts'

/** Run as a process of its own with TZ set: node compare-calculations.ts <instants> <seed>. Prints one line of JSON. */
const [instants = 1000, seed = 1] = process.argv.slice(2).map(Number)

const MINUTE = 60_000
const DAY = 86_400_000
const FIRST = Date.UTC(2020, 0, 1)
const LAST = Date.UTC(2035, 11, 31, 23, 59, 59, 999)

const LATER_YEARS = [2029, 2030, 2031, 2032, 2033, 2034, 2035, 2036]
const calendar = withAddedHolidays(
  BANK_HOLIDAYS,
  LATER_YEARS.flatMap((year) => listHolidaysAgain(year).map((on) => ({ on: toDay(on), name: 'Holiday' }))),
  LATER_YEARS,
)

const anyInstant = fc.integer({ min: FIRST, max: LAST })
/** Where clocks go wrong: the hour around midnight, the clock changes, Christmas, Easter. */
const nearMidnight = fc
  .tuple(fc.integer({ min: 0, max: Math.floor((LAST - FIRST) / DAY) }), fc.integer({ min: -90, max: 90 }))
  .map(([day, minutes]) => Math.min(LAST, Math.max(FIRST, FIRST + day * DAY + minutes * MINUTE)))
const nearHoliday = fc
  .tuple(
    fc.constantFrom(...[...calendar.holidays.keys()].filter((on) => on > '2020-01-04' && on < '2036')),
    fc.integer({ min: -4 * 1440, max: 3 * 1440 }),
  )
  .map(([on, minutes]) => Math.min(LAST, Date.parse(on) + minutes * MINUTE))
const nearClockChange = fc
  .tuple(fc.integer({ min: 2020, max: 2035 }), fc.constantFrom(2, 9), fc.integer({ min: -2880, max: 2880 }))
  .map(([year, month, minutes]) => {
    const last = new Date(Date.UTC(year, month, 31, 1))
    return last.getTime() - last.getUTCDay() * DAY + minutes * MINUTE
  })
const startedAt = fc.oneof(
  { weight: 5, arbitrary: anyInstant },
  { weight: 2, arbitrary: nearMidnight },
  { weight: 2, arbitrary: nearHoliday },
  { weight: 1, arbitrary: nearClockChange },
)

const seen = { instants: 0, comparisons: 0 }
const differences: string[] = []

fc.assert(
  fc.property(startedAt, (instant) => {
    seen.instants += 1
    for (const standard of SERVICE_STANDARDS) {
      const { dueAt, skipped } = calculateDeadline(standard, new Date(instant), calendar)
      const again = calculateAgain(standard.clause, instant)
      seen.comparisons += 1
      const same = dueAt.getTime() === again.due && skipped.map(({ on }) => on).join() === again.skipped.join()
      if (!same) differences.push(`${standard.clause} from ${new Date(instant).toISOString()}: ${dueAt.toISOString()}`)
    }
  }),
  { numRuns: instants, seed },
)

const zone = process.env.TZ ?? ''
const summerOffset = -new Date(2026, 6, 1).getTimezoneOffset()
process.stdout.write(`${JSON.stringify({ zone, summerOffset, ...seen, differences: differences.slice(0, 5) })}\n`)
