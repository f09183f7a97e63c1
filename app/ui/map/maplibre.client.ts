import 'maplibre-gl/dist/maplibre-gl.css'
import type * as MapLibre from 'maplibre-gl'
import libraryUrl from 'maplibre-gl/dist/maplibre-gl.mjs?url'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import { Layer, NavigationControl, Map as ReactMap, Source } from 'react-map-gl/maplibre'

/** The library is a file of its own, as it was published: to make it smaller takes a minute and gains nothing. */
export async function load() {
  const mapLib: typeof MapLibre = await import(/* @vite-ignore */ libraryUrl)
  mapLib.setWorkerUrl(workerUrl)
  return { Map: ReactMap, Source, Layer, NavigationControl, mapLib }
}
