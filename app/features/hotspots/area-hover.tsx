import { STANDINGS, sayChange, sayCount } from '../../domain/hotspot/area-words.ts'
import { middleOf } from '../../domain/hotspot/hexagon.ts'
import type { MapLayer } from '../../domain/hotspot/map-layer.ts'
import { sayWhere } from '../../domain/hotspot/near-ward.ts'

/** What is under the pointer. Those without one read the same in the list beside the map. */
export function AreaHover({ layer, at, noun }: { layer: MapLayer; at: number; noun: string }) {
  const cell = layer.h[at]
  if (!cell) return null
  const where = sayWhere(middleOf(cell))
  const standing = layer.standing[at] ?? 'none'
  const isOurs = noun === 'incidents'
  return (
    <p className="accord-map__hover" aria-hidden="true">
      <strong>{where.charAt(0).toUpperCase() + where.slice(1)}</strong>: {sayCount(layer.n[at] ?? 0)} {noun}
      {isOurs ? `, ${sayChange(layer.n[at] ?? 0, layer.before[at] ?? null)}` : ''}
      {standing === 'none' ? '' : `. ${STANDINGS[standing].label}`}
    </p>
  )
}
