import { expect, it } from 'vitest'
import { controlCity } from './control-city.ts'
import { attackNaiveMap } from './naive-map.ts'

it('an invented city holds many small numbers, most of which a naive map gives away', () => {
  const { hidden, recovered, wrong } = attackNaiveMap(controlCity())
  expect(hidden).toBeGreaterThan(500)
  expect(recovered / hidden).toBeGreaterThan(0.5)
  expect(wrong).toBe(0)
})

it('it is the same every time', () => {
  expect(controlCity()).toEqual(controlCity())
})
