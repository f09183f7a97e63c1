import { z } from 'zod'
import { type AlreadyDone, writeOnce } from '../../../db/once.ts'
import { interview } from '../../../db/schema/interview.ts'
import { checkHeldAt, type HeldAtRefusal } from '../../domain/interview/interview.ts'
import type { InterviewGapId } from '../../domain/interview/interview-gaps.ts'
import type { Asking } from '../../domain/partnership/actor.ts'
import { done, type Result, refused } from '../../domain/result.ts'
import { readInterviewGaps } from '../../facts/casework/interview-gaps.server.ts'
import { typedInstantField } from '../../forms/date-fields.server.ts'
import { typedText } from '../../forms/form-fields.server.ts'
import { recordEvent } from '../../timeline/record-event.server.ts'
import { type InterviewKey, interviewOf, lockInterview } from './lock-interview.server.ts'

export const finishInterviewInput = z.object({
  heldAt: typedInstantField('recorded'),
  seenVersion: typedText(20),
})

export type FinishInterviewInput = z.output<typeof finishInterviewInput> & InterviewKey

export type FinishInterviewRefusal =
  | { kind: 'not-found' }
  | { kind: 'interview-over' }
  | { kind: 'interview-changed-since' }
  | { kind: 'held-at-missing' }
  | HeldAtRefusal
  | { kind: 'interview-incomplete'; gaps: InterviewGapId[] }

/** Records that an interview was held, once nothing is missing that the standard asks for. */
export function finishInterview(
  asking: Asking,
  input: FinishInterviewInput,
): Promise<Result<null, FinishInterviewRefusal | AlreadyDone>> {
  const { actor } = asking
  const { caseId, interviewId, heldAt, seenVersion } = input
  return writeOnce<null, FinishInterviewRefusal>(asking, 'finish-interview', input, async (tx) => {
    const held = await lockInterview(tx, actor, input)
    const found = held && (await readInterviewGaps(tx, actor, caseId, interviewId))
    if (!found) return refused({ kind: 'not-found' })
    if (held.row.state !== 'arranged') return refused({ kind: 'interview-over' })
    if (String(held.row.version) !== seenVersion) return refused({ kind: 'interview-changed-since' })
    if (!heldAt) return refused({ kind: 'held-at-missing' })
    const at = checkHeldAt(heldAt, { receivedAt: held.file.receivedAt, now: asking.now })
    if (!at.ok) return at
    if (found.gaps.length > 0) return refused({ kind: 'interview-incomplete', gaps: found.gaps })
    await tx
      .update(interview)
      .set({ state: 'held', heldAt, endedAt: asking.now, version: held.row.version + 1 })
      .where(interviewOf(actor, input))
    const data = { interviewId, heldAt: heldAt.toISOString() }
    await recordEvent(tx, asking, {
      ...{ kind: 'interview-held', data, caseId, subjectId: interviewId },
      happenedAt: heldAt,
    })
    return done(null)
  })
}
