interface RiskAnswerRow {
  label: string
  points: number
  /** The answer in the words of a referral package. An answer without points is never a factor. */
  factor?: string
  /** One such answer makes the level High, whatever the score. */
  warning?: true
}

interface RiskQuestionRow {
  /** Read aloud to the client. */
  ask: string
  answers: Readonly<Record<string, RiskAnswerRow>>
}

/** Stored with each check. A changed question, or changed points, need another version. */
export const RISK_CHECK_VERSION = 'hate-crime-risk-check/1'

/**
 * The Hate Crime Risk Check: our own wording and points, built on published risk factors. It is not a validated
 * instrument, and every page that shows a level from it says so.
 */
const RISK_QUESTIONS = {
  frequency: {
    ask: 'How often have things like this happened in the last 6 months?',
    answers: {
      first_time: { label: 'First time', points: 0 },
      monthly: { label: 'Monthly or less', points: 1, factor: 'It happens monthly or less often' },
      weekly: { label: 'Most weeks', points: 2, factor: 'It happens most weeks' },
      daily: { label: 'Most days', points: 3, factor: 'It happens most days' },
    },
  },
  escalation: {
    ask: 'Is it happening more often, or getting worse?',
    answers: {
      no: { label: 'No', points: 0 },
      not_sure: { label: 'Not sure', points: 1, factor: 'It may be getting worse' },
      yes: { label: 'Yes', points: 3, factor: 'It is happening more often, or getting worse' },
    },
  },
  harm: {
    ask: 'Was anyone hurt or threatened, this time or before?',
    answers: {
      no: { label: 'No', points: 0 },
      threatened: { label: 'Threatened', points: 2, factor: 'Someone was threatened' },
      hurt: { label: 'Hurt', points: 3, factor: 'Someone was hurt' },
      life: {
        label: 'Weapon, fire or threat to kill',
        points: 4,
        factor: 'A weapon, fire or a threat to kill',
        warning: true,
      },
    },
  },
  location: {
    ask: 'Where does it happen?',
    answers: {
      rarely: { label: 'Somewhere you rarely go', points: 0 },
      needed: {
        label: 'Somewhere you need to go (school, work, worship, bus)',
        points: 1,
        factor: 'It happens where the client needs to go',
      },
      home: { label: 'At or near home', points: 2, factor: 'It happens at or near home' },
    },
  },
  home_known: {
    ask: 'Do the people responsible know where you live?',
    answers: {
      no: { label: 'No, or don’t know', points: 0 },
      maybe: { label: 'They may do', points: 1, factor: 'The people responsible may know where the client lives' },
      yes: {
        label: 'Yes, or they live close by',
        points: 2,
        factor: 'The people responsible know where the client lives, or live close by',
      },
    },
  },
  history: {
    ask: 'Do you know of any history of violence, intimidation or hate by them, or links to a hate group?',
    answers: {
      no: { label: 'No, or don’t know', points: 0 },
      some: { label: 'Some', points: 1, factor: 'Some history of violence or hate by the people responsible' },
      yes: { label: 'Yes', points: 2, factor: 'A history of violence or hate by the people responsible' },
    },
  },
  targeted: {
    ask: 'Do you think you were picked out personally, not by chance?',
    answers: {
      no: { label: 'No', points: 0 },
      not_sure: { label: 'Not sure', points: 1, factor: 'The client may have been picked out personally' },
      yes: { label: 'Yes', points: 2, factor: 'The client was picked out personally' },
    },
  },
  fear: {
    ask: 'How afraid are you that it will happen again?',
    answers: {
      none: { label: 'Not at all', points: 0 },
      little: { label: 'A little', points: 1, factor: 'A little afraid that it will happen again' },
      quite: { label: 'Quite', points: 2, factor: 'Quite afraid that it will happen again' },
      extreme: { label: 'Extremely', points: 3, factor: 'Extremely afraid that it will happen again' },
    },
  },
  daily_life: {
    ask: 'How has it affected your daily life and health?',
    answers: {
      none: { label: 'No real effect', points: 0 },
      routine: { label: 'Changed routine or sleep', points: 1, factor: 'Routine or sleep has changed' },
      health: { label: 'Health affected', points: 2, factor: 'Health is affected' },
      crisis: {
        label: 'Thoughts of self-harm, or cannot stay at home',
        points: 4,
        factor: 'Thoughts of self-harm, or cannot stay at home',
        warning: true,
      },
    },
  },
  household: {
    ask: 'Is anyone in your home at extra risk (age, disability, health, pregnancy, children, insecure status)?',
    answers: {
      no: { label: 'No', points: 0 },
      one: { label: 'Yes, for one reason', points: 1, factor: 'Someone at home is at extra risk' },
      more: {
        label: 'Yes, for more than one reason',
        points: 2,
        factor: 'Someone at home is at extra risk for more than one reason',
      },
    },
  },
  support: {
    ask: 'Who can you turn to for help?',
    answers: {
      good: { label: 'Good support', points: 0 },
      some: { label: 'Some support', points: 1, factor: 'Only some support' },
      none: { label: 'No one', points: 2, factor: 'No one to turn to for help' },
    },
  },
  others: {
    ask: 'Who else has been affected?',
    answers: {
      nobody: { label: 'Only me', points: 0 },
      family: { label: 'My family or household', points: 1, factor: 'The family or household is affected too' },
      community: {
        label: 'The wider community, or there is tension',
        points: 2,
        factor: 'The wider community is affected, or there is tension',
      },
    },
  },
  reported_before: {
    ask: 'Has this been reported before without being sorted out?',
    answers: {
      no: { label: 'No', points: 0 },
      once: { label: 'Once', points: 1, factor: 'Reported once before without being sorted out' },
      more: { label: 'More than once', points: 2, factor: 'Reported more than once without being sorted out' },
    },
  },
  home_secure: {
    ask: 'Is your home secure right now?',
    answers: {
      yes: { label: 'Yes', points: 0 },
      partly: { label: 'Partly', points: 1, factor: 'The home is only partly secure' },
      no: { label: 'No, or it is damaged', points: 2, factor: 'The home is not secure, or is damaged' },
    },
  },
} as const satisfies Record<string, RiskQuestionRow>

export type RiskQuestionId = keyof typeof RISK_QUESTIONS

export const RISK_QUESTION_IDS = Object.keys(RISK_QUESTIONS) as RiskQuestionId[]

/** The client does not wish to say: no points, and listed as not answered. */
export const NOT_SAID = 'not_said'
export const NOT_SAID_LABEL = 'I would rather not say'

/** Each question with the id of its answer, or NOT_SAID. */
export type RiskAnswers = Partial<Record<RiskQuestionId, string>>

export function askedWords(question: RiskQuestionId): string {
  return RISK_QUESTIONS[question].ask
}

export function answersTo(question: RiskQuestionId): Readonly<Record<string, RiskAnswerRow>> {
  return RISK_QUESTIONS[question].answers
}

/** The row of the answer given; null for one that is missing or that the client would rather not give. */
export function findAnswer(answers: RiskAnswers, question: RiskQuestionId): RiskAnswerRow | null {
  const given = answers[question] ?? NOT_SAID
  const rows = answersTo(question)
  return Object.hasOwn(rows, given) ? (rows[given] ?? null) : null
}
