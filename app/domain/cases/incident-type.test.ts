import { describe, expect, test } from 'vitest'
import { INCIDENT_TYPE_IDS, INCIDENT_TYPES, LOCATION_TYPES, POLICE_STATUS, placeInWords } from './incident-type.ts'

describe('INCIDENT_TYPES', () => {
  test('R4: assaults, weapons, sexual offences and arson are violence by themselves', () => {
    expect(INCIDENT_TYPE_IDS.filter((id) => INCIDENT_TYPES[id].violence === 'always')).toEqual([
      'assault_no_injury',
      'assault_injury',
      'weapon_involved',
      'sexual_offence',
      'arson_attempted_arson',
    ])
  })

  test('R4: a threat counts when it threatens violence, which the plain question asks', () => {
    expect(INCIDENT_TYPE_IDS.filter((id) => INCIDENT_TYPES[id].violence === 'if_threatened')).toEqual([
      'threats_intimidation',
    ])
  })
})

describe('LOCATION_TYPES', () => {
  test('marks the places that tell where the client lives', () => {
    const telling = Object.entries(LOCATION_TYPES).filter(([, type]) => type.home)
    expect(telling.map(([id]) => id)).toEqual(['home', 'residential_care'])
  })
})

describe('POLICE_STATUS', () => {
  test('G2: says what the police did and judges nothing', () => {
    expect(Object.keys(POLICE_STATUS)).toEqual([
      'not_asked',
      'not_reported',
      'reported_awaiting',
      'recorded_crime',
      'recorded_incident',
      'not_recorded',
    ])
  })
})

describe('placeInWords', () => {
  test.each([
    {
      why: 'the kind first',
      known: ['public_transport', 'Bus 86', 'Picton'],
      words: 'Public transport: Bus 86, Picton',
    },
    { why: 'the kind alone', known: ['park_beach', '', ''], words: 'Park or beach' },
    {
      why: 'the place although its kind is not',
      known: ['not_known', 'Bus 86'],
      words: 'Bus 86 (kind of place not known)',
    },
    { why: 'that nothing is', known: ['not_known', ''], words: 'Not known' },
  ] as const)('says what is known: $why', ({ known: [kind, ...rest], words }) => {
    expect(placeInWords(kind, ...rest)).toBe(words)
  })
})
