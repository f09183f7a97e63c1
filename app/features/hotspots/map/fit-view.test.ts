import { expect, it } from 'vitest'
import { centreOf, widen } from '../../../domain/hotspots/map/cell.ts'
import { cellOfWard } from '../../../domain/hotspots/places/ward-centre.ts'
import { viewOfCells } from './fit-view.ts'

const frame = { width: 800, height: 600 }
const ward = cellOfWard('Canning')
const wide = widen(ward, 5)

it('a wide hexagon fits the frame, with its middle in the middle', () => {
  const view = viewOfCells([wide], frame)
  const { lat, lng } = centreOf(wide)
  expect(view?.lat).toBeCloseTo(lat, 2)
  expect(view?.lng).toBeCloseTo(lng, 2)
  expect(view?.z).toBeGreaterThan(9)
  expect(view?.z).toBeLessThan(11)
})

it('a smaller one is seen from nearer, a smaller frame from farther', () => {
  const z = viewOfCells([wide], frame)?.z ?? 0
  expect(viewOfCells([ward], frame)?.z).toBeGreaterThan(z)
  expect(viewOfCells([wide], { width: 300, height: 300 })?.z).toBeLessThan(z)
})

it('without a hexagon there is nothing to fit', () => {
  expect(viewOfCells([], frame)).toBeNull()
})
