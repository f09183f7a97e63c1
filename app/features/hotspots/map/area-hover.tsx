import { STANDINGS, sayComparison, sayCount } from '../../../domain/hotspots/map/area-words.ts'
import type { MapLayer } from '../../../domain/hotspots/map/map-layer.ts'
import { upperFirst } from '../../../domain/text/first-letter.ts'
import { areaRow } from './area-row.ts'

/** Where a person points, in pixels of the frame, and the area there. */
export interface Pointed {
  at: number
  x: number
  y: number
  by: 'pointer' | 'keyboard'
  /** Which half of the frame, so that the text appears on the side with room. */
  isRight: boolean
  isLow: boolean
}

/** The area under the pointer, or under the cross in the middle when the map is moved by keyboard. */
export function AreaHover({ layer, pointed, noun }: { layer: MapLayer; pointed: Pointed; noun: string }) {
  const { at, x, y, by, isRight, isLow } = pointed
  if (layer.h[at] === undefined) return null
  const side = `${isRight ? ' accord-map__hover--left' : ''}${isLow ? ' accord-map__hover--above' : ''}`
  return (
    <div
      className={`accord-map__hover${side}`}
      style={{ left: x, top: y }}
      {...(by === 'keyboard' ? { role: 'status' } : { 'aria-hidden': true })}
    >
      <p>
        <HoverWords layer={layer} at={at} noun={noun} />
      </p>
    </div>
  )
}

export function HoverWords({ layer, at, noun }: { layer: MapLayer; at: number; noun: string }) {
  const { where, count, compared, standing } = areaRow(layer, at)
  const isOurs = noun === 'incidents'
  return (
    <>
      <strong>{upperFirst(where)}</strong>: {sayCount(count)} {noun}
      {isOurs ? `, ${sayComparison(compared)}` : ''}
      {standing === null || standing === 'none' ? '' : `. ${STANDINGS[standing].label}`}
    </>
  )
}
