import 'maplibre-gl/dist/maplibre-gl.css'
import type * as MapLibre from 'maplibre-gl'
import libraryUrl from 'maplibre-gl/dist/maplibre-gl.mjs?url'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import { Layer, type MapProps, NavigationControl, Map as ReactMap, Source } from 'react-map-gl/maplibre'

export type { StyleSpecification } from 'maplibre-gl'
export type { MapLayerMouseEvent } from 'react-map-gl/maplibre'

/** What draws a map. The types are MapLibre's for either library: they differ in names alone. */
export interface MapParts {
  Map: typeof ReactMap
  Source: typeof Source
  Layer: typeof Layer
  NavigationControl: typeof NavigationControl
  mapLib: MapProps['mapLib']
}

/** The library is a file of its own, as it was published: to make it smaller takes a minute and gains nothing. */
export async function load(): Promise<MapParts> {
  const mapLib: typeof MapLibre = await import(/* @vite-ignore */ libraryUrl)
  mapLib.setWorkerUrl(workerUrl)
  return { Map: ReactMap, Source, Layer, NavigationControl, mapLib }
}
