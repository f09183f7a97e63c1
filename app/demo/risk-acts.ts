import type { RaiseRiskReason } from '../domain/risk/risk-change.ts'
import type { InterpreterUse } from '../domain/risk/risk-check.ts'
import type { AssessedLevel } from '../domain/risk/risk-level.ts'
import { NOT_SAID, type RiskAnswers } from '../domain/risk/risk-question.ts'
import { changeRiskLevel, changeRiskLevelInput } from '../features/risk/change-risk-level.server.ts'
import { checkRisk } from '../features/risk/check-risk.server.ts'
import { riskCheckInput } from '../features/risk/risk-check-entries.server.ts'
import { type Ask, valueOrThrow } from './ask.ts'
import type { StoryCase } from './story-types.ts'

/** 4 points: standard. The others say what is different from it. */
const STANDARD: RiskAnswers = {
  frequency: 'monthly',
  escalation: 'no',
  harm: 'no',
  location: 'needed',
  home_known: 'no',
  history: 'no',
  targeted: 'not_sure',
  fear: 'little',
  daily_life: 'none',
  household: 'no',
  support: 'good',
  others: 'nobody',
  reported_before: 'no',
  home_secure: 'yes',
}

const MEDIUM: RiskAnswers = {
  ...STANDARD,
  frequency: 'weekly',
  escalation: 'not_sure',
  harm: 'threatened',
  location: 'home',
  home_known: 'yes',
  fear: 'quite',
  others: 'family',
}

const HIGH: RiskAnswers = {
  ...MEDIUM,
  frequency: 'daily',
  escalation: 'yes',
  harm: 'hurt',
  targeted: 'yes',
  fear: 'extreme',
  daily_life: 'health',
  support: 'none',
}

const UNSAID = { history: NOT_SAID, household: NOT_SAID, support: NOT_SAID, daily_life: NOT_SAID }

/** What clients of the stories answer. */
const ANSWERS = {
  standard: { completedWith: 'client', ...STANDARD },
  medium: { completedWith: 'client', ...MEDIUM },
  high: { completedWith: 'client', ...HIGH },
  /** A warning answer: High, whatever the score. */
  warned: { completedWith: 'client', ...MEDIUM, harm: 'life', home_secure: 'no' },
  /** Four questions not answered: provisional. */
  unsure: { completedWith: 'partly', ...MEDIUM, ...UNSAID },
  declined: {
    completedWith: 'client_declined',
    judgedLevel: 'medium',
    judgementReason: 'He would rather not answer questions. He looked frightened, and keeps the door on the chain.',
  },
} as const satisfies Record<
  string,
  RiskAnswers & { completedWith: string; judgedLevel?: string; judgementReason?: string }
>

export type StoryRisk = keyof typeof ANSWERS

/** Risk checks with the client, and levels raised. */
export function riskActs(ask: Ask) {
  /** The newest check or change of level of each case, as its page would send it. */
  const newest = new Map<string, string>()
  const seenOf = ({ caseId }: StoryCase) => ({ caseId, seen: newest.get(caseId) ?? '' })
  return {
    checkRisk: async (file: StoryCase, risk: StoryRisk, interpreter: InterpreterUse = 'not_needed') => {
      const of = seenOf(file)
      const input = riskCheckInput.parse({ place: 'home', interpreter, ...ANSWERS[risk], ...of })
      const { checkId } = valueOrThrow(await checkRisk(ask(file.worker), { ...input, ...of }))
      newest.set(file.caseId, checkId)
    },
    raiseRisk: async (file: StoryCase, to: AssessedLevel, raiseReason: RaiseRiskReason, note: string) => {
      const of = seenOf(file)
      const input = changeRiskLevelInput.parse({ to, raiseReason, note, ...of })
      const { changeId } = valueOrThrow(await changeRiskLevel(ask(file.worker), { ...input, ...of }))
      newest.set(file.caseId, changeId)
    },
  }
}
