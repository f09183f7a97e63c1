import type { Tx } from '../../../db/as-actor.ts'
import { type DecisionKind, decisionKindOf } from '../../domain/decisions/decision-request.ts'
import { checkOptionWanted, type OptionUnwanted } from '../../domain/options/option.ts'
import type { Actor } from '../../domain/partnership/actor.ts'
import { done, type Result } from '../../domain/result.ts'
import { readOptionsOfCase } from '../../facts/casework/options-of-case.server.ts'

/** Whether the client's newest answer still allows what is asked for (G8): they may have changed their mind since. */
export async function checkStillWanted(
  tx: Tx,
  actor: Actor,
  { caseId, kind }: { caseId: string; kind: DecisionKind },
): Promise<Result<null, OptionUnwanted>> {
  const { option } = decisionKindOf(kind)
  if (option === null) return done(null)
  const known = (await readOptionsOfCase(tx, actor, caseId)).find((one) => one.option === option)
  return checkOptionWanted(option, known?.newest?.answer ?? null)
}
