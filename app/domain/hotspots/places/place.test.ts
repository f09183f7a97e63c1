import { describe, expect, it } from 'vitest'
import { cellOf } from '../map/cell.ts'
import { AREA, isInArea, placeIncident } from './place.ts'
import { cellOfWard } from './ward-centre.ts'

const TOWN_HALL = { lat: 53.4071, lng: -2.9916 }
const NOWHERE = { lat: null, lng: null, cell: null }

describe('the place of an incident', () => {
  it.each([
    { by: 'map', why: 'somebody chose it' },
    { by: 'postcode', why: 'the postcode is there' },
  ] as const)('is a point with its finest hexagon, whatever the ward: $by ($why)', ({ by }) => {
    const placed = placeIncident({ point: { ...TOWN_HALL, by }, ward: 'Speke', online: false })
    expect(placed).toEqual({ placeBy: by, ...TOWN_HALL, cell: cellOf(TOWN_HALL) })
  })

  it('is the wide hexagon of the ward where the ward alone is known', () => {
    const placed = placeIncident({ point: null, ward: 'Speke', online: false })
    expect(placed).toEqual({ placeBy: 'ward', lat: null, lng: null, cell: cellOfWard('Speke') })
  })

  it('is online, and nowhere else, where it happened online', () => {
    const told = { point: { ...TOWN_HALL, by: 'map' as const }, ward: 'Speke' as const, online: true }
    expect(placeIncident(told)).toEqual({ placeBy: 'online', ...NOWHERE })
  })

  it('is not known where nothing is', () => {
    expect(placeIncident({ point: null, ward: null, online: false })).toEqual({ placeBy: 'unknown', ...NOWHERE })
  })
})

describe('the area', () => {
  it('holds its edges and ends there', () => {
    expect(isInArea({ lat: AREA.south, lng: AREA.west })).toBe(true)
    expect(isInArea({ lat: AREA.south - 0.001, lng: AREA.west })).toBe(false)
    expect(isInArea({ lat: AREA.north, lng: AREA.east + 0.001 })).toBe(false)
  })
})
