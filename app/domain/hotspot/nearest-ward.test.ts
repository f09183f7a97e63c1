import { describe, expect, it } from 'vitest'
import { WARDS } from '../ward.ts'
import { nearestWard } from './nearest-ward.ts'
import { centreOfWard } from './ward-centre.ts'

describe('the nearest ward', () => {
  it('of the middle of a ward is that ward', () => {
    expect(WARDS.filter((ward) => nearestWard(centreOfWard(ward)) !== ward)).toEqual([])
  })

  it('reckons with a degree of longitude being shorter than one of latitude', () => {
    // In degrees alone Orrell Park, further north and less far east, would seem nearer.
    expect(nearestWard({ lat: 53.45, lng: -3.2 })).toBe('Waterfront North')
  })
})
