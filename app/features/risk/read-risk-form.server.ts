import { randomUUID } from 'node:crypto'
import type { Tx } from '../../../db/as-actor.ts'
import { INTERVIEW_PLACES } from '../../domain/interview/interview-place.ts'
import type { Reading } from '../../domain/partnership/actor.ts'
import { levelsToChoose, OWN_LOWER_REASONS, RAISE_RISK_REASONS } from '../../domain/risk/risk-change.ts'
import { COMPLETED_WITH, INTERPRETER_USES } from '../../domain/risk/risk-check.ts'
import { ASSESSED_LEVELS, compareLevels, RISK_LEVELS } from '../../domain/risk/risk-level.ts'
import { answersTo, askedWords, NOT_SAID, NOT_SAID_LABEL, RISK_QUESTION_IDS } from '../../domain/risk/risk-question.ts'
import { readRiskOfCase } from '../../facts/casework/risk-of-case.server.ts'
import { findDraft } from '../../facts/drafts.server.ts'
import { mayLowerRisk } from './may-lower-risk.server.ts'

interface OfferedChoice {
  value: string
  label: string
}

const choicesOf = (vocabulary: Readonly<Record<string, { label: string }>>): OfferedChoice[] =>
  Object.entries(vocabulary).map(([value, { label }]) => ({ value, label }))

const LEVELS = ASSESSED_LEVELS.toReversed().map((value) => ({ value, label: RISK_LEVELS[value].label }))

/** The words of the form, from the server: no browser loads the questions besides the ones it shows. */
const WORDS = {
  completedWith: choicesOf(COMPLETED_WITH),
  places: choicesOf(INTERVIEW_PLACES),
  interpreters: choicesOf(INTERPRETER_USES),
  levels: LEVELS,
  questions: RISK_QUESTION_IDS.map((id, at) => ({
    id,
    ask: `${at + 1}. ${askedWords(id)}`,
    choices: [...choicesOf(answersTo(id)), { value: NOT_SAID, label: NOT_SAID_LABEL }],
  })),
}

export type RiskFormWords = typeof WORDS

/** What the form of a risk check needs, with the writer’s draft. */
export async function readRiskForm(tx: Tx, reading: Reading, caseId: string) {
  const [risk, draft] = [
    await readRiskOfCase(tx, reading.actor, caseId),
    await findDraft(tx, reading, { form: 'risk-check', subject: caseId }),
  ]
  return { words: WORDS, seen: risk?.seen ?? '', draft, idempotencyKey: randomUUID(), now: reading.now.toISOString() }
}

/** What the form that raises or lowers the level needs; null before the first check. */
export async function readLevelForm(tx: Tx, { actor }: Reading, caseId: string) {
  const risk = await readRiskOfCase(tx, actor, caseId)
  if (!risk) return null
  const mayLower = mayLowerRisk(actor)
  const offered = levelsToChoose(risk, mayLower)
  return {
    level: risk.level,
    provisional: risk.provisional,
    warning: risk.warning,
    seen: risk.seen,
    mayLower,
    levels: LEVELS.filter(({ value }) => offered.includes(value)),
    /** Whether any level offered is higher, and any lower: each direction has its own reasons. */
    raises: offered.some((level) => compareLevels(level, risk.level) > 0),
    lowers: offered.some((level) => compareLevels(level, risk.level) < 0),
    raiseReasons: choicesOf(RAISE_RISK_REASONS),
    lowerReasons: choicesOf(OWN_LOWER_REASONS),
    idempotencyKey: randomUUID(),
  }
}

export type LevelForm = NonNullable<Awaited<ReturnType<typeof readLevelForm>>>
