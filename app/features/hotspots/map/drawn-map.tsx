import { useCallback, useRef, useState } from 'react'
import { ABOVE_DATA, type Basemap, basemapStyle } from '../../../ui/map/basemap.ts'
import type { EngineName } from '../../../ui/map/engine.ts'
import type { MapLayerMouseEvent, MapParts } from '../../../ui/map/maplibre.client.ts'
import { AreaHover } from './area-hover.tsx'
import { fillPatterns } from './fill-pattern.ts'
import { HexagonLayers } from './hexagon-layers.tsx'
import type { MapView } from './map-query.ts'
import { useLayer } from './use-layer.ts'
import { usePointed } from './use-pointed.ts'

export interface DrawnMapProps {
  parts: MapParts
  name: EngineName
  token: string | null
  basemap: Basemap | null
  /** The name of the map for screen readers. */
  label: string
  href: string
  colours: readonly string[]
  noun: string
  selected: string | null
  view: MapView
  onMove: (view: MapView) => void
  onSettled?: () => void
  /** Called with a hexagon, or null for ground without colour. */
  onPick: (cell: string | null) => void
  onRefused: () => void
}

type LibraryMap = MapLayerMouseEvent['target']

const NARROW = 700

const MAPBOX_STYLE = 'mapbox://styles/mapbox/light-v11'

export function DrawnMap(props: DrawnMapProps) {
  const { parts, name, token, basemap, label, href, view, onMove, onPick } = props
  const { Map: ReactMap, NavigationControl, mapLib } = parts
  const { layer, failed } = useLayer(href)
  const map = useRef<LibraryMap | null>(null)
  const [hasPatterns, setHasPatterns] = useState(false)
  const [drawn, setDrawn] = useState(0)
  const pointing = usePointed()
  const [style] = useState(() => (name === 'mapbox' && !basemap ? MAPBOX_STYLE : basemapStyle(basemap, name)))
  const isOwnStyle = typeof style !== 'string'
  const onError = useRefusal(name, props.onRefused)
  const { pointed } = pointing
  return (
    <div
      className="accord-map__canvas"
      data-engine={name}
      data-drawn={layer && drawn > 0 ? drawn : undefined}
      onKeyDownCapture={(event) => {
        pointing.onKey()
        if (event.key === 'Enter' && map.current && isCanvas(event.target))
          onPick(pointing.cellInTheMiddle(map.current))
      }}
      onKeyUpCapture={() => map.current && pointing.onRest(map.current)}
    >
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
        // The map fills most of a phone's screen, so one finger scrolls the page and two move the map.
        cooperativeGestures={window.innerWidth < NARROW}
        attributionControl={name === 'mapbox' ? undefined : false}
        locale={{ 'Map.Title': label }}
        interactiveLayerIds={layer && hasPatterns ? ['areas-fill'] : []}
        cursor={pointed ? 'pointer' : 'grab'}
        onLoad={({ target }) => {
          map.current = target
          for (const [pattern, tile] of fillPatterns(props.colours)) target.addImage(pattern, tile)
          setHasPatterns(true)
        }}
        onMove={({ viewState }) => onMove({ z: viewState.zoom, lat: viewState.latitude, lng: viewState.longitude })}
        onMoveEnd={({ target }) => {
          props.onSettled?.()
          pointing.onRest(target)
        }}
        onMouseMove={pointing.onMouseMove}
        onMouseOut={pointing.onMouseOut}
        onClick={(event) => onPick(pointing.cellAt(event))}
        onIdle={({ target }) => setDrawn(countDrawn(target))}
        onError={onError as never}
      >
        <NavigationControl position="top-right" showCompass={false} />
        {layer && hasPatterns ? (
          <HexagonLayers {...props} layer={layer} below={isOwnStyle ? ABOVE_DATA : undefined} />
        ) : null}
      </ReactMap>
      {pointed?.by === 'keyboard' ? <span className="accord-map__cross" aria-hidden="true" /> : null}
      {layer && pointed ? <AreaHover layer={layer} pointed={pointed} noun={props.noun} /> : null}
      {failed ? (
        <p className="accord-map__failed">The map data could not be loaded. The table has the same data.</p>
      ) : null}
    </div>
  )
}

const isCanvas = (target: EventTarget) => target instanceof HTMLCanvasElement

function countDrawn(map: LibraryMap): number {
  return map.getLayer('areas-fill') ? map.queryRenderedFeatures({ layers: ['areas-fill'] }).length : 0
}

function useRefusal(name: EngineName, onRefused: () => void) {
  return useCallback(
    ({ error }: { error: Error & { status?: number } }) => {
      const isToken = error.status === 401 || error.status === 403 || /access token/i.test(error.message)
      if (name === 'mapbox' && isToken) onRefused()
    },
    [name, onRefused],
  )
}
