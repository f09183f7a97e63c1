import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../../../../db/as-actor.ts'
import { type AlreadyDone, writeOnce } from '../../../../db/once.ts'
import { caseFile, client } from '../../../../db/schema/case-file.ts'
import { updateClient } from '../../../../db/search-keys.ts'
import { ifMay } from '../../../access/ability.ts'
import { lockCaseToChange } from '../../../access/lock-case.server.ts'
import { changedAnswers } from '../../../domain/cases/changed-detail.ts'
import type { Actor, Asking } from '../../../domain/partnership/actor.ts'
import { done, type Result, refused } from '../../../domain/result.ts'
import { tickedBox, typedText } from '../../../forms/form-fields.server.ts'
import { recordEvent } from '../../../timeline/record-event.server.ts'
import { clientColumns, clientEntries } from '../client-entries.server.ts'
import { changedNames } from './changed-names.ts'

export const changeDetailsInput = z.object({
  ...clientEntries,
  wishes: typedText(4_000),
  summary: typedText(2_000),
  /** Ticked if a client who was anonymous, or did not know of the report, may be contacted from now on. */
  contactPossible: tickedBox(),
  /** The version of the case that the writer saw, so that two simultaneous changes do not overwrite each other. */
  seenVersion: typedText(40),
})

export type ChangeDetailsInput = z.output<typeof changeDetailsInput> & { caseId: string }

export type ChangeDetailsRefusal =
  | { kind: 'not-found' }
  | { kind: 'changed-since' }
  | { kind: 'name-missing' }
  | { kind: 'reach-missing' }

/**
 * Corrects and completes the facts about the client: safe contact, needs, wishes. The log stores the names of the
 * fields, and answers as vocabulary ids. If contact becomes possible, its clock starts now.
 */
export function changeDetails(
  asking: Asking,
  input: ChangeDetailsInput,
): Promise<Result<{ changed: string[] }, ChangeDetailsRefusal | AlreadyDone>> {
  return writeOnce(asking, 'change-details', input, (tx) => changeIn(tx, asking, input))
}

async function changeIn(
  tx: Tx,
  asking: Asking,
  input: ChangeDetailsInput,
): Promise<Result<{ changed: string[] }, ChangeDetailsRefusal>> {
  const { actor, now } = asking
  const { caseId, wishes, summary } = input
  const held = await lockCaseToChange(tx, actor, caseId)
  if (!held) return refused({ kind: 'not-found' })
  if (held.version.toISOString() !== input.seenVersion) return refused({ kind: 'changed-since' })
  const becomesPossible = input.contactPossible && held.contactability !== 'possible'
  const reachable = held.contactability === 'possible' || becomesPossible
  const [problem] = reachable ? reachProblems(input) : []
  if (problem) return refused(problem)
  const written = await writeClient(tx, actor, held.clientId, input)
  if (!written) return refused({ kind: 'not-found' })
  const { changed, after } = written
  const ofCase = { wishes, summary, contactability: reachable ? ('possible' as const) : held.contactability }
  changed.push(...changedNames(held, ofCase))
  if (changed.length === 0) return done({ changed })
  await tx
    .update(caseFile)
    .set({ ...ofCase, version: now })
    .where(and(eq(caseFile.agencyId, actor.agencyId), eq(caseFile.caseId, caseId)))
  await recordEvent(tx, asking, {
    kind: 'case-details-changed',
    data: { changed, answers: changedAnswers(changed, { ...after, ...ofCase }) },
    caseId,
  })
  if (becomesPossible)
    await recordEvent(tx, asking, { kind: 'contact-made-possible', data: { possibleAt: now.toISOString() }, caseId })
  return done({ changed })
}

type Reach = Pick<ChangeDetailsInput, 'clientName' | 'phone' | 'email' | 'address' | 'trustedPerson'>

/** A client who may be contacted needs a name and one way to reach them. */
export function reachProblems(reach: Reach): ({ kind: 'name-missing' } | { kind: 'reach-missing' })[] {
  const { clientName, phone, email, address, trustedPerson } = reach
  return [
    ...(clientName ? [] : [{ kind: 'name-missing' } as const]),
    ...(phone || email || address || trustedPerson ? [] : [{ kind: 'reach-missing' } as const]),
  ]
}

async function writeClient(tx: Tx, actor: Actor, clientId: string, input: ChangeDetailsInput) {
  const { agencyId } = actor
  const one = and(eq(client.agencyId, agencyId), eq(client.clientId, clientId))
  const [before] = await tx.select().from(client).where(one)
  if (!before) throw new Error('A case has a client.')
  if (!ifMay(actor, 'update', 'client', before)) return undefined
  const { safeContact, ...columns } = clientColumns(input)
  const changed = [...changedNames(before, columns), ...changedNames(before.safeContact, safeContact)]
  if (changed.length > 0) await updateClient(tx, { agencyId, clientId, ...columns, safeContact })
  return { changed, after: { ...columns, ...safeContact } }
}
