import { useCallback, useState } from 'react'
import type { MapLayerMouseEvent } from 'react-map-gl/maplibre'
import { ABOVE_DATA, type Basemap, basemapStyle } from '../../ui/map/basemap.ts'
import type { EngineName, MapParts } from '../../ui/map/engine.ts'
import { AreaHover } from './area-hover.tsx'
import { HexagonLayers } from './hexagon-layers.tsx'
import type { MapView } from './map-query.ts'
import { useLayer } from './use-layer.ts'

export interface DrawnMapProps {
  parts: MapParts
  name: EngineName
  token: string | null
  basemap: Basemap | null
  /** What this map is of, for those who hear it. */
  label: string
  href: string
  colours: readonly string[]
  noun: string
  selected: string | null
  view: MapView
  onMove: (view: MapView) => void
  onSettled?: () => void
  /** A hexagon, or null for ground without colour. */
  onPick: (cell: string | null) => void
  onRefused: () => void
}

const NARROW = 700

const MAPBOX_STYLE = 'mapbox://styles/mapbox/light-v11'

/** One map with one layer of hexagons. */
export function DrawnMap(props: DrawnMapProps) {
  const { parts, name, token, basemap, label, href, view, onMove, onPick } = props
  const { Map: ReactMap, NavigationControl, mapLib } = parts
  const { layer, failed } = useLayer(href)
  const [over, setOver] = useState<number | null>(null)
  const [drawn, setDrawn] = useState(0)
  const [style] = useState(() => (name === 'mapbox' && !basemap ? MAPBOX_STYLE : basemapStyle(basemap, name)))
  const isOwnStyle = typeof style !== 'string'
  const found = (event: MapLayerMouseEvent) =>
    event.features?.[0]?.properties as { at: number; cell: string } | undefined
  const onError = useCallback(
    ({ error }: { error: Error & { status?: number } }) => {
      const isToken = error.status === 401 || error.status === 403 || /access token/i.test(error.message)
      if (name === 'mapbox' && isToken) props.onRefused()
    },
    [name, props.onRefused],
  )
  return (
    <div className="accord-map__canvas" data-engine={name} data-drawn={layer && drawn > 0 ? drawn : undefined}>
      <ReactMap
        mapLib={mapLib}
        {...(name === 'mapbox' ? { mapboxAccessToken: token, performanceMetricsCollection: false } : {})}
        mapStyle={style as never}
        longitude={view.lng}
        latitude={view.lat}
        zoom={view.z}
        minZoom={7}
        maxZoom={14}
        dragRotate={false}
        pitchWithRotate={false}
        touchPitch={false}
        // On a phone one finger moves the page, two the map: it fills most of the screen.
        cooperativeGestures={window.innerWidth < NARROW}
        attributionControl={name === 'mapbox' ? undefined : false}
        locale={{ 'Map.Title': label }}
        interactiveLayerIds={layer ? ['areas-fill'] : []}
        cursor={over === null ? 'grab' : 'pointer'}
        onMove={({ viewState }) => onMove({ z: viewState.zoom, lat: viewState.latitude, lng: viewState.longitude })}
        onMoveEnd={props.onSettled}
        onMouseMove={(event) => setOver(found(event)?.at ?? null)}
        onMouseOut={() => setOver(null)}
        onClick={(event) => onPick(found(event)?.cell ?? null)}
        onIdle={({ target }) =>
          setDrawn(target.getLayer('areas-fill') ? target.queryRenderedFeatures({ layers: ['areas-fill'] }).length : 0)
        }
        onError={onError as never}
      >
        <NavigationControl position="top-right" showCompass={false} />
        {layer ? <HexagonLayers {...props} layer={layer} below={isOwnStyle ? ABOVE_DATA : undefined} /> : null}
      </ReactMap>
      {layer && over !== null ? <AreaHover layer={layer} at={over} noun={props.noun} /> : null}
      {failed ? <p className="accord-map__failed">The data of the map did not arrive. The table has them.</p> : null}
    </div>
  )
}
