import { londonDay, sayDay } from '../../ui/time/say-time.ts'

/** A deadline in whole days: 'by the end of tomorrow, Tuesday 24 November'. `dueAt` is its last instant. */
export function byTheEndOf(dueAt: string, now: string): string {
  return `by the end of ${sayDay(londonDay(dueAt), now)}`
}
