import { STRANDS } from '../../../domain/cases/strand.ts'
import { areasAsDrawn } from '../../../domain/hotspots/map/drawn-area.ts'
import { outlineOf } from '../../../domain/hotspots/map/hexagon.ts'
import type { MapLayer } from '../../../domain/hotspots/map/map-layer.ts'
import { WARD_CENTRES } from '../../../domain/hotspots/places/ward-centre.ts'
import { sayPeriod } from '../../../domain/hotspots/release/period.ts'
import { COAST_CREDIT } from '../../../ui/map/coast-credit.ts'
import type { MapQuery } from './map-query.ts'
import { CRIME_COLOURS, EMERGING_LINE, HATCH_COLOURS, HOT_LINE, SHADE_COLOURS } from './palette.ts'

export interface Picture {
  title: string
  /** A colour for each class of the legend, light to dark. Without labels, the page shows the legend. */
  legend: readonly { colour: string; label?: string }[]
  layer: MapLayer
  /** Polygons of the sea as [longitude, latitude]. */
  sea: readonly (readonly (readonly [number, number])[])[]
  attribution: string
}

/** The extent of a picture whose release has no area to draw. */
const CITY = Object.values(WARD_CENTRES).map(([lat, lng]): [number, number] => [lng, lat])
const WIDTH = 900
const MARGIN = 24
const SEA = '#c3d0dc'
const LAND = '#f5f4ef'
/** Half the average width of a letter, and the height of a line, in pixels. */
const LETTER = 2.6
const LINE = 11

/** A layer of the map as an SVG, for print, mail and pages without JavaScript. */
export function drawPicture({ title, legend, layer, sea, attribution }: Picture): string {
  const areas = areasAsDrawn(layer)
  const { at, height } = projection(areas.length > 0 ? areas.flatMap(({ ring }) => ring) : CITY)
  const path = (ring: readonly (readonly [number, number])[]) =>
    `M${ring.map((point) => at(point).join(' ')).join('L')}Z`
  const hexagon = (cell: string, style: string) => `<path d="${path(outlineOf(cell))}" ${style}/>`
  const parts = [
    `<rect width="${WIDTH}" height="${height}" fill="${LAND}"/>`,
    ...hatches(legend),
    ...areas.map((area) => {
      const shade = layer.shade[area.at] ?? 0
      const fill = area.isRest ? `url(#rest-${shade})` : (legend[shade]?.colour ?? 'none')
      return `<path d="${path(area.ring)}" fill="${fill}" stroke="#505a5f" stroke-width="0.6"/>`
    }),
    `<path fill="${SEA}" fill-rule="evenodd" d="${sea.map(path).join('')}"/>`,
    ...layer.hot.map((cell) => hexagon(cell, `fill="none" stroke="${HOT_LINE}" stroke-width="3"`)),
    ...layer.emerging.map((cell) => {
      return hexagon(cell, `fill="none" stroke="${EMERGING_LINE}" stroke-width="3" stroke-dasharray="7 4"`)
    }),
    ...names(at),
    ...areas.map(({ at: number, label }) => numberAt(at(label), layer.n[number] ?? 0)),
    ...key(legend, height),
    `<text x="${WIDTH - MARGIN}" y="${height - 8}" text-anchor="end" font-size="12">${escaped(attribution)}</text>`,
  ]
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" font-family="sans-serif" role="img">`,
    `<title>${escaped(title)}</title>`,
    ...parts,
    '</svg>',
    '',
  ].join('\n')
}

/** The same title and colours as the map on a page, which has the legend beside it. */
export function pictureWords(query: Pick<MapQuery, 'period' | 'strand' | 'beside'>): Omit<Picture, 'layer' | 'sea'> {
  const { period, strand, beside } = query
  const of = beside ? 'Crimes of every kind, from data.police.uk' : strand ? STRANDS[strand].label : 'Incidents'
  return {
    title: `${of}, ${sayPeriod(period ?? '')}`,
    legend: (beside ? CRIME_COLOURS : SHADE_COLOURS).map((colour) => ({ colour })),
    attribution: `Coast ${COAST_CREDIT}`,
  }
}

/** A hatched fill for the rest of an area, so that it differs from a whole area without colour too. */
function hatches(legend: Picture['legend']): string[] {
  return legend.map(({ colour }, shade) => {
    const line = `<path d="M0 0V8" stroke="${HATCH_COLOURS[shade] ?? colour}" stroke-width="3"/>`
    return `<pattern id="rest-${shade}" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="8" height="8" fill="${colour}"/>${line}</pattern>`
  })
}

function numberAt([x = 0, y = 0]: number[], count: number): string {
  return `<text x="${x}" y="${y + 4}" text-anchor="middle" font-size="11" font-weight="bold" stroke="#fff" stroke-width="3" paint-order="stroke" data-count="${count}">${count}</text>`
}

/** Degrees to pixels: at this latitude a degree of longitude is about 0.6 of a degree of latitude. */
function projection(points: readonly (readonly [number, number])[]) {
  const [lngs, lats] = [points.map(([lng]) => lng), points.map(([, lat]) => lat)]
  const [west, east] = [Math.min(...lngs), Math.max(...lngs)]
  const [south, north] = [Math.min(...lats), Math.max(...lats)]
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const scale = (WIDTH - 2 * MARGIN) / ((east - west) * squeeze)
  const at = ([lng, lat]: readonly [number, number]) => [
    Number((MARGIN + (lng - west) * squeeze * scale).toFixed(1)),
    Number((MARGIN + (north - lat) * scale).toFixed(1)),
  ]
  return { at, height: Math.ceil((north - south) * scale + 2 * MARGIN) }
}

/** Ward names, without those that would overlap another. */
function names(at: (point: readonly [number, number]) => number[]): string[] {
  const placed: [x: number, y: number, ward: string][] = []
  for (const [ward, [lat, lng]] of Object.entries(WARD_CENTRES)) {
    const [x = 0, y = 0] = at([lng, lat])
    const clashes = placed.some(([left, top, other]) => {
      return Math.abs(left - x) < (ward.length + other.length) * LETTER && Math.abs(top - y) < LINE
    })
    if (!clashes) placed.push([x, y, ward])
  }
  return placed.map(([x, y, ward]) => {
    return `<text x="${x}" y="${y}" text-anchor="middle" font-size="9" fill="#333" stroke="#fff" stroke-width="2" paint-order="stroke">${escaped(ward)}</text>`
  })
}

function key(legend: Picture['legend'], height: number): string[] {
  const [first] = legend
  if (!first?.label) return []
  const fills = legend.map(({ colour, label = '' }) => ({ fill: colour, label }))
  const entries = [...fills, { fill: 'url(#rest-1)', label: 'rest of a larger area around smaller ones' }]
  return entries.flatMap(({ fill, label }, number) => {
    const y = height - 30 - 20 * (entries.length - number)
    return [
      `<rect x="${MARGIN}" y="${y}" width="16" height="14" fill="${fill}" stroke="#505a5f" stroke-width="0.6"/>`,
      `<text x="${MARGIN + 24}" y="${y + 12}" font-size="13">${escaped(label)}</text>`,
    ]
  })
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
