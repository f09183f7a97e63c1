import { and, eq } from 'drizzle-orm'
import type { Tx } from '../../../../db/as-actor.ts'
import { caseFile } from '../../../../db/schema/case-file.ts'
import { answerSafetyQuestions } from '../../../../db/search-keys.ts'
import { changedAnswers } from '../../../domain/cases/changed-detail.ts'
import { SAFETY_QUESTION_IDS, type SafeContact } from '../../../domain/cases/safe-contact.ts'
import type { Asking } from '../../../domain/partnership/actor.ts'
import { recordEvent } from '../../../timeline/record-event.server.ts'
import type { CaseToRefer } from './read-case-material.server.ts'
import type { SafetyAnswers } from './referral-entries.server.ts'

export interface AnsweredCase extends CaseToRefer {
  /** Answers that the case did not have. */
  added: Partial<SafeContact>
}

/**
 * Adds the client's answers from the referral form to a copy of the case: only answers that were missing, so that a
 * page opened earlier overwrites none. Nothing is written yet, because a referral that is not sent must not change
 * the case.
 */
export function addSafetyAnswers<File extends CaseToRefer>(file: File, answers: SafetyAnswers): File & AnsweredCase {
  const { material } = file
  const known = material.reach.safeContact
  const added: Partial<SafeContact> = {}
  for (const id of SAFETY_QUESTION_IDS) if (known[id] === null && answers[id]) added[id] = answers[id]
  if (!known.trustedPerson && answers.trustedPerson) added.trustedPerson = answers.trustedPerson
  const safeContact = { ...known, ...added }
  return { ...file, added, material: { ...material, reach: { ...material.reach, safeContact } } }
}

/** Writes those answers to the case, in the caller's transaction, which has locked it. */
export async function writeSafetyAnswers(
  tx: Tx,
  asking: Asking,
  { caseId, added, material }: AnsweredCase,
): Promise<void> {
  const changed = Object.keys(added)
  if (changed.length === 0) return
  const safeContact = { ...material.reach.safeContact }
  const { agencyId } = asking.actor
  const [held] = await tx
    .update(caseFile)
    .set({ version: asking.now })
    .where(and(eq(caseFile.agencyId, agencyId), eq(caseFile.caseId, caseId)))
    .returning({ clientId: caseFile.clientId })
  if (!held) throw new Error('A case that is held and not there.')
  await answerSafetyQuestions(tx, { agencyId, clientId: held.clientId, safeContact })
  const data = { changed, answers: changedAnswers(changed, safeContact) }
  await recordEvent(tx, asking, { kind: 'case-details-changed', data, caseId })
}
