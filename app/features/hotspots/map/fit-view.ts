import type { Cell } from '../../../domain/hotspots/map/cell.ts'
import { type LngLat, outlineOf } from '../../../domain/hotspots/map/hexagon.ts'
import type { MapView } from './map-query.ts'

/** The world's size in pixels at zoom 0, as map libraries define it. */
const WORLD = 512
const MARGIN = 1.1
const [FARTHEST, CLOSEST] = [7, 13]

/** The view in which all of these hexagons fill a frame of this size in pixels; null without hexagons. */
export function viewOfCells(cells: readonly Cell[], frame: { width: number; height: number }): MapView | null {
  const points = cells.flatMap(outlineOf)
  if (points.length === 0) return null
  const [west, east] = rangeOf(points.map(([lng]) => lng / 360))
  const [south, north] = rangeOf(points.map(mercatorOf))
  const zoom = Math.min(
    Math.log2(frame.width / (WORLD * MARGIN * (east - west))),
    Math.log2(frame.height / (WORLD * MARGIN * (north - south))),
  )
  return {
    z: Math.min(CLOSEST, Math.max(FARTHEST, zoom)),
    lat: latitudeOf((south + north) / 2),
    lng: ((west + east) / 2) * 360,
  }
}

const rangeOf = (values: readonly number[]): [number, number] => [Math.min(...values), Math.max(...values)]

/** The vertical position in Web Mercator, from 0 to 1. */
function mercatorOf([, lat]: LngLat): number {
  return Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI)
}

function latitudeOf(share: number): number {
  return (Math.atan(Math.exp(share * 2 * Math.PI)) * 360) / Math.PI - 90
}
