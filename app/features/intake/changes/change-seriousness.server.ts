import { and, desc, eq, ne } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../../../../db/as-actor.ts'
import { type AlreadyDone, writeOnce } from '../../../../db/once.ts'
import { caseFile } from '../../../../db/schema/case-file.ts'
import { clock } from '../../../../db/schema/timeline.ts'
import { permissionsOf } from '../../../access/ability.ts'
import { lockCaseToChange } from '../../../access/lock-case.server.ts'
import { decideSeriousness } from '../../../domain/cases/case.ts'
import { LOWERED_REASONS, SERIOUS_REASONS } from '../../../domain/cases/case-reason.ts'
import type { Actor, Asking } from '../../../domain/partnership/actor.ts'
import { done, type Result, refused } from '../../../domain/result.ts'
import { choiceOf, typedText } from '../../../forms/form-fields.server.ts'
import { recordEvent } from '../../../timeline/record-event.server.ts'

export const raiseSeriousInput = z.object({
  reason: choiceOf(SERIOUS_REASONS, 'Choose why the case is serious'),
  note: typedText(1_000),
})

export const lowerSeriousInput = z.object({
  reason: choiceOf(LOWERED_REASONS, 'Choose why the case is not serious'),
  note: typedText(1_000),
})

interface SeriousnessInput {
  caseId: string
  serious: boolean
  reason: z.output<typeof raiseSeriousInput>['reason'] | z.output<typeof lowerSeriousInput>['reason']
  note: string
}

export type SeriousnessRefusal =
  | { kind: 'not-found' }
  | { kind: 'nothing-changes' }
  | { kind: 'reason-missing' }
  | { kind: 'not-a-manager' }

/**
 * Marks a case as serious (anyone in the agency) or removes the mark (managers only), always with a reason. R4 counts
 * from when the report was received, so it may be overdue at once.
 */
export function changeSeriousness(
  asking: Asking,
  input: SeriousnessInput,
): Promise<Result<null, SeriousnessRefusal | AlreadyDone>> {
  return writeOnce(asking, 'change-seriousness', input, (tx) => changeIn(tx, asking, input))
}

async function changeIn(
  tx: Tx,
  asking: Asking,
  { caseId, serious, reason, note }: SeriousnessInput,
): Promise<Result<null, SeriousnessRefusal>> {
  const { actor } = asking
  const held = await lockCaseToChange(tx, actor, caseId)
  if (!held) return refused({ kind: 'not-found' })
  const mayLower = permissionsOf(actor).may('lowerSeriousness', 'caseFile', held)
  const decided = decideSeriousness({ ...held, mayLower }, { serious, reason })
  if (!decided.ok) return decided
  await markSeriousness(tx, asking, { caseId, serious, reason, note })
  return done(null)
}

/** Sets or removes the mark and changes the clocks, in the transaction of the caller. */
export async function markSeriousness(tx: Tx, asking: Asking, seriousness: SeriousnessInput): Promise<void> {
  const { caseId, serious, reason, note } = seriousness
  const { agencyId } = asking.actor
  const ofCase = and(eq(caseFile.agencyId, agencyId), eq(caseFile.caseId, caseId))
  const [held] = await tx
    .update(caseFile)
    .set({ serious, seriousReason: note, version: asking.now })
    .where(ofCase)
    .returning({ receivedAt: caseFile.receivedAt })
  const receivedAt =
    (await startOfContactClock(tx, asking.actor, caseId, serious ? 'R3' : 'R4')) ?? held?.receivedAt ?? asking.now
  await recordEvent(tx, asking, {
    kind: serious ? 'serious-raised' : 'serious-lowered',
    data: { receivedAt: receivedAt.toISOString(), reason },
    caseId,
  })
}

/** The start of the newest clock of this clause. Each further report has a contact clock of its own. */
async function startOfContactClock(
  tx: Tx,
  { agencyId }: Actor,
  caseId: string,
  clause: 'R3' | 'R4',
): Promise<Date | undefined> {
  const [newest] = await tx
    .select({ startedAt: clock.startedAt })
    .from(clock)
    .where(
      and(
        eq(clock.agencyId, agencyId),
        eq(clock.caseId, caseId),
        eq(clock.clause, clause),
        ne(clock.state, 'cancelled'),
      ),
    )
    .orderBy(desc(clock.startedAt))
    .limit(1)
  return newest?.startedAt
}
