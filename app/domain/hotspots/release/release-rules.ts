import { done, type Result, refused } from '../../result.ts'
import { FINEST, WIDEST } from '../map/cell.ts'

/** What a group of incidents must be before it is published, and how its number is shown. */
export interface ReleaseRules {
  /** At least so many incidents. */
  incidents: number
  /** Of at least so many different clients. */
  clients: number
  /** No client has a greater share of them than this, 0 to 1. */
  greatestShare: number
  /** An agency, or two together, who take away their own are left with at least so many clients. */
  residualClients: number
  /** Numbers are shown to the nearest multiple of this. */
  rounding: number
  /** Resolution of the finest hexagons, in H3's numbers: 8 or a wider one. */
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

/** Later rules may protect more than the first, never less; they hold for releases built from then on. */
export function checkRules(wanted: ReleaseRules, inForce: ReleaseRules): Result<ReleaseRules, RulesRefusal> {
  const looser = findLooser(wanted)
  if (looser) return refused({ kind: 'looser-than-allowed', field: looser })
  const same = (Object.keys(FIRST_RULES) as (keyof ReleaseRules)[]).every((field) => wanted[field] === inForce[field])
  return same ? refused({ kind: 'unchanged' }) : done(wanted)
}

/** What protects less than the first rules do. */
export function findLooser(rules: ReleaseRules): keyof ReleaseRules | undefined {
  return findLooserOnes(rules)[0]
}

/** Each that protects less than the first rules do, of those that are given. */
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
