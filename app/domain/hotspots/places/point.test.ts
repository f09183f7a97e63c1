import { describe, expect, it } from 'vitest'
import { readPoint } from './point.ts'

describe('a point as it was written', () => {
  it('is read inside the area, and is none where both are empty', () => {
    expect(readPoint('53.4084', '-2.9916')).toEqual({ ok: true, value: { lat: 53.4084, lng: -2.9916 } })
    expect(readPoint('', '')).toEqual({ ok: true, value: null })
  })

  it.each([
    { lat: '53.4', lng: '', kind: 'no-number', why: 'half a point' },
    { lat: 'north', lng: 'west', kind: 'no-number', why: 'words' },
    { lat: 'NaN', lng: 'Infinity', kind: 'no-number', why: 'what is no place' },
    { lat: '5.34e1', lng: '-2.99', kind: 'no-number', why: 'an exponent' },
    { lat: '-2.99', lng: '53.4', kind: 'swapped', why: 'longitude first' },
    { lat: '51.5', lng: '-0.12', kind: 'outside-area', why: 'London' },
    { lat: '0', lng: '0', kind: 'outside-area', why: 'the Gulf of Guinea, where empty points lie' },
  ])('is refused as $kind: $why', ({ lat, lng, kind }) => {
    expect(readPoint(lat, lng)).toEqual({ ok: false, refusal: { kind } })
  })
})
