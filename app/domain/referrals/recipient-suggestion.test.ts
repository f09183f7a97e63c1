import { describe, expect, test } from 'vitest'
import { type DirectoryAgency, suggestRecipients } from './recipient-suggestion.ts'

const agency = (agencyId: string, change: Partial<DirectoryAgency>): DirectoryAgency => ({
  agencyId,
  kind: 'community_support',
  name: agencyId,
  strands: [],
  purposes: [],
  wards: [],
  takesReferrals: true,
  ...change,
})

const PARTNERSHIP = [
  agency('Beacon Victim Care', { kind: 'victim_support' }),
  agency('Unity Steps', { strands: ['race', 'religion'] }),
  agency('Anfield Faith Link', { strands: ['religion'] }),
  agency('Wharf Rainbow Support', { strands: ['sexual_orientation', 'transgender'] }),
  agency('Open Door Voices', { strands: ['disability', 'race'], takesReferrals: false }),
  agency('Granby Library', { kind: 'reporting_centre' }),
  agency('Mersey Shore', { kind: 'police_force' }),
  agency('Harthill Bridge', { kind: 'social_landlord' }),
]

const wanted = {
  fromAgencyId: 'Harthill Bridge',
  purpose: 'support',
  strands: ['race', 'religion'],
  wards: [],
  hasAgreed: () => false,
} as const

describe('suggestRecipients', () => {
  test('I1: puts who knows most of the strands first, then who serves everybody, then other specialists', () => {
    expect(suggestRecipients(PARTNERSHIP, wanted).map((one) => one.name)).toEqual([
      'Unity Steps',
      'Anfield Faith Link',
      'Beacon Victim Care',
      'Wharf Rainbow Support',
      'Open Door Voices',
    ])
  })

  test('an agency that takes no new referrals comes last and says so', () => {
    expect(suggestRecipients(PARTNERSHIP, wanted).at(-1)).toEqual({
      agencyId: 'Open Door Voices',
      name: 'Open Door Voices',
      takesReferrals: false,
      agreed: false,
      reason: 'Takes no new referrals at present. Takes referrals for support and specialises in race.',
    })
  })

  test('puts an agency that the client has agreed to before every other, landlords included', () => {
    const landlords = ['Albion Terrace', 'Northgate Quay'].map((name) => agency(name, { kind: 'social_landlord' }))
    const hasAgreed = (agencyId: string) => agencyId === 'Wharf Rainbow Support'
    const names = suggestRecipients([...landlords, ...PARTNERSHIP], { ...wanted, hasAgreed }).map(({ name }) => name)
    expect(names[0]).toBe('Wharf Rainbow Support')
    expect(names.slice(-3)).toEqual(['Albion Terrace', 'Northgate Quay', 'Open Door Voices'])
  })

  test('after the strand sorts by need, then by area', () => {
    const offered = [
      agency('A, elsewhere', { purposes: ['support'], wards: ['Speke'] }),
      agency('B, whole city', { purposes: ['support'] }),
      agency('C, near', { purposes: ['support'], wards: ['Toxteth', 'Dingle'] }),
      agency('D, does not name the need', { wards: ['Dingle'] }),
    ]
    const suggested = suggestRecipients(offered, { ...wanted, wards: ['Dingle'] })
    expect(suggested.map(({ name }) => name[0])).toEqual(['C', 'B', 'A', 'D'])
    expect(suggested[2]?.reason).toContain('Serves other areas: Speke.')
  })

  test('says in a sentence why each is suggested', () => {
    const reasons = suggestRecipients(PARTNERSHIP, wanted).map((one) => one.reason)
    expect(reasons[0]).toBe('Takes referrals for support and specialises in race and religion.')
    expect(reasons[2]).toBe('Takes referrals for support, whatever the strand.')
    expect(reasons[3]).toBe('Takes referrals for support, but specialises in other strands.')
  })

  test('leaves out one’s own agency, and who can receive nothing', () => {
    const names = suggestRecipients(PARTNERSHIP, wanted).map((one) => one.name)
    expect(names).not.toContain('Harthill Bridge')
    expect(names).not.toContain('Granby Library')
  })

  test('follows the need: the police investigate, and an agency’s own list of purposes counts before its kind’s', () => {
    const forInvestigation = suggestRecipients(PARTNERSHIP, { ...wanted, purpose: 'investigation' })
    expect(forInvestigation.map((one) => one.name)).toEqual(['Mersey Shore'])
    const narrowed = [agency('Mersey Shore', { kind: 'police_force', purposes: ['risk_meeting'] })]
    expect(suggestRecipients(narrowed, { ...wanted, purpose: 'investigation' })).toEqual([])
  })
})
