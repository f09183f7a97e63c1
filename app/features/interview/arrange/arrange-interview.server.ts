import { randomUUID } from 'node:crypto'
import type { Tx } from '../../../../db/as-actor.ts'
import { type AlreadyDone, writeOnce } from '../../../../db/once.ts'
import { interview } from '../../../../db/schema/interview.ts'
import { mayInsert } from '../../../access/ability.ts'
import { lockCaseToChange } from '../../../access/lock-case.server.ts'
import { type ArrangeRefusal, decideAppointment } from '../../../domain/interview/interview.ts'
import type { Asking } from '../../../domain/partnership/actor.ts'
import { done, type Result, refused } from '../../../domain/result.ts'
import { endDraft } from '../../../facts/drafts.server.ts'
import { recordEvent } from '../../../timeline/record-event.server.ts'
import { addMissingBookings } from '../add-missing-bookings.server.ts'
import { type ArrangedInterview, columnsOfInterview } from './arrange-entries.server.ts'

export type ArrangeInterviewRefusal = { kind: 'not-found' } | ArrangeRefusal

/** Arranges an interview at the place that the client chose (R5), with a booking for each need of their record. */
export function arrangeInterview(
  asking: Asking,
  input: ArrangedInterview & { caseId: string },
): Promise<Result<{ interviewId: string }, ArrangeInterviewRefusal | AlreadyDone>> {
  return writeOnce(asking, 'arrange-interview', input, (tx) => arrangeIn(tx, asking, input))
}

async function arrangeIn(
  tx: Tx,
  asking: Asking,
  { caseId, ...arranged }: ArrangedInterview & { caseId: string },
): Promise<Result<{ interviewId: string }, ArrangeInterviewRefusal>> {
  const { actor, now } = asking
  const held = await lockCaseToChange(tx, actor, caseId)
  const own = { agencyId: actor.agencyId, arrangedBy: actor.staffId, state: 'arranged' as const }
  if (!held || !mayInsert(actor, 'interview', own)) return refused({ kind: 'not-found' })
  const decided = decideAppointment(held, arranged)
  if (!decided.ok) return decided
  const { chosenBy, startsAt } = decided.value
  const interviewId = randomUUID()
  await tx.insert(interview).values({
    ...columnsOfInterview(arranged),
    ...own,
    ...{ caseId, interviewId, chosenBy, startsAt },
    arrangedAt: now,
  })
  await addMissingBookings(tx, asking, { caseId, interviewId }, held.clientId)
  await endDraft(tx, asking, { form: 'arrange-interview', subject: caseId }, arranged.draftId)
  const data = { interviewId, startsAt: startsAt.toISOString(), place: arranged.place, chosenBy }
  await recordEvent(tx, asking, { kind: 'interview-arranged', data, caseId, subjectId: interviewId })
  return done({ interviewId })
}
