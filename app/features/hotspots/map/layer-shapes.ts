import type { FeatureCollection } from 'geojson'
import { areasAsDrawn } from '../../../domain/hotspots/map/drawn-area.ts'
import { outlineOf } from '../../../domain/hotspots/map/hexagon.ts'
import type { MapLayer } from '../../../domain/hotspots/map/map-layer.ts'

/** The areas in drawing order, and their numbers as points inside the area they count. */
export function areaShapes(layer: MapLayer): { areas: FeatureCollection; numbers: FeatureCollection } {
  const drawn = areasAsDrawn(layer)
  return {
    areas: {
      type: 'FeatureCollection',
      features: drawn.map(({ at, cell, ring, isRest }) => ({
        type: 'Feature',
        properties: { at, cell, pattern: patternName(layer.shade[at] ?? 0, isRest) },
        geometry: { type: 'Polygon', coordinates: [ring] },
      })),
    },
    numbers: {
      type: 'FeatureCollection',
      features: drawn.map(({ at, cell, label }) => ({
        type: 'Feature',
        properties: { cell, label: String(layer.n[at]) },
        geometry: { type: 'Point', coordinates: label },
      })),
    },
  }
}

/** The name of an area's fill: its colour, hatched for the rest of a hexagon around smaller areas. */
export function patternName(shade: number, isRest: boolean): string {
  return `${isRest ? 'rest' : 'area'}-${shade}`
}

export function outlineShapes(layer: Pick<MapLayer, 'hot' | 'emerging'>): FeatureCollection {
  const emerging = new Set(layer.emerging)
  const cells = [...layer.hot.filter((cell) => !emerging.has(cell)), ...layer.emerging]
  return {
    type: 'FeatureCollection',
    features: cells.map((cell) => ({
      type: 'Feature',
      properties: { emerging: emerging.has(cell) },
      geometry: { type: 'LineString', coordinates: outlineOf(cell) },
    })),
  }
}

export function selectedShape(cell: string | null): FeatureCollection {
  const coordinates = cell ? [outlineOf(cell)] : []
  return {
    type: 'FeatureCollection',
    features: coordinates.map((ring) => ({
      type: 'Feature',
      properties: {},
      geometry: { type: 'LineString', coordinates: ring },
    })),
  }
}
