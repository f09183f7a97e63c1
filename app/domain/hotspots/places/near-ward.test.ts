import { expect, it } from 'vitest'
import type { LngLat } from '../map/hexagon.ts'
import { nearestWard, sayWhere } from './near-ward.ts'

it.each<{ middle: LngLat; says: string; why: string }>([
  { middle: [-2.94, 53.413], says: 'around Kensington & Fairfield', why: 'the middle of a ward' },
  { middle: [-2.848, 53.332], says: 'south of Speke', why: 'a little beside one' },
  { middle: [-3.02, 53.39], says: '2 km west of Waterfront South', why: 'across the river' },
  { middle: [-2.74, 53.453], says: '9 km east of Yew Tree', why: 'another town' },
])('$why is called $says', ({ middle, says }) => {
  expect(sayWhere(middle)).toBe(says)
})

it('the nearest ward is the one whose middle is nearest on the ground, where a degree of longitude is shorter', () => {
  expect(nearestWard([-2.95, 53.388])).toMatchObject({ ward: 'Princes Park', direction: 'south-east' })
})
