import { done, type Result, refused } from '../../result.ts'
import { FINEST, WIDEST } from '../map/cell.ts'

/** The disclosure rules: when a group of incidents may be published as a number, and how the number is shown. */
export interface ReleaseRules {
  /** Minimum number of incidents. */
  incidents: number
  /** Minimum number of different clients. */
  clients: number
  /** Largest share of the incidents that one client may have, 0 to 1 (dominance). */
  greatestShare: number
  /** Minimum number of clients left after any agency, or any two, subtract their own (residual rule). */
  residualClients: number
  /** Published numbers are rounded to the nearest multiple of this. */
  rounding: number
  /** H3 resolution of the finest hexagons: 8 (0.66 km² in Liverpool), or lower numbers for wider hexagons. */
  finest: number
}

export const FIRST_RULES: ReleaseRules = {
  incidents: 10,
  clients: 5,
  greatestShare: 0.5,
  residualClients: 3,
  rounding: 5,
  finest: FINEST,
}

export type RulesRefusal = { kind: 'looser-than-allowed'; field: keyof ReleaseRules } | { kind: 'unchanged' }

/** New rules may protect more than the first rules, never less. They apply to releases built from then on. */
export function checkRules(wanted: ReleaseRules, inForce: ReleaseRules): Result<ReleaseRules, RulesRefusal> {
  const looser = findLooser(wanted)
  if (looser) return refused({ kind: 'looser-than-allowed', field: looser })
  const same = (Object.keys(FIRST_RULES) as (keyof ReleaseRules)[]).every((field) => wanted[field] === inForce[field])
  return same ? refused({ kind: 'unchanged' }) : done(wanted)
}

/** The first rule that protects less than the first rules do. */
export function findLooser(rules: ReleaseRules): keyof ReleaseRules | undefined {
  return findLooserOnes(rules)[0]
}

/** Every given rule that protects less than the first rules do. */
export function findLooserOnes(rules: Partial<ReleaseRules>): (keyof ReleaseRules)[] {
  return (Object.keys(FIRST_RULES) as (keyof ReleaseRules)[]).filter((field) => {
    const value = rules[field]
    return value !== undefined && isLooser(field, value)
  })
}

const WHOLE: readonly (keyof ReleaseRules)[] = ['incidents', 'clients', 'residualClients', 'rounding', 'finest']

function isLooser(field: keyof ReleaseRules, value: number): boolean {
  if (!Number.isFinite(value) || (WHOLE.includes(field) && !Number.isInteger(value))) return true
  if (field === 'greatestShare') return value > FIRST_RULES.greatestShare || value <= 0
  if (field === 'finest') return value > FIRST_RULES.finest || value < WIDEST
  return value < FIRST_RULES[field] || value > FIRST_RULES[field] * 10
}
