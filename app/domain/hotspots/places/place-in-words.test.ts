import { describe, expect, it } from 'vitest'
import { placeByInWords } from './place-in-words.ts'

const POINT = { lat: 53.433, lng: -2.95 }

describe('how a place is known, in words', () => {
  it.each([
    { placeBy: 'map', ward: 'County', words: 'A point on the map, in County', why: 'the ward is known' },
    { placeBy: 'map', ward: '', words: 'A point on the map, near the middle of Anfield', why: 'no ward is known' },
    { placeBy: 'postcode', ward: 'Anfield', words: 'Known by its postcode, in Anfield', why: 'a postcode was' },
  ] as const)('tells no point: $words ($why)', ({ placeBy, ward, words }) => {
    expect(placeByInWords({ placeBy, ward, ...POINT })).toBe(words)
  })

  it('is nothing where there is no point', () => {
    expect(placeByInWords({ placeBy: 'ward', ward: 'Anfield', lat: null, lng: null })).toBeNull()
  })
})
