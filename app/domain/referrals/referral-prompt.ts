/**
 * The partnership's own reminders between the clauses of the standard; never shown as the standard's deadlines.
 * Counted in working days after the day of `from`. A missing answer escalates (docs/practice.md).
 */
export const REFERRAL_PROMPTS = {
  receive: { label: 'Local target: confirm receipt', from: 'sentAt', workingDays: 1, state: ['sent'] },
  answer: { label: 'Local target: accept or decline', from: 'sentAt', workingDays: 2, state: ['sent', 'received'] },
  first_attempt: {
    label: 'Local target: first attempt to reach the client',
    from: 'answeredAt',
    workingDays: 2,
    state: ['accepted'],
  },
  news: { label: 'Local target: no news', from: 'newsAt', workingDays: 10, state: ['in_progress'] },
} as const satisfies Record<string, { label: string; from: string; workingDays: number; state: readonly string[] }>

export type ReferralPrompt = keyof typeof REFERRAL_PROMPTS
