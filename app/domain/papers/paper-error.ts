/** Why a paper that was recorded as given was not. */
export const PAPER_ERROR_REASONS = {
  other_case: { label: 'It was given to another client' },
  not_given: { label: 'It was not given after all' },
  came_back: { label: 'It came back and did not reach them' },
  other_details: { label: 'The day, the way or the format was wrong' },
} as const satisfies Record<string, { label: string }>

export type PaperErrorReason = keyof typeof PAPER_ERROR_REASONS
