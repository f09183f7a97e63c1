import type { Tx } from '../../../db/as-actor.ts'
import type { Reading } from '../../domain/partnership/actor.ts'
import { readInterviewGaps } from '../../facts/casework/interview-gaps.server.ts'
import type { FormState } from '../../forms/form-state.ts'
import { findAppointment, instantFields } from './arrange/find-appointment.server.ts'
import { gapsInWords } from './interview-tasks.server.ts'
import type { InterviewKey } from './lock-interview.server.ts'

/** What finishing an interview needs. Null for one that is over, or that this person may not change. */
export async function readFinish(tx: Tx, { actor, now }: Reading, key: InterviewKey) {
  const appointment = await findAppointment(tx, actor, key)
  const known = appointment && (await readInterviewGaps(tx, actor, key.caseId, key.interviewId))
  if (!appointment || !known) return null
  const { startsAt } = known.interview
  const values: FormState['values'] = instantFields('heldAt', startsAt < now ? startsAt : now)
  return { gaps: gapsInWords(key, known.gaps), seenVersion: appointment.seenVersion, values }
}
