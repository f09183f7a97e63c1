import { and, eq } from 'drizzle-orm'
import type { Tx } from '../../../db/as-actor.ts'
import { interview } from '../../../db/schema/interview.ts'
import { ifMay } from '../../access/ability.ts'
import { lockCaseToChange } from '../../access/lock-case.server.ts'
import type { Actor } from '../../domain/partnership/actor.ts'

export interface InterviewKey {
  caseId: string
  interviewId: string
}

export function interviewOf({ agencyId }: Pick<Actor, 'agencyId'>, { caseId, interviewId }: InterviewKey) {
  return and(eq(interview.agencyId, agencyId), eq(interview.caseId, caseId), eq(interview.interviewId, interviewId))
}

/** Locks the case of an interview and reads both. Undefined when the actor may not change the interview. */
export async function lockInterview(tx: Tx, actor: Actor, key: InterviewKey) {
  const file = await lockCaseToChange(tx, actor, key.caseId)
  const [found] = await tx.select().from(interview).where(interviewOf(actor, key))
  const row = ifMay(actor, 'update', 'interview', found)
  return file && row ? { file, row } : undefined
}
