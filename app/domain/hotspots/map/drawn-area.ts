import type { Cell } from './cell.ts'
import { hexagonInTheMiddle, type LngLat, middleOf, outlineOf, sizeOf } from './hexagon.ts'
import type { MapLayer } from './map-layer.ts'

/** An area as it is drawn: its ring, and where its number is written. */
export interface DrawnArea {
  at: number
  cell: Cell
  ring: LngLat[]
  label: LngLat
  isRest: boolean
}

/** Size relative to the hexagons inside, so that the badge does not cover the numbers of three of them. */
const BADGE = 0.45

/**
 * The areas in the order in which they are drawn: the widest first, so that smaller ones cover what is not counted in
 * them; last, the small badge of an area that smaller ones cover completely.
 */
export function areasAsDrawn({ h, label, rest }: Pick<MapLayer, 'h' | 'label' | 'rest'>): DrawnArea[] {
  const areas = h.map((cell, at): DrawnArea => {
    const isRest = rest[at] === 1
    const labelCell = label[at]
    if (labelCell === null) return { at, cell, isRest, ...badgeOf(cell) }
    return { at, cell, isRest, ring: outlineOf(cell), label: middleOf(labelCell || cell) }
  })
  const order = ({ at, cell }: DrawnArea) => (label[at] === null ? 9 : sizeOf(cell))
  return areas.sort((a, b) => order(a) - order(b))
}

/** Where three of the smaller hexagons meet. */
function badgeOf(cell: Cell): Pick<DrawnArea, 'ring' | 'label'> {
  const inner = hexagonInTheMiddle(cell, sizeOf(cell) + 1)
  const [middle, corners] = [middleOf(inner), outlineOf(inner)]
  const label = corners[0] as LngLat
  const ring = corners.map(
    ([lng, lat]): LngLat => [label[0] + (lng - middle[0]) * BADGE, label[1] + (lat - middle[1]) * BADGE],
  )
  return { label, ring }
}
