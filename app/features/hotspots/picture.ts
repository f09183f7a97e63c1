import { outlineOf } from '../../domain/hotspot/hexagon.ts'
import type { MapLayer } from '../../domain/hotspot/map-layer.ts'
import { WARD_CENTRES } from '../../domain/hotspot/ward-centre.ts'
import { EMERGING_LINE, HOT_LINE } from './palette.ts'

export interface Picture {
  title: string
  /** One colour for each class of the legend, light to dark, with its words. */
  legend: readonly { colour: string; label: string }[]
  layer: MapLayer
  /** Polygons of the sea as [longitude, latitude]. */
  sea: readonly (readonly (readonly [number, number])[])[]
  attribution: string
}

const WIDTH = 900
const MARGIN = 24
const SEA = '#c3d0dc'
const LAND = '#f5f4ef'
/** Half the width of a letter of a name, and the height of a line, in pixels. */
const LETTER = 2.6
const LINE = 11

/** A layer of the map as a picture that needs no browser to draw and no JavaScript to see: for print, mail and pages. */
export function drawPicture({ title, legend, layer, sea, attribution }: Picture): string {
  const { at, height } = projection(layer.h.flatMap((cell) => outlineOf(cell)))
  const path = (ring: readonly (readonly [number, number])[]) =>
    `M${ring.map((point) => at(point).join(' ')).join('L')}Z`
  const hexagon = (cell: string, style: string) => `<path d="${path(outlineOf(cell))}" ${style}/>`
  const parts = [
    `<rect width="${WIDTH}" height="${height}" fill="${LAND}"/>`,
    `<path fill="${SEA}" fill-rule="evenodd" d="${sea.map(path).join('')}"/>`,
    ...layer.h.map((cell, number) => {
      const fill = legend[layer.shade[number] ?? 0]?.colour ?? 'none'
      return hexagon(cell, `fill="${fill}" fill-opacity="0.85" stroke="#505a5f" stroke-width="0.6"`)
    }),
    ...layer.hot.map((cell) => hexagon(cell, `fill="none" stroke="${HOT_LINE}" stroke-width="3"`)),
    ...layer.emerging.map((cell) => {
      return hexagon(cell, `fill="none" stroke="${EMERGING_LINE}" stroke-width="3" stroke-dasharray="7 4"`)
    }),
    ...names(at),
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

/** Degrees to pixels: at this latitude a degree of longitude is about 0.6 of one of latitude. */
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

/** Each ward's name, but for those that would lie on another. */
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
  return legend.flatMap(({ colour, label }, number) => {
    const y = height - 30 - 20 * (legend.length - number)
    return [
      `<rect x="${MARGIN}" y="${y}" width="16" height="14" fill="${colour}" stroke="#505a5f" stroke-width="0.6"/>`,
      `<text x="${MARGIN + 24}" y="${y + 12}" font-size="13">${escaped(label)}</text>`,
    ]
  })
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
