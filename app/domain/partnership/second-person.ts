import type { StaffRole } from './actor.ts'

/**
 * Matters that one person requests and another decides, with the roles that decide. The database
 * (`app.is_one_person`) says who is another person: not an account with the same mailbox, nor one that the first
 * person added in the last 30 days.
 */
export const DECIDED_BY = {
  release: ['administrator', 'coordinator'],
  rules: ['administrator', 'coordinator'],
  override: ['manager'],
  decision: ['manager'],
} as const satisfies Record<string, readonly StaffRole[]>

export type Matter = keyof typeof DECIDED_BY

export const NOT_A_SECOND_PERSON =
  'Another person must decide. Two accounts count as one person if they share a mailbox, or if one added the other in the last 30 days'
