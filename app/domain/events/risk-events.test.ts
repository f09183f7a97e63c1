import { expect, it } from 'vitest'
import { eventWords } from '../../../tests/support/event-words.ts'
import { RISK_EVENTS } from './risk-events.ts'

const checked = { checkId: 'c', level: 'high', provisional: true, completedWith: 'partly', warnings: ['harm'] } as const
const changed = { checkId: 'c', changeId: 'd', from: 'medium', to: 'high', reason: 'seen_or_heard' } as const

it.each([
  [
    eventWords('risk-checked', { ...checked, warnings: [...checked.warnings] }),
    'Risk check: high (provisional) | Partly with the client. A warning answer makes the level high.',
  ],
  [eventWords('risk-level-raised', changed), 'Risk level raised from medium to high | What I saw or heard'],
  [
    eventWords('risk-level-lowered', { ...changed, from: 'high', to: 'medium', reason: 'protected_now' }),
    'Risk level lowered from high to medium | Measures now protect the client',
  ],
])('the timeline says of risk: %s', (words, expected) => {
  expect(words).toBe(expected)
})

it('G4: notifies the managers of a high risk, and nobody of another', () => {
  const about = { agencyId: 'a', actorId: 'worker' }
  const behind = { file: { caseId: 'case', reference: 'HB-1', caseWorkerId: 'worker' } }
  const raised = RISK_EVENTS['risk-level-raised'].notifies({ ...about, data: changed }, behind)
  expect(raised).toMatchObject([{ kind: 'high-risk', to: { managers: true }, except: 'worker' }])
  const data = { ...checked, warnings: [], level: 'medium' as const }
  expect(RISK_EVENTS['risk-checked'].notifies({ ...about, data }, behind)).toEqual([])
})
