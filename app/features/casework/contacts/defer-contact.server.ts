import { and, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../../../../db/as-actor.ts'
import { type AlreadyDone, writeOnce } from '../../../../db/once.ts'
import { clock } from '../../../../db/schema/timeline.ts'
import { lockCaseToChange } from '../../../access/lock-case.server.ts'
import { DEFERRAL_REASONS } from '../../../domain/cases/case-reason.ts'
import type { Asking } from '../../../domain/partnership/actor.ts'
import { done, type Result, refused } from '../../../domain/result.ts'
import { addMonths, type CalendarDay, londonDayOf } from '../../../domain/time/calendar-day.ts'
import { readPlanOfCase } from '../../../facts/casework/plan-of-case.server.ts'
import { neededDayField } from '../../../forms/date-fields.server.ts'
import { choiceOf } from '../../../forms/form-fields.server.ts'
import { recordEvent } from '../../../timeline/record-event.server.ts'

export const deferContactInput = z.object({
  untilOn: neededDayField('planned', 'Enter the day the client asked for'),
  reason: choiceOf(DEFERRAL_REASONS, 'Choose why the client asked for a later day'),
})

export type DeferContactInput = z.output<typeof deferContactInput> & { caseId: string }

export type DeferContactRefusal =
  | { kind: 'not-found' }
  | { kind: 'no-contact-owed' }
  | { kind: 'already-overdue' }
  | { kind: 'not-later'; dueOn: CalendarDay }
  | { kind: 'too-far' }

/** A later date is almost certainly a slip, and would only hide the case. */
const MONTHS_AHEAD = 3

/**
 * The client asked to be contacted later: R3 or R4 is then due by the end of that day, and its first date is kept.
 * Once the client was reached, it is the contact agreed in the action plan that waits (I5). After the deadline it is
 * refused, because it cannot undo a breach.
 */
export function deferContact(
  asking: Asking,
  input: DeferContactInput,
): Promise<Result<null, DeferContactRefusal | AlreadyDone>> {
  return writeOnce(asking, 'defer-contact', input, (tx) => deferIn(tx, asking, input))
}

async function deferIn(
  tx: Tx,
  asking: Asking,
  { caseId, untilOn, reason }: DeferContactInput,
): Promise<Result<null, DeferContactRefusal>> {
  const { actor, now } = asking
  const held = await lockCaseToChange(tx, actor, caseId)
  if (!held) return refused({ kind: 'not-found' })
  const [owed] = await tx
    .select({ dueAt: clock.dueAt })
    .from(clock)
    .where(
      and(
        eq(clock.agencyId, actor.agencyId),
        eq(clock.caseId, caseId),
        eq(clock.state, 'running'),
        inArray(clock.clause, ['R3', 'R4']),
      ),
    )
    .orderBy(clock.dueAt)
    .limit(1)
  const agreedOn = owed ? null : ((await readPlanOfCase(tx, actor, caseId))?.nextContactDueOn ?? null)
  const dueOn = owed ? londonDayOf(owed.dueAt) : agreedOn
  if (dueOn === null) return refused({ kind: 'no-contact-owed' })
  if (dueOn < londonDayOf(now)) return refused({ kind: 'already-overdue' })
  if (untilOn <= dueOn) return refused({ kind: 'not-later', dueOn })
  if (untilOn > addMonths(londonDayOf(now), MONTHS_AHEAD)) return refused({ kind: 'too-far' })
  await recordEvent(tx, asking, { kind: 'contact-deferred', data: { until: untilOn, reason }, caseId })
  return done(null)
}
