import type { FeatureCollection } from 'geojson'
import { WARD_CENTRES } from '../../domain/hotspots/places/ward-centre.ts'
import type { EngineName } from './engine.ts'
import type { StyleSpecification } from './maplibre.client.ts'

/** The operator's own basemap: the names of its layers, and the attribution to show. Null means the built-in coast. */
export interface Basemap {
  layers: string[]
  attribution: string
}

type StyleLayer = StyleSpecification['layers'][number]

const LAND = '#f6f4ef'
const WATER = '#c3d0dc'
const LINE = '#8d8a83'
const WORDS = '#33312e'

/** The portal's data are drawn below this layer; this layer and those after it stay readable above them. */
export const ABOVE_DATA = 'sea'

/** The map style, from bottom to top: land, sea, roads, names of wards. The portal's data go between land and sea. */
export function basemapStyle(basemap: Basemap | null, engine: EngineName): StyleSpecification {
  const { origin } = window.location
  return {
    version: 8,
    // Mapbox needs glyphs for any text; MapLibre uses the fonts of the reader's computer.
    ...(engine === 'mapbox' ? { glyphs: 'mapbox://fonts/mapbox/{fontstack}/{range}.pbf' } : {}),
    sources: {
      sea: { type: 'geojson', data: `${origin}/coast.json` },
      wards: { type: 'geojson', data: wardNames() },
      ...(basemap ? { base: { type: 'vector', tiles: [`${origin}/tiles/{z}/{x}/{y}`], minzoom: 6, maxzoom: 13 } } : {}),
    },
    layers: [
      { id: 'land', type: 'background', paint: { 'background-color': LAND } },
      { id: ABOVE_DATA, type: 'fill', source: 'sea', paint: { 'fill-color': WATER, 'fill-antialias': true } },
      ...(basemap?.layers.flatMap(drawn) ?? []),
      {
        id: 'ward-names',
        type: 'symbol',
        source: 'wards',
        minzoom: 9.5,
        layout: {
          'text-field': ['get', 'name'],
          'text-size': ['interpolate', ['linear'], ['zoom'], 9.5, 10, 13, 14],
          'text-max-width': 7,
          'text-padding': 4,
        },
        paint: { 'text-color': WORDS, 'text-halo-color': '#ffffff', 'text-halo-width': 1.4 },
      },
    ],
  }
}

function wardNames(): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: Object.entries(WARD_CENTRES).map(([name, [lat, lng]]) => ({
      type: 'Feature',
      properties: { name },
      geometry: { type: 'Point', coordinates: [lng, lat] },
    })),
  }
}

/** Usual names of layers in basemaps. Layers with other names are not drawn. */
const ROADS = /^(roads?|transportation|highways?|streets)$/
const BORDERS = /^(wards?|lad|boundar(y|ies)|districts?|admin)$/
const WATERS = /^(water|waterway|sea|ocean)$/

function drawn(id: string): StyleLayer[] {
  const from = { source: 'base', 'source-layer': id } as const
  if (WATERS.test(id)) return [{ id: `base-${id}`, type: 'fill', ...from, paint: { 'fill-color': WATER } }]
  if (BORDERS.test(id)) {
    const paint = { 'line-color': LINE, 'line-opacity': 0.45, 'line-width': 0.7, 'line-dasharray': [3, 2] }
    return [{ id: `base-${id}`, type: 'line', ...from, minzoom: id === 'lad' ? 6 : 10, paint }]
  }
  if (!ROADS.test(id)) return []
  const width: [number, number][] = [
    [8, 0.4],
    [11, 1],
    [14, 3],
  ]
  const paint = {
    'line-color': LINE,
    'line-opacity': 0.6,
    'line-width': ['interpolate', ['linear'], ['zoom'], ...width.flat()] as never,
  }
  return [{ id: `base-${id}`, type: 'line', ...from, paint }]
}
