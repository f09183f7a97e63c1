import { expect, it } from 'vitest'
import { stepToSign } from './step-to-sign.ts'

const CASE = 'c1'

it.each([
  { gaps: ['no_risk_check'], label: 'Check the risk', why: 'nothing is missing in the form of the plan' },
  { gaps: ['no_case_worker'], label: 'See the people of the case', why: 'a case is allocated there' },
  { gaps: ['no_alternative_contact'], label: 'Finish the action plan', why: 'the form asks for it' },
  { gaps: ['no_risk_check', 'no_agreed_contact'], label: 'Finish the action plan', why: 'the plan page asks next' },
] as const)('G4: a draft that lacks $gaps leads to “$label”: $why', ({ gaps, label }) => {
  expect(stepToSign(CASE, gaps).label).toBe(label)
})
