import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Tx } from '../../../db/as-actor.ts'
import { type AlreadyDone, writeOnce } from '../../../db/once.ts'
import { caseOption } from '../../../db/schema/option.ts'
import { mayInsert } from '../../access/ability.ts'
import { lockCaseToChange } from '../../access/lock-case.server.ts'
import {
  type CaseOption,
  checkOptionAnswer,
  OPTION_ANSWERS,
  OPTIONS,
  type OptionAnswerRefusal,
} from '../../domain/options/option.ts'
import type { Asking } from '../../domain/partnership/actor.ts'
import { done, type Result, refused } from '../../domain/result.ts'
import { readOptionsOfCase } from '../../facts/casework/options-of-case.server.ts'
import { choiceOf, typedText } from '../../forms/form-fields.server.ts'
import { recordEvent } from '../../timeline/record-event.server.ts'

export const answerOptionInput = z.object({
  answer: choiceOf(OPTION_ANSWERS, 'Choose what the client says'),
  reason: typedText(1_000),
})

export type AnswerOptionInput = z.output<typeof answerOptionInput> & { caseId: string; option: string }

export type AnswerOptionRefusal = OptionAnswerRefusal | { kind: 'not-found' } | { kind: 'case-closed' }

export interface OptionAnswered {
  option: CaseOption
  answer: AnswerOptionInput['answer']
}

export function isOption(option: string): option is CaseOption {
  return Object.hasOwn(OPTIONS, option)
}

/** Records what the client says about one of the five options (G7). Earlier answers stay: the newest counts. */
export function answerOption(
  asking: Asking,
  input: AnswerOptionInput,
): Promise<Result<OptionAnswered, AnswerOptionRefusal | AlreadyDone>> {
  return writeOnce(asking, 'answer-option', input, (tx) => answerIn(tx, asking, input))
}

async function answerIn(
  tx: Tx,
  asking: Asking,
  { caseId, option, answer, reason }: AnswerOptionInput,
): Promise<Result<OptionAnswered, AnswerOptionRefusal>> {
  const { actor, now } = asking
  const { agencyId, staffId: recordedBy } = actor
  const held = await lockCaseToChange(tx, actor, caseId)
  if (!held || !isOption(option) || !mayInsert(actor, 'caseOption', { agencyId, recordedBy }))
    return refused({ kind: 'not-found' })
  if (held.stage === 'closed') return refused({ kind: 'case-closed' })
  const checked = checkOptionAnswer({ option, answer, reason })
  if (!checked.ok) return checked
  const known = (await readOptionsOfCase(tx, actor, caseId)).find((one) => one.option === option)
  const number = known?.newest ? known.earlier.length + 2 : 1
  const answerId = randomUUID()
  await tx
    .insert(caseOption)
    .values({ agencyId, caseId, answerId, option, number, answer, reason, recordedBy, discussedAt: now })
  await recordEvent(tx, asking, {
    kind: 'option-answered',
    data: { answerId, option, answer },
    caseId,
    subjectId: answerId,
  })
  return done({ option, answer })
}
