import { and, asc, eq } from 'drizzle-orm'
import type { Tx } from '../../../db/as-actor.ts'
import { caseOption } from '../../../db/schema/option.ts'
import { staff } from '../../../db/schema/staff.ts'
import { type CaseOption, OPTION_IDS, type OptionAnswer } from '../../domain/options/option.ts'
import type { Actor } from '../../domain/partnership/actor.ts'

interface AnswerOfClient {
  answerId: string
  answer: OptionAnswer
  reason: string
  discussedAt: Date
  recordedBy: string
  recordedByName: string
}

/** One of the five options, in the order of the standard. `newest` is null until it was discussed. */
export interface OptionOfCase {
  option: CaseOption
  newest: AnswerOfClient | null
  /** What the client said before, the latest first. */
  earlier: readonly AnswerOfClient[]
}

/** The five options of a case with the client's answers (G7). */
export async function readOptionsOfCase(
  tx: Tx,
  { agencyId }: Pick<Actor, 'agencyId'>,
  caseId: string,
): Promise<OptionOfCase[]> {
  const rows = await tx
    .select({ row: caseOption, recordedByName: staff.name })
    .from(caseOption)
    .innerJoin(staff, and(eq(staff.agencyId, caseOption.agencyId), eq(staff.staffId, caseOption.recordedBy)))
    .where(and(eq(caseOption.agencyId, agencyId), eq(caseOption.caseId, caseId)))
    .orderBy(asc(caseOption.number))
  return OPTION_IDS.map((option) => {
    const [newest = null, ...earlier] = rows
      .filter(({ row }) => row.option === option)
      .map(({ row: { answerId, answer, reason, discussedAt, recordedBy }, recordedByName }) => ({
        ...{ answerId, answer, reason, discussedAt, recordedBy, recordedByName },
      }))
      .reverse()
    return { option, newest, earlier }
  })
}

/** The options that the client has answered, for `unansweredOptions`. */
export function answeredOptions(options: readonly OptionOfCase[]): OptionOfCase[] {
  return options.filter(({ newest }) => newest !== null)
}
