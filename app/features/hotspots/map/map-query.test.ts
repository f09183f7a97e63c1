import { describe, expect, it } from 'vitest'
import { mapHref, mapQueryOf } from './map-query.ts'

const read = (query: string) => mapQueryOf(new URLSearchParams(query))

describe('the address of the map', () => {
  it('keeps period, strand, hexagon, what stands beside and the view, there and back', () => {
    const address = 'period=2026-Q3&strand=race&at=87195102affffff&beside=police&z=11.2&lat=53.412&lng=-2.95'
    expect(mapHref(read(address))).toBe(`/map?${address}`)
  })

  it.each([
    { query: 'period=yesterday', why: 'no period' },
    { query: 'strand=toString', why: 'a word every object knows' },
    { query: 'at=872830828ffffff', why: 'a hexagon of another continent' },
    { query: 'at=8928308280fffff', why: 'a hexagon finer than any' },
    { query: 'beside=neighbours', why: 'nothing we have' },
    { query: 'z=99&lat=53&lng=-3', why: 'a view from nowhere' },
    { query: 'z=10&lat=&lng=', why: 'half a view' },
    { query: 'sort=constructor&order=sideways&page=-1', why: 'no column' },
  ])('with $why opens the map as it is without', ({ query }) => {
    expect(mapHref(read(query))).toBe('/map')
  })

  it('begins at the first page when something is changed', () => {
    expect(mapHref(read('page=3'), { strand: 'race' }, '/map/table')).toBe('/map/table?strand=race')
  })
})
