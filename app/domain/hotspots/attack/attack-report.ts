/** The attacks on a release before anyone saw it. A release on which an attack succeeded cannot be proposed. */
export interface AttackReport {
  attempts: AttackAttempt[]
  /** The positive control: hidden counts of a naive map, and those that the same attacks recovered exactly. */
  control: { hidden: number; recovered: number }
}

export interface AttackAttempt {
  name: string
  /** The attack in a sentence. */
  does: string
  tried: number
  found: number
}
