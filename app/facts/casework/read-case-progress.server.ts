import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Tx } from '../../../db/as-actor.ts'
import { contact } from '../../../db/schema/case-file.ts'
import { type ProgressStage, type StageEvent, stagesAfter } from '../../domain/cases/case-progress.ts'
import type { Actor } from '../../domain/partnership/actor.ts'
import type { ClockStatus } from '../../domain/standards/clock.ts'
import type { ClauseId } from '../../domain/standards/service-standard.ts'

interface CaseInProgress {
  caseId: string
  stage: 'open' | 'closed'
  clocks: readonly { clause: ClauseId; status: ClockStatus }[]
}

/** The stages that a case has reached, by what still counts: a contact entered in error does not. */
export async function readReachedStages(
  tx: Tx,
  { agencyId }: Actor,
  { caseId, stage, clocks }: CaseInProgress,
): Promise<ProgressStage[]> {
  const [contacts] = await tx
    .select({ reached: sql<boolean>`coalesce(bool_or(${contact.succeeded}), false)` })
    .from(contact)
    .where(and(eq(contact.agencyId, agencyId), eq(contact.caseId, caseId), isNull(contact.errorAt)))
  const kept = (clause: ClauseId) =>
    clocks.some((clock) => clock.clause === clause && ['kept', 'kept-late'].includes(clock.status))
  const happened: Record<StageEvent, boolean> = {
    'report-received': true,
    'client-contacted': contacts?.reached ?? false,
    'interview-held': false,
    'plan-agreed': false,
    'investigation-completed': kept('V6'),
    'case-closed': stage === 'closed',
    'after-care-contacted': kept('A1'),
  }
  return stagesAfter((Object.keys(happened) as StageEvent[]).filter((kind) => happened[kind]))
}
