import { type Acts, actsAt } from './acts.ts'
import type { Moment } from './ask.ts'
import { type Chance, chanceOf } from './chance.ts'
import { type Days, daysAround } from './days.ts'

/** What a story has to hand. The clock of the stage stands at the instant that was yielded last. */
export interface Stage {
  days: Days
  play: Acts
  chance: Chance
}

/** Yields when its next scene begins, then plays it. */
export type Scenes = AsyncGenerator<Date, void, void>

/** Its own name is its seed: no two stories may be called the same. */
export type Story = (stage: Stage) => Scenes

/**
 * Tells all stories at once, scene by scene in the order of time, as the log of each agency would have it. What would
 * happen after `now` is not told.
 * @param pass receives the time at which each scene begins
 * @param actsOf who plays: the use cases, or in a rehearsal nobody
 */
export async function tellAll(
  stories: readonly Story[],
  now: Date,
  pass: (at: Date) => void,
  actsOf: (clock: Moment, chance: Chance) => Acts = actsAt,
): Promise<void> {
  const clock: Moment = { now }
  const days = daysAround(now)
  const all = stories.map((story) => {
    const chance = chanceOf(story.name)
    return story({ days, chance, play: actsOf(clock, chance) })
  })
  for await (const at of together(all)) {
    if (at > now) break
    clock.now = at
    pass(at)
  }
}

/** Several threads as one, in the order of time; of two scenes at the same instant the thread named first has its own first. */
export async function* together(threads: readonly Scenes[]): Scenes {
  const waiting: { at: Date; place: number; scenes: Scenes }[] = []
  const park = async (scenes: Scenes, place: number, before?: Date) => {
    const { done, value: at } = await scenes.next()
    if (done) return
    if (before && at < before) throw new Error(`A story goes back from ${before.toISOString()} to ${at.toISOString()}.`)
    const later = waiting.findIndex((one) => one.at > at || (one.at.getTime() === at.getTime() && one.place > place))
    waiting.splice(later < 0 ? waiting.length : later, 0, { at, place, scenes })
  }
  for (const [place, scenes] of threads.entries()) await park(scenes, place)
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    yield next.at
    await park(next.scenes, next.place, next.at)
  }
}
