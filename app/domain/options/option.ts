import { done, type Result, refused } from '../result.ts'

/** The five options of G7 that the client must hear of. `exceptional`: only where an agency can say why (G7d, G7e). */
export const OPTIONS = {
  target_hardening: { clause: 'G7a', label: 'Make the home safer', exceptional: false },
  referral: { clause: 'G7b', label: 'Help from Victim Support, the police and others', exceptional: false },
  perpetrator_action: { clause: 'G7c', label: 'Action against the person responsible', exceptional: false },
  rehousing: { clause: 'G7d', label: 'Move to another home', exceptional: true },
  storage: { clause: 'G7e', label: 'Store belongings somewhere else', exceptional: true },
} as const satisfies Record<string, { clause: string; label: string; exceptional: boolean }>

export type CaseOption = keyof typeof OPTIONS

export const OPTION_IDS = Object.keys(OPTIONS) as CaseOption[]

/** What came of discussing an option with the client. Only an exceptional option can be not relevant. */
export const OPTION_ANSWERS = {
  wants: { label: 'The client wants it' },
  not_now: { label: 'Not now' },
  no: { label: 'No' },
  not_relevant: { label: 'Not relevant' },
} as const satisfies Record<string, { label: string }>

export type OptionAnswer = keyof typeof OPTION_ANSWERS

export interface AnsweredOption {
  option: CaseOption
  answer: OptionAnswer
  /** Why it is not relevant, otherwise what the client said, or ''. */
  reason: string
}

export type OptionAnswerRefusal = { kind: 'option-always-relevant' } | { kind: 'not-relevant-reason-missing' }

export function checkOptionAnswer(answered: AnsweredOption): Result<AnsweredOption, OptionAnswerRefusal> {
  const { option, answer, reason } = answered
  if (answer !== 'not_relevant') return done(answered)
  if (!OPTIONS[option].exceptional) return refused({ kind: 'option-always-relevant' })
  return reason.trim() ? done(answered) : refused({ kind: 'not-relevant-reason-missing' })
}

/** The answers that an option takes, in the order of the form. */
export function answersFor(option: CaseOption): OptionAnswer[] {
  const all = Object.keys(OPTION_ANSWERS) as OptionAnswer[]
  return all.filter((answer) => answer !== 'not_relevant' || OPTIONS[option].exceptional)
}

/** The options without an answer. The options of a case are complete when there is none (G7). */
export function unansweredOptions(answered: readonly Pick<AnsweredOption, 'option'>[]): CaseOption[] {
  const known = new Set<string>(answered.map(({ option }) => option))
  return OPTION_IDS.filter((option) => !known.has(option))
}

export function areOptionsComplete(answered: readonly Pick<AnsweredOption, 'option'>[]): boolean {
  return unansweredOptions(answered).length === 0
}

export type OptionUnwanted = { kind: 'option-not-discussed' } | { kind: 'option-not-wanted'; option: CaseOption }

/** Whether the agency may act on an option: the client's newest answer is known and is neither no nor not relevant. */
export function checkOptionWanted(option: CaseOption, newest: OptionAnswer | null): Result<null, OptionUnwanted> {
  if (newest === null) return refused({ kind: 'option-not-discussed' })
  if (newest === 'no' || newest === 'not_relevant') return refused({ kind: 'option-not-wanted', option })
  return done(null)
}
