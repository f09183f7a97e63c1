import type { Tx } from '../../../db/as-actor.ts'
import { OPTIONS } from '../../domain/options/option.ts'
import type { Actor } from '../../domain/partnership/actor.ts'
import { readDecisionsOfCase } from '../../facts/casework/decisions-of-case.server.ts'
import { readMeasuresOfCase } from '../../facts/casework/measures-of-case.server.ts'
import { readOptionsOfCase } from '../../facts/casework/options-of-case.server.ts'
import { stepsOfOption } from './option-steps.server.ts'

/** The options that the client wants, with what followed from each: the page of the plan shows them (G7c, G7d). */
export async function readWantedOptions(tx: Tx, actor: Actor, caseId: string) {
  // One connection runs these in order, in one round trip.
  const [options, measures, decisions] = await Promise.all([
    readOptionsOfCase(tx, actor, caseId),
    readMeasuresOfCase(tx, actor, caseId),
    readDecisionsOfCase(tx, actor, caseId),
  ])
  return options
    .filter(({ newest }) => newest?.answer === 'wants')
    .map(({ option }) => ({
      option,
      label: OPTIONS[option].label,
      record: stepsOfOption(option, { caseId, newest: 'wants', measures, decisions }).record,
    }))
}

export type WantedOption = Awaited<ReturnType<typeof readWantedOptions>>[number]
