import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { asActor, type Tx } from '../../../db/as-actor.ts'
import { caseFile } from '../../../db/schema/case-file.ts'
import { ifMay } from '../../access/ability.ts'
import { orNotFound } from '../../access/require.server.ts'
import type { Reading } from '../../domain/partnership/actor.ts'
import { endDraft, findDraft, saveDraft } from '../../facts/drafts.server.ts'
import { clientAnswerEntries } from './consent-entries.server.ts'

export const clientAnswerInput = z.object(clientAnswerEntries)

const storedAnswer = clientAnswerInput.extend({ withoutName: z.boolean(), answeredAt: z.coerce.date() })

/** The client's answer about one agency. It becomes a consent once the worker has added their part. */
export type ClientAnswer = z.output<typeof storedAnswer>

/**
 * Keeps an answer until the worker records it, as a draft only they can read: nothing can be shared on it. An agency
 * that is asked again gets its new answer; with `first`, earlier answers are dropped.
 * @throws Response 404 for a case that does not exist
 */
export function keepClientAnswer(
  reading: Reading,
  caseId: string,
  answer: z.output<typeof clientAnswerInput>,
  { first }: { first: boolean },
): Promise<void> {
  return asActor(reading.actor, async (tx) => {
    const ofCase = and(eq(caseFile.agencyId, reading.actor.agencyId), eq(caseFile.caseId, caseId))
    const [file] = await tx.select().from(caseFile).where(ofCase)
    orNotFound(ifMay(reading.actor, 'update', 'caseFile', file))
    const before = first ? [] : await findClientAnswers(tx, reading, caseId)
    const others = before.filter(({ recipientAgencyId }) => recipientAgencyId !== answer.recipientAgencyId)
    const answers = [...others, { ...answer, answeredAt: reading.now }]
    const fields = { answers: answers.map((one) => JSON.stringify(one)) }
    await saveDraft(tx, reading, { form: 'consent-answers', subject: caseId }, fields)
  })
}

/** The answers this worker has not recorded yet, in the order of asking. */
export async function findClientAnswers(tx: Tx, reading: Reading, caseId: string): Promise<ClientAnswer[]> {
  const kept = await findDraft(tx, reading, { form: 'consent-answers', subject: caseId })
  const answers = (kept?.fields.answers ?? []).map((text) => storedAnswer.safeParse(JSON.parse(text)))
  return answers.flatMap((read) => (read.success ? [read.data] : []))
}

/** To be called in the transaction that records the answers. */
export async function discardClientAnswers(tx: Tx, reading: Reading, caseId: string): Promise<void> {
  await endDraft(tx, reading, { form: 'consent-answers', subject: caseId }, undefined)
}
