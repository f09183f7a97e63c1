import { done, type Result, refused } from '../result.ts'
import {
  CONSENT_CAPACITY,
  type Consent,
  type ConsentCapacity,
  type ConsentDecision,
  type ConsentGrantor,
} from './consent.ts'
import type { ConsentPurpose } from './consent-purpose.ts'
import { type DataCategory, isNumberWithoutName } from './data-category.ts'

export interface ConsentTaken {
  decision: ConsentDecision
  purposes: readonly ConsentPurpose[]
  categories: readonly DataCategory[]
  /** Chosen explicitly: the number is shared, the name is not. */
  withoutName: boolean
  grantor: ConsentGrantor
  capacity: ConsentCapacity
  capacityNote: string
  givenAt: Date
}

export type ConsentRefusal =
  | { kind: 'no-purposes' }
  | { kind: 'no-categories' }
  | { kind: 'name-left-out' }
  | { kind: 'capacity-note-missing' }
  | { kind: 'grantor-needs-capacity-decided-for' }
  | { kind: 'given-in-the-future' }

/** Only an agreement must name purposes and data, so that a refusal is as easy to record. */
export function checkConsent(taken: ConsentTaken, now: Date): Result<ConsentTaken, ConsentRefusal> {
  const [problem] = consentProblems(taken, now)
  return problem ? refused(problem) : done(taken)
}

/** All problems of a consent at once, for its form. */
export function consentProblems(taken: ConsentTaken, now: Date): ConsentRefusal[] {
  const { decision, purposes, categories, grantor, capacity, capacityNote, givenAt } = taken
  const problems: [kind: ConsentRefusal['kind'], isSo: boolean][] = [
    ['given-in-the-future', givenAt > now],
    ['no-purposes', decision === 'agreed' && purposes.length === 0],
    ['no-categories', decision === 'agreed' && categories.length === 0],
    ['name-left-out', decision === 'agreed' && lacksName(taken)],
    ['grantor-needs-capacity-decided-for', grantor === 'deputy' && capacity !== 'decided_for'],
    ['capacity-note-missing', CONSENT_CAPACITY[capacity].noteNeeded && !capacityNote.trim()],
  ]
  return problems.flatMap(([kind, isSo]) => (isSo ? [{ kind }] : []))
}

/** Whether a number would be shared without a name, although the worker did not choose that. */
export function lacksName({ categories, withoutName }: Pick<ConsentTaken, 'categories' | 'withoutName'>): boolean {
  return !withoutName && isNumberWithoutName(categories)
}

export type WithdrawalRefusal =
  | { kind: 'was-never-agreed' }
  | { kind: 'already-withdrawn'; withdrawnAt: Date }
  | { kind: 'how-missing' }

/** A withdrawal takes effect at `now`, however the client expressed it, and needs no reason. */
export function decideWithdrawal(
  consent: Consent,
  how: string,
  now: Date,
): Result<{ withdrawnAt: Date }, WithdrawalRefusal> {
  if (consent.decision !== 'agreed') return refused({ kind: 'was-never-agreed' })
  if (consent.withdrawnAt) return refused({ kind: 'already-withdrawn', withdrawnAt: consent.withdrawnAt })
  if (!how.trim()) return refused({ kind: 'how-missing' })
  return done({ withdrawnAt: now })
}
