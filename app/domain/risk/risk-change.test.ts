import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decideRiskChange, levelsToChoose, type RiskChangeGiven } from './risk-change.ts'
import { ASSESSED_LEVELS, compareLevels } from './risk-level.ts'

const anyLevel = fc.constantFrom(...ASSESSED_LEVELS)
const change = (to: RiskChangeGiven['to']): RiskChangeGiven => ({
  to,
  raiseReason: 'seen_or_heard',
  lowerReason: 'protected_now',
})

describe('a change of the risk level', () => {
  it('G4: may raise for anyone, lower for a manager only, and never while a warning stands', () => {
    fc.assert(
      fc.property(anyLevel, anyLevel, fc.boolean(), fc.boolean(), (level, to, warned, mayLower) => {
        const now = { level: warned ? ('high' as const) : level, warnings: warned ? (['harm'] as const) : [] }
        const decided = decideRiskChange(now, change(to), mayLower)
        const higher = compareLevels(to, now.level)
        expect(decided.ok).toBe(higher > 0 || (higher < 0 && mayLower && !warned))
        if (decided.ok) expect(decided.value).toMatchObject({ direction: higher > 0 ? 'raised' : 'lowered', to })
        expect(levelsToChoose(now, mayLower).includes(to)).toBe(decided.ok)
      }),
    )
  })

  it('G4: needs a reason of its own direction', () => {
    const medium = { level: 'medium', warnings: [] } as const
    const missing = (direction: string) => ({ ok: false, refusal: { kind: 'reason-missing', direction } })
    expect(decideRiskChange(medium, { ...change('high'), raiseReason: null }, true)).toEqual(missing('raised'))
    expect(decideRiskChange(medium, { ...change('standard'), lowerReason: null }, true)).toEqual(missing('lowered'))
  })

  it('G4: needs a risk check first', () => {
    expect(decideRiskChange(null, change('high'), true)).toMatchObject({ refusal: { kind: 'no-risk-check' } })
  })
})
