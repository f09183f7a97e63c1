/** What was tried against a release before anybody saw it. A release with anything found is not proposed. */
export interface AttackReport {
  attempts: AttackAttempt[]
  /** The same attacker against a map that hides small counts when asked: it must find most of them, or it is broken. */
  control: { hidden: number; recovered: number }
}

export interface AttackAttempt {
  name: string
  /** What somebody would do, in a sentence. */
  does: string
  tried: number
  found: number
}
