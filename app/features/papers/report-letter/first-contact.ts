import type { FirstContact } from '../../../documents/papers/report-received.ts'
import type { Clock } from '../../../domain/standards/clock.ts'
import { getStandard } from '../../../domain/standards/service-standard.ts'
import { londonDayOf } from '../../../domain/time/calendar-day.ts'

/** What the letter says about the first contact, from the R3 and R4 clocks that started with the report. */
export function firstContactOf(clocks: readonly Clock[]): FirstContact {
  const made = clocks.find(({ keptAt }) => keptAt !== null)
  if (made?.keptAt) return { state: 'made', on: londonDayOf(made.keptAt) }
  const running = clocks.find(({ state }) => state === 'running')
  if (!running) return { state: 'not-set' }
  const { within } = getStandard(running.clause)
  const asPromised = running.dueAt.getTime() === running.originalDueAt.getTime() && within.unit === 'working days'
  return { state: 'due', by: londonDayOf(running.dueAt), workingDays: asPromised ? within.count : null }
}
