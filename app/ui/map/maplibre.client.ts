import 'maplibre-gl/dist/maplibre-gl.css'
import type * as MapLibre from 'maplibre-gl'
import libraryUrl from 'maplibre-gl/dist/maplibre-gl.mjs?url'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import { Layer, type MapProps, NavigationControl, Map as ReactMap, Source } from 'react-map-gl/maplibre'

export type { StyleSpecification } from 'maplibre-gl'
export type { MapLayerMouseEvent } from 'react-map-gl/maplibre'

/** The components that draw a map. Both libraries get MapLibre's types, which differ from Mapbox's only in names. */
export interface MapParts {
  Map: typeof ReactMap
  Source: typeof Source
  Layer: typeof Layer
  NavigationControl: typeof NavigationControl
  mapLib: MapProps['mapLib']
}

/** Loads the library as a separate file, as published: bundling it takes a minute and makes nothing smaller. */
export async function load(): Promise<MapParts> {
  const mapLib: typeof MapLibre = await import(/* @vite-ignore */ libraryUrl)
  mapLib.setWorkerUrl(workerUrl)
  return { Map: ReactMap, Source, Layer, NavigationControl, mapLib }
}
