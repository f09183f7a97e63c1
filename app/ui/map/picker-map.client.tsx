import { useEffect, useState } from 'react'
import { sayWhere } from '../../domain/hotspots/places/near-ward.ts'
import { isInArea } from '../../domain/hotspots/places/place.ts'
import { href } from '../../href.ts'
import { type Basemap, basemapStyle } from './basemap.ts'
import { COAST_CREDIT } from './coast-credit.ts'
import type { MapLayerMouseEvent, MapParts } from './maplibre.client.ts'
import { useEngine } from './use-engine.ts'

export interface PickerMapProps {
  lat: string
  lng: string
  onChoose: (point: { lat: number; lng: number } | null) => void
}

const START = { lat: 53.41, lng: -2.95, z: 10.5 }
const CLOSE = 13

/**
 * Chooses a point by a click, or by moving the map with the arrow keys and taking its centre. It always draws with
 * MapLibre, so that no map service learns where an incident happened.
 */
export function PickerMap({ lat, lng, onChoose }: PickerMapProps) {
  const { engine } = useEngine('maplibre')
  const basemap = useBasemap()
  const chosen = lat && lng ? { lat: Number(lat), lng: Number(lng) } : null
  const [view, setView] = useState(chosen ? { ...chosen, z: CLOSE } : START)
  const [isOutside, setIsOutside] = useState(false)
  const choose = (point: { lat: number; lng: number }) => {
    setIsOutside(!isInArea(point))
    if (isInArea(point)) onChoose(point)
  }
  if (engine.is === 'absent')
    return <p className="govuk-body">This browser cannot draw a map. Choose the ward instead, or enter the postcode.</p>
  return (
    <div className="accord-place-picker">
      <p className="govuk-hint" id="picker-hint">
        Click the place on the map. With a keyboard, move the map with the arrow keys until the cross is on the place.
        Then select “Use the centre of the map”.
      </p>
      <div className="accord-place-picker__frame">
        {engine.is === 'ready' && basemap !== undefined ? (
          <Drawn parts={engine.parts} basemap={basemap} view={view} chosen={chosen} onMove={setView} onClick={choose} />
        ) : (
          <p className="accord-map__waiting">Loading the map…</p>
        )}
        <span className="accord-place-picker__cross" aria-hidden="true" />
      </div>
      <p className="govuk-body-s accord-map__credit">
        Coast {COAST_CREDIT}. {basemap?.attribution}
      </p>
      <p className="govuk-body" role="status">
        {isOutside ? 'That is outside the city region. Choose a place within it.' : said(chosen)}
      </p>
      <div className="govuk-button-group">
        <button
          type="button"
          className="govuk-button govuk-button--secondary"
          onClick={() => choose({ lat: view.lat, lng: view.lng })}
        >
          Use the centre of the map
        </button>
        {chosen ? (
          <button type="button" className="govuk-button govuk-button--secondary" onClick={() => onChoose(null)}>
            Remove the place from the map
          </button>
        ) : null}
      </div>
    </div>
  )
}

function said(chosen: { lat: number; lng: number } | null) {
  return chosen
    ? `Chosen: ${sayWhere([chosen.lng, chosen.lat])}. The exact point stays in the case.`
    : 'No place is chosen yet.'
}

interface DrawnProps {
  parts: MapParts
  basemap: Basemap | null
  view: { lat: number; lng: number; z: number }
  chosen: { lat: number; lng: number } | null
  onMove: (view: { lat: number; lng: number; z: number }) => void
  onClick: (point: { lat: number; lng: number }) => void
}

function Drawn({ parts, basemap, view, chosen, onMove, onClick }: DrawnProps) {
  const { Map: ReactMap, Source, Layer, NavigationControl, mapLib } = parts
  const [style] = useState(() => basemapStyle(basemap, 'maplibre'))
  const [isDrawn, setIsDrawn] = useState(false)
  const point = {
    type: 'FeatureCollection' as const,
    features: chosen
      ? [
          {
            type: 'Feature' as const,
            properties: {},
            geometry: { type: 'Point' as const, coordinates: [chosen.lng, chosen.lat] },
          },
        ]
      : [],
  }
  return (
    <div className="accord-map__canvas" data-picker-drawn={isDrawn || undefined}>
      <ReactMap
        mapLib={mapLib}
        mapStyle={style}
        longitude={view.lng}
        latitude={view.lat}
        zoom={view.z}
        minZoom={8}
        maxZoom={16}
        dragRotate={false}
        touchPitch={false}
        attributionControl={false}
        cursor="crosshair"
        locale={{ 'Map.Title': 'Map to choose the place on' }}
        onMove={({ viewState }) => onMove({ z: viewState.zoom, lat: viewState.latitude, lng: viewState.longitude })}
        onClick={({ lngLat }: MapLayerMouseEvent) => onClick({ lat: lngLat.lat, lng: lngLat.lng })}
        onIdle={() => setIsDrawn(true)}
      >
        <NavigationControl position="top-right" showCompass={false} />
        <Source id="chosen" type="geojson" data={point}>
          <Layer
            id="chosen-point"
            type="circle"
            paint={{
              'circle-radius': 9,
              'circle-color': '#a3004f',
              'circle-stroke-color': '#ffffff',
              'circle-stroke-width': 3,
            }}
          />
        </Source>
      </ReactMap>
    </div>
  )
}

/** undefined until the server has answered whether the operator has a basemap. */
function useBasemap(): Basemap | null | undefined {
  const [basemap, setBasemap] = useState<Basemap | null>()
  useEffect(() => {
    fetch(href('/tiles'))
      .then(async (answer) => setBasemap(answer.ok ? ((await answer.json()) as Basemap | null) : null))
      .catch(() => setBasemap(null))
  }, [])
  return basemap
}
