import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Tx } from '../../../db/as-actor.ts'
import { type AlreadyDone, writeOnce } from '../../../db/once.ts'
import { measure } from '../../../db/schema/option.ts'
import { mayInsert } from '../../access/ability.ts'
import { lockCaseToChange } from '../../access/lock-case.server.ts'
import { type ClientWishRefusal, checkClientWish } from '../../domain/options/client-wish.ts'
import { MEASURES } from '../../domain/options/measure.ts'
import { checkOptionWanted, type OptionUnwanted } from '../../domain/options/option.ts'
import type { Asking } from '../../domain/partnership/actor.ts'
import { done, type Result, refused } from '../../domain/result.ts'
import { readOptionsOfCase } from '../../facts/casework/options-of-case.server.ts'
import { clientWishEntries } from '../../forms/client-wish-entries.server.ts'
import { neededDayField } from '../../forms/date-fields.server.ts'
import { choicesOf, neededText } from '../../forms/form-fields.server.ts'
import { recordEvent } from '../../timeline/record-event.server.ts'

export const requestMeasuresInput = z.object({
  kinds: choicesOf(MEASURES).refine((kinds) => kinds.length > 0, 'Choose at least one measure'),
  requestedOn: neededDayField('recorded', 'Enter the day you requested it'),
  contractor: neededText(200, 'Enter who does the work'),
  ...clientWishEntries,
})

export type RequestMeasuresInput = z.output<typeof requestMeasuresInput> & { caseId: string }

export type RequestMeasuresRefusal =
  | ClientWishRefusal
  | OptionUnwanted
  | { kind: 'not-found' }
  | { kind: 'case-closed' }

/** Requests measures that make the home safer (G7a), each as a row of its own: the client wants them (G8). */
export function requestMeasures(
  asking: Asking,
  input: RequestMeasuresInput,
): Promise<Result<{ measureIds: string[] }, RequestMeasuresRefusal | AlreadyDone>> {
  return writeOnce(asking, 'request-measures', input, (tx) => requestIn(tx, asking, input))
}

async function requestIn(
  tx: Tx,
  asking: Asking,
  { caseId, kinds, requestedOn, contractor, ...asked }: RequestMeasuresInput,
): Promise<Result<{ measureIds: string[] }, RequestMeasuresRefusal>> {
  const { actor, now } = asking
  const { agencyId, staffId: requestedBy } = actor
  const held = await lockCaseToChange(tx, actor, caseId)
  const row = { agencyId, requestedBy, endedAt: null, endedBy: null }
  if (!held || !mayInsert(actor, 'measure', row)) return refused({ kind: 'not-found' })
  if (held.stage === 'closed') return refused({ kind: 'case-closed' })
  const options = await readOptionsOfCase(tx, actor, caseId)
  const newest = options.find(({ option }) => option === 'target_hardening')?.newest?.answer ?? null
  const wanted = checkOptionWanted('target_hardening', newest)
  if (!wanted.ok) return wanted
  const wish = checkClientWish(asked)
  if (!wish.ok) return wish
  const requested = [...new Set(kinds)].map((kind) => ({ kind, measureId: randomUUID() }))
  const shared = { ...row, caseId, requestedOn, contractor, ...wish.value, recordedAt: now }
  await tx.insert(measure).values(requested.map((one) => ({ ...shared, ...one })))
  for (const { kind: measureKind, measureId } of requested)
    await recordEvent(tx, asking, {
      kind: 'measure-requested',
      data: { measureId, measureKind, requestedOn },
      caseId,
      subjectId: measureId,
    })
  return done({ measureIds: requested.map(({ measureId }) => measureId) })
}
