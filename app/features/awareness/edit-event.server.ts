import type { z } from 'zod'
import { type AlreadyDone, writeOnce } from '../../../db/once.ts'
import { awarenessEvent } from '../../../db/schema/awareness.ts'
import type { Asking } from '../../domain/partnership/actor.ts'
import { needsWard } from '../../domain/partnership/awareness.ts'
import { done, type Result, refused } from '../../domain/result.ts'
import { londonDayOf } from '../../domain/time/calendar-day.ts'
import { recordEvent } from '../../timeline/record-event.server.ts'
import { listPartnersToNotify, lockOwnEvent, type OwnEventRefusal, ownEvent } from './own-event.server.ts'
import { columnsOf } from './plan-event.server.ts'
import { type editInput, textsOfPlan } from './plan-input.server.ts'
import { type NamesRefusal, refuseNames } from './refuse-names.server.ts'

export type EditInput = z.output<typeof editInput>

export type EditRefusal =
  | OwnEventRefusal
  | NamesRefusal
  | { kind: 'ward-needed' }
  | { kind: 'changed-since' }
  | { kind: 'moved-to-the-past' }

/** What partners agreed to. Other fields may change without notifying them. */
const PROMISED = ['heldOn', 'startsAt', 'endsAt', 'venue', 'ward']

/** Changes a plan. Partners are notified if its day, time or place changes. */
export function editEvent(
  asking: Asking,
  input: EditInput & { eventId: string },
): Promise<Result<{ changed: string[] }, EditRefusal | AlreadyDone>> {
  const { eventId, seenAt, ...plan } = input
  return writeOnce<{ changed: string[] }, EditRefusal>(asking, 'edit-event', input, async (tx) => {
    const { actor, now } = asking
    const own = await lockOwnEvent(tx, actor, eventId, 'edit')
    if (!own.ok) return own
    if (own.value.version.toISOString() !== seenAt) return refused({ kind: 'changed-since' })
    if (plan.heldOn !== own.value.heldOn && plan.heldOn < londonDayOf(now))
      return refused({ kind: 'moved-to-the-past' })
    if (needsWard(plan)) return refused({ kind: 'ward-needed' })
    const named = await refuseNames(tx, textsOfPlan(plan), plan.nobodyNamed)
    if (named) return named
    const columns = await columnsOf(tx, actor, plan)
    const changed = (Object.keys(columns) as (keyof typeof columns)[]).filter(
      (name) => JSON.stringify(columns[name]) !== JSON.stringify(own.value[name]),
    )
    if (changed.length === 0) return done({ changed })
    await tx
      .update(awarenessEvent)
      .set({ ...columns, version: now })
      .where(ownEvent(actor, eventId))
    const partnerAgencyIds = changed.some((name) => PROMISED.includes(name))
      ? await listPartnersToNotify(tx, own.value)
      : []
    const data = { eventId, heldOn: plan.heldOn, changed, partnerAgencyIds }
    await recordEvent(tx, asking, { kind: 'awareness-changed', data, subjectId: eventId })
    return done({ changed })
  })
}
