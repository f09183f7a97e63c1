import { and, eq, inArray } from 'drizzle-orm'
import { asActor } from '../../../db/as-actor.ts'
import { agency } from '../../../db/schema/agency.ts'
import { caseFile, client } from '../../../db/schema/case-file.ts'
import { orNotFound } from '../../access/require.server.ts'
import type { Reading } from '../../domain/partnership/actor.ts'
import { findClientAnswers } from './client-answers.server.ts'
import { consentAddress } from './consent-choice.ts'

/**
 * The client's answers this worker has not recorded yet, with the client's language needs.
 * @throws Response 404 for a case that does not exist
 */
export function readClientAnswers(reading: Reading, caseId: string) {
  const { agencyId } = reading.actor
  return asActor(reading.actor, async (tx) => {
    const [file] = await tx
      .select({
        reference: caseFile.reference,
        clientName: client.name,
        language: client.language,
        interpreterNeeded: client.interpreterNeeded,
      })
      .from(caseFile)
      .innerJoin(client, and(eq(client.agencyId, agencyId), eq(client.clientId, caseFile.clientId)))
      .where(and(eq(caseFile.agencyId, agencyId), eq(caseFile.caseId, caseId)))
    const about = orNotFound(file)
    const answers = await findClientAnswers(tx, reading, caseId)
    const ids = answers.map(({ recipientAgencyId }) => recipientAgencyId)
    const names = await tx
      .select({ agencyId: agency.agencyId, name: agency.name })
      .from(agency)
      .where(inArray(agency.agencyId, ids))
    const { purposes = [], categories = [], withoutName = false } = answers[0] ?? {}
    return {
      ...about,
      caseId,
      answers: answers.map(({ recipientAgencyId, decision, limits }) => ({
        recipientName: names.find((one) => one.agencyId === recipientAgencyId)?.name ?? '',
        decision,
        limits,
      })),
      askAgainHref: consentAddress(caseId, 'new', { recipientAgencyIds: ids, purposes, categories, withoutName }),
    }
  })
}

export type AnswersToRecord = Awaited<ReturnType<typeof readClientAnswers>>
