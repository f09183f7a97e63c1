import type { Actor, Asking } from '../domain/partnership/actor.ts'
import type { Result } from '../domain/result.ts'
import { type Chance, setRandomSource } from './chance.ts'

export interface Moment {
  now: Date
}

/** Prepares a call of a use case: the actor, the time in the story and a new idempotency key. */
export type Ask = (person: { actor: Actor }) => Asking

export function askAt(clock: Moment, chance: Chance): Ask {
  return ({ actor }) => {
    setRandomSource(chance)
    return { actor, now: clock.now, key: chance.uuid() }
  }
}

/** The value of a use case's result. @throws Error for a refusal, because the story then has a mistake */
export function valueOrThrow<Value>(result: Result<Value, { kind: string }>): Value {
  if (result.ok) return result.value
  throw new Error(`The demonstration was refused: ${JSON.stringify(result.refusal)}`)
}
