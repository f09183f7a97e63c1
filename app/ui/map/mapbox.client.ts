import 'mapbox-gl/dist/mapbox-gl.css'
import type { default as Mapbox } from 'mapbox-gl'
import libraryUrl from 'mapbox-gl/dist/mapbox-gl.js?url'
import { Layer, NavigationControl, Map as ReactMap, Source } from 'react-map-gl/mapbox'
import type { MapParts } from './maplibre.client.ts'

/** Loads the library as a separate script, unchanged from its publication as its licence demands. */
export async function load(): Promise<MapParts> {
  await new Promise((resolve, reject) => {
    const script = document.createElement('script')
    script.addEventListener('load', resolve)
    script.addEventListener('error', reject)
    script.src = libraryUrl
    document.head.append(script)
  })
  const { mapboxgl: mapLib } = window as unknown as { mapboxgl: typeof Mapbox }
  return { Map: ReactMap, Source, Layer, NavigationControl, mapLib } as unknown as MapParts
}
