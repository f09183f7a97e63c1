import type { InstantValue } from './say-time.ts'
import { sayDay, sayFullInstant, sayInstant, sayPartialDay } from './say-time.ts'

/** An instant in words, with its ISO value for machines and the full text on hover. */
export function Instant({ at, now }: { at: InstantValue; now: InstantValue }) {
  return (
    <time dateTime={new Date(at).toISOString()} title={sayFullInstant(at)}>
      <span>{sayInstant(at, now)}</span>
    </time>
  )
}

/** A day 'YYYY-MM-DD' in words, or only its month or year if no more is known. */
export function Day({ on, now }: { on: string; now: InstantValue }) {
  return (
    <time dateTime={on} title={sayPartialDay(on)}>
      <span>{on.length > 7 ? sayDay(on, now) : sayPartialDay(on)}</span>
    </time>
  )
}
