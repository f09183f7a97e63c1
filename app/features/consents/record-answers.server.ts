import { z } from 'zod'
import { type AlreadyDone, writeOnce } from '../../../db/once.ts'
import { lockCaseToChange } from '../../access/lock-case.server.ts'
import { orNotFound } from '../../access/require.server.ts'
import { type ConsentRefusal, consentProblems } from '../../domain/consents/consent-taking.ts'
import type { Asking } from '../../domain/partnership/actor.ts'
import { done, type Result, refused } from '../../domain/result.ts'
import { discardClientAnswers, findClientAnswers } from './client-answers.server.ts'
import { workersPartEntries } from './consent-entries.server.ts'
import { type RecordConsentRefusal, type RecordedConsent, writeConsent } from './record-consent.server.ts'

export const recordAnswersInput = z.object(workersPartEntries)

export type RecordAnswersInput = z.output<typeof recordAnswersInput> & { caseId: string }

/** Errors in the worker's part that the schema cannot find: shown together with the schema's errors. */
export function workersPartProblems(sound: Partial<z.output<typeof recordAnswersInput>>, now: Date): ConsentRefusal[] {
  const { grantor = 'client', capacity = 'presumed', capacityNote = '?', givenAt } = sound
  const answered = { decision: 'refused', purposes: [], categories: [], withoutName: true } as const
  return consentProblems({ ...answered, grantor, capacity, capacityNote, givenAt: givenAt ?? now }, now)
}

export type RecordAnswersRefusal = RecordConsentRefusal | AlreadyDone | { kind: 'no-answers' }

/**
 * Records the client's answers with the worker's part, which is the same for all: one consent for each agency, all or
 * none.
 * @throws Response 404 for a case or an agency that does not exist
 */
export async function recordAnswers(
  asking: Asking,
  input: RecordAnswersInput,
): Promise<Result<RecordedConsent[], RecordAnswersRefusal>> {
  return writeOnce<RecordedConsent[], RecordAnswersRefusal>(asking, 'record-answers', input, async (tx) => {
    const { caseId } = input
    // Takes the same lock as sending: a refusal recorded first stops the referral.
    orNotFound(await lockCaseToChange(tx, asking.actor, caseId))
    const answers = await findClientAnswers(tx, asking, caseId)
    if (answers.length === 0) return refused({ kind: 'no-answers' })
    const recorded: RecordedConsent[] = []
    for (const { answeredAt, ...answer } of answers) {
      const written = await writeConsent(tx, asking, { ...answer, ...input, givenAt: input.givenAt ?? answeredAt })
      if (!written.ok) return written
      recorded.push(written.value)
    }
    await discardClientAnswers(tx, asking, caseId)
    return done(recorded)
  })
}
