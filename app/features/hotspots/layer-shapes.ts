import type { FeatureCollection } from 'geojson'
import { outlineOf, sizeOf } from '../../domain/hotspot/hexagon.ts'
import type { MapLayer } from '../../domain/hotspot/map-layer.ts'

/** Hexagons made of their names, the widest first: finer ones are drawn over what they were taken out of. */
export function areaShapes({ h, n, shade }: MapLayer): FeatureCollection {
  const order = [...h.keys()].sort((a, b) => sizeOf(h[a] ?? '') - sizeOf(h[b] ?? ''))
  return {
    type: 'FeatureCollection',
    features: order.map((at) => ({
      type: 'Feature',
      properties: { at, cell: h[at], shade: shade[at], label: String(n[at]) },
      geometry: { type: 'Polygon', coordinates: [outlineOf(h[at] ?? '')] },
    })),
  }
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
