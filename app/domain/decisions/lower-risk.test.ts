import { expect, test } from 'vitest'
import { checkLowerRisk } from './lower-risk.ts'

test.each([
  { why: 'there is a higher level', risk: { level: 'high', warning: false }, to: 'medium', refusal: null },
  { why: 'two levels at once', risk: { level: 'high', warning: false }, to: 'standard', refusal: null },
  { why: 'no one has checked', risk: null, to: 'medium', refusal: 'no-risk-check' },
  {
    why: 'it is the level already',
    risk: { level: 'medium', warning: false },
    to: 'medium',
    refusal: 'nothing-changes',
  },
  { why: 'it would be raised', risk: { level: 'standard', warning: false }, to: 'medium', refusal: 'nothing-changes' },
  { why: 'a warning answer stands', risk: { level: 'high', warning: true }, to: 'medium', refusal: 'warning-stands' },
] as const)('G4: asking a manager to lower the risk, where $why: $refusal', ({ risk, to, refusal }) => {
  const checked = checkLowerRisk(risk, to)
  expect(checked.ok ? null : checked.refusal.kind).toBe(refusal)
})
