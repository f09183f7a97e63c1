import type { Actor, Asking } from '../domain/partnership/actor.ts'
import type { Result } from '../domain/result.ts'
import { type Chance, lend } from './chance.ts'

/** The time that the stories have come to. */
export interface Moment {
  now: Date
}

/** Who plays brings a form of their own, at the time of the story. */
export type Ask = (person: { actor: Actor }) => Asking

export function askAt(clock: Moment, chance: Chance): Ask {
  return ({ actor }) => {
    lend(chance)
    return { actor, now: clock.now, key: chance.uuid() }
  }
}

/** What a use case answered; a refusal is a mistake of the story. */
export function valueOrThrow<Value>(result: Result<Value, { kind: string }>): Value {
  if (result.ok) return result.value
  throw new Error(`The demonstration was refused: ${JSON.stringify(result.refusal)}`)
}
