import type { Tx } from '../../../db/as-actor.ts'
import { areOptionsComplete, OPTION_ANSWERS, OPTIONS } from '../../domain/options/option.ts'
import type { Actor } from '../../domain/partnership/actor.ts'
import { readDecisionsOfCase } from '../../facts/casework/decisions-of-case.server.ts'
import { readMeasuresOfCase } from '../../facts/casework/measures-of-case.server.ts'
import { answeredOptions, readOptionsOfCase } from '../../facts/casework/options-of-case.server.ts'
import { stepsOfOption } from './option-steps.server.ts'
import { OPTION_TEXTS } from './option-texts.server.ts'

/** The five options of a case with their words, answers, and what comes next for each. */
export async function readOptionsPage(tx: Tx, actor: Actor, caseId: string) {
  // One connection runs these in order, in one round trip.
  const [options, measures, decisions] = await Promise.all([
    readOptionsOfCase(tx, actor, caseId),
    readMeasuresOfCase(tx, actor, caseId),
    readDecisionsOfCase(tx, actor, caseId),
  ])
  const answered = answeredOptions(options)
  return {
    complete: areOptionsComplete(answered),
    answered: answered.length,
    cards: options.map(({ option, newest, earlier }) => ({
      option,
      label: OPTIONS[option].label,
      text: OPTION_TEXTS[option],
      newest: newest && sayAnswer(newest),
      earlier: earlier.map(sayAnswer),
      steps: stepsOfOption(option, { caseId, newest: newest?.answer ?? null, measures, decisions }),
    })),
  }
}

type OptionsPage = Awaited<ReturnType<typeof readOptionsPage>>
export type OptionCardData = OptionsPage['cards'][number]

type Answer = NonNullable<Awaited<ReturnType<typeof readOptionsOfCase>>[number]['newest']>

function sayAnswer({ answerId, answer, reason, discussedAt, recordedByName }: Answer) {
  return { answerId, answer, label: OPTION_ANSWERS[answer].label, reason, discussedAt, recordedByName }
}
