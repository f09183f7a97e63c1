import { asActor } from '../../db/as-actor.ts'
import { recordEvent } from '../timeline/record-event.server.ts'
import type { Ask } from './ask.ts'
import type { StoryCase } from './story-types.ts'

/** Acts without a page. Each records its event as the person, so that policy, log and deadlines work. */
export function demoOnlyActs(ask: Ask) {
  return {
    completeInvestigation: ({ caseId, worker }: StoryCase) => {
      const { actor, now } = ask(worker)
      const data = { completedAt: now.toISOString() }
      return asActor(actor, (tx) => recordEvent(tx, { actor, now }, { kind: 'investigation-completed', data, caseId }))
    },
  }
}
