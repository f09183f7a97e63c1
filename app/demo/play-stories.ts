import { type Acts, actsAt } from './acts.ts'
import type { Moment } from './ask.ts'
import { type Chance, chanceOf } from './chance.ts'
import { type Days, daysAround } from './days.ts'

/** What a story needs. `play.now()` is the instant that the story yielded last. */
export interface Stage {
  days: Days
  play: Acts
  chance: Chance
}

/** Yields the instant at which the next scene begins, then plays that scene. */
export type Scenes = AsyncGenerator<Date, void, void>

/** The function's name is the seed of the story, so no two stories may have the same name. */
export type Story = (stage: Stage) => Scenes

/**
 * Plays all stories together, scene by scene in order of time, as they would appear in each agency's log. Scenes after
 * `now` are left out.
 * @param pass is called with the time at which each scene begins
 * @param actsOf makes the acts: the use cases, or in a rehearsal acts that do nothing
 */
export async function playStories(
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

/** Merges threads in order of time. At the same instant the scene of the thread listed first comes first. */
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
