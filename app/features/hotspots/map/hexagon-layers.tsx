import { useMemo } from 'react'
import type { MapLayer } from '../../../domain/hotspots/map/map-layer.ts'
import type { EngineName } from '../../../ui/map/engine.ts'
import type { MapParts } from '../../../ui/map/maplibre.client.ts'
import { areaShapes, outlineShapes, selectedShape } from './layer-shapes.ts'
import { EMERGING_LINE, HOT_LINE } from './palette.ts'

interface HexagonLayersProps {
  parts: MapParts
  name: EngineName
  layer: MapLayer
  selected: string | null
  /** The basemap layer above the hexagons. */
  below: string | undefined
}

export function HexagonLayers({ parts, name, layer, selected, below }: HexagonLayersProps) {
  const { Source, Layer } = parts
  const { areas, numbers } = useMemo(() => areaShapes(layer), [layer])
  const outlines = useMemo(() => outlineShapes(layer), [layer])
  const chosen = useMemo(() => selectedShape(selected), [selected])
  const order = below ? { beforeId: below } : {}
  return (
    <>
      <Source id="areas" type="geojson" data={areas}>
        <Layer
          id="areas-fill"
          type="fill"
          {...order}
          paint={{ 'fill-pattern': ['get', 'pattern'] as never, 'fill-opacity': name === 'mapbox' ? 0.75 : 1 }}
        />
        <Layer id="areas-line" type="line" {...order} paint={{ 'line-color': '#6b5d4d', 'line-width': 0.6 }} />
      </Source>
      <Source id="numbers" type="geojson" data={numbers}>
        <Layer
          id="areas-number"
          type="symbol"
          minzoom={10.5}
          layout={{ 'text-field': ['get', 'label'] as never, 'text-size': 12, 'text-padding': 1 }}
          paint={{ 'text-color': '#0b0c0c', 'text-halo-color': '#ffffff', 'text-halo-width': 1.6 }}
        />
      </Source>
      <Source id="spots" type="geojson" data={outlines}>
        <Layer id="spots-halo" type="line" paint={{ 'line-color': '#ffffff', 'line-width': 6 }} />
        <Layer
          id="spots-hot"
          type="line"
          filter={['!', ['get', 'emerging']] as never}
          paint={{ 'line-color': HOT_LINE, 'line-width': 3 }}
        />
        <Layer
          id="spots-emerging"
          type="line"
          filter={['get', 'emerging'] as never}
          paint={{ 'line-color': EMERGING_LINE, 'line-width': 3.5, 'line-dasharray': [2, 1.2] }}
        />
      </Source>
      <Source id="chosen" type="geojson" data={chosen}>
        <Layer id="chosen-line" type="line" paint={{ 'line-color': '#0b0c0c', 'line-width': 5 }} />
        <Layer id="chosen-inner" type="line" paint={{ 'line-color': '#ffdd00', 'line-width': 2.5 }} />
      </Source>
    </>
  )
}
