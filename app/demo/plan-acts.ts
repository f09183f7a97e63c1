import { asActor } from '../../db/as-actor.ts'
import type { CalendarDay } from '../domain/time/calendar-day.ts'
import { readPlanOfCase } from '../facts/casework/plan-of-case.server.ts'
import { savePlanInput } from '../features/action-plans/plan-entries.server.ts'
import { savePlan } from '../features/action-plans/save-plan.server.ts'
import { signPlan } from '../features/action-plans/sign-plan.server.ts'
import { signPlanInput } from '../features/action-plans/signing-entries.server.ts'
import { type Ask, valueOrThrow } from './ask.ts'
import type { StoryPerson } from './people.ts'
import type { StoryCase } from './story-types.ts'

export interface StoryPlan {
  alternative: StoryPerson
  /** What the agency does, each with its day and reason. */
  ours: [what: string, dueOn: CalendarDay, why: string][]
  theirs?: [what: string, dueOn: CalendarDay, why: string][]
}

/** Action plans: written with the client, and signed by both. */
export function planActs(ask: Ask) {
  const planOf = async ({ caseId, worker: { actor } }: StoryCase) =>
    asActor(actor, (tx) => readPlanOfCase(tx, actor, caseId))
  return {
    writePlan: async (file: StoryCase, { alternative, ours, theirs = [] }: StoryPlan) => {
      const { staffId } = file.worker.actor
      const rows = (all: StoryPlan['ours']) => all.map(([what, dueOn, why]) => ({ what, dueOn, why }))
      const input = savePlanInput.parse({
        ours: rows(ours).map((row) => ({ ...row, staffId })),
        clientAnswer: theirs.length > 0 ? 'has_actions' : 'wants_none',
        theirs: rows(theirs),
        contactCount: '7',
        contactUnit: 'day',
        contactChannel: 'phone',
        contactBy: staffId,
        alternativeContactId: alternative.actor.staffId,
        seen: '',
      })
      valueOrThrow(await savePlan(ask(file.worker), { ...input, caseId: file.caseId }))
    },
    signPlan: async (file: StoryCase, clientName: string) => {
      const fingerprint = (await planOf(file))?.draft?.fingerprint
      const signatures = [
        { party: 'client', way: 'typed', signedName: clientName },
        { party: 'agency', way: 'as_staff' },
      ]
      for (const signature of signatures) {
        const input = signPlanInput.parse({ ...signature, fingerprint, agrees: 'yes', agencySigns: 'yes', paper: null })
        valueOrThrow(await signPlan(ask(file.worker), { ...input, caseId: file.caseId }))
      }
    },
  }
}
