import { z } from 'zod'
import { type AlreadyDone, writeOnce } from '../../../db/once.ts'
import { lockCaseToChange } from '../../access/lock-case.server.ts'
import type { DocumentKind } from '../../domain/papers/document-kind.ts'
import { PAPER_LANGUAGES } from '../../domain/papers/paper-format.ts'
import type { Asking } from '../../domain/partnership/actor.ts'
import { done, type Result, refused } from '../../domain/result.ts'
import { choiceOf } from '../../forms/form-fields.server.ts'
import { recordEvent } from '../../timeline/record-event.server.ts'

export const orderBrailleInput = z.object({
  language: choiceOf(PAPER_LANGUAGES, 'Choose the language').default('en'),
})

export type OrderBrailleInput = z.output<typeof orderBrailleInput> & { caseId: string; paper: DocumentKind }

/** Records that a Braille copy of a paper is ordered from a transcriber (G6). */
export function orderBraille(
  asking: Asking,
  input: OrderBrailleInput,
): Promise<Result<null, { kind: 'not-found' } | AlreadyDone>> {
  return writeOnce(asking, 'order-braille', input, async (tx) => {
    const { caseId, paper, language } = input
    const held = await lockCaseToChange(tx, asking.actor, caseId)
    if (!held) return refused({ kind: 'not-found' })
    await recordEvent(tx, asking, { kind: 'braille-ordered', data: { paper, language }, caseId, subjectId: caseId })
    return done(null)
  })
}
