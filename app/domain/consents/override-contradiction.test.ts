import { describe, expect, test } from 'vitest'
import { contradictionsOf } from './override-contradiction.ts'

const requestedAt = new Date('2026-11-23T12:00:00Z')
const JUST_NOW = new Date('2026-11-23T11:50:00Z')
const LAST_MONTH = new Date('2026-10-20T09:00:00Z')
const request = { recipientAgencyId: 'beacon', clientTold: false, requestedAt }
const reachedAt = (contactedAt: Date) => ({ contactedAt, succeeded: true })
const said = (decision: 'agreed' | 'refused', givenAt = JUST_NOW, recipientAgencyId = 'beacon') => ({
  ...{ decision, givenAt, recipientAgencyId },
  withdrawnAt: null,
})

describe('contradictionsOf', () => {
  test.each([
    {
      why: 'the client was reached minutes ago',
      whyNoConsent: 'not_reached_in_time',
      contacts: [reachedAt(JUST_NOW)],
      consents: [],
      kinds: ['reached'],
    },
    {
      why: 'the client was reached a month ago',
      whyNoConsent: 'not_reached_in_time',
      contacts: [reachedAt(LAST_MONTH)],
      consents: [],
      kinds: [],
    },
    {
      why: 'a call failed',
      whyNoConsent: 'not_reached_in_time',
      contacts: [{ contactedAt: JUST_NOW, succeeded: false }],
      consents: [],
      kinds: [],
    },
    {
      why: 'they spoke minutes ago',
      whyNoConsent: 'unsafe_to_ask',
      contacts: [reachedAt(JUST_NOW)],
      consents: [],
      kinds: ['reached'],
    },
    {
      why: 'the client decided about another agency',
      whyNoConsent: 'lacks_capacity',
      contacts: [],
      consents: [said('refused', JUST_NOW, 'other')],
      kinds: ['answered'],
    },
    {
      why: 'no refusal is recorded',
      whyNoConsent: 'refused',
      contacts: [],
      consents: [],
      kinds: ['no-refusal-recorded'],
    },
    { why: 'the refusal is recorded', whyNoConsent: 'refused', contacts: [], consents: [said('refused')], kinds: [] },
    {
      why: 'the client agreed',
      whyNoConsent: 'refused',
      contacts: [],
      consents: [said('refused', LAST_MONTH), said('agreed')],
      kinds: ['agreed'],
    },
  ] as const)('$whyNoConsent, and $why: $kinds', ({ whyNoConsent, contacts, consents, kinds }) => {
    expect(contradictionsOf({ ...request, whyNoConsent }, { contacts, consents }).map(({ kind }) => kind)).toEqual(
      kinds,
    )
  })

  test('a client who knows of the sharing, and was never reached', () => {
    const told = { ...request, whyNoConsent: 'unsafe_to_ask', clientTold: true } as const
    expect(contradictionsOf(told, { contacts: [], consents: [] })).toEqual([{ kind: 'never-reached' }])
  })
})
