import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { AREA } from '../app/domain/hotspots/places/place.ts'
import { say } from './say.ts'

// Makes the sea of the built-in basemap. Run it by hand when the area changes: node scripts/make-coast.ts. ©
// OpenStreetMap contributors, ODbL.
const PACKAGE = '@geo-maps/earth-seas-10m@0.6.0'
const TARGET = fileURLToPath(new URL('../public/coast.json', import.meta.url))
/** Degrees around the area, which become visible when the map is moved to its edge. */
const MARGIN = 0.45

type Point = [lng: number, lat: number]
type Ring = Point[]

const BOX = {
  west: AREA.west - MARGIN,
  east: AREA.east + MARGIN,
  south: AREA.south - MARGIN,
  north: AREA.north + MARGIN,
}

/** One edge of the box: which points are inside, and where a line crosses the edge. */
interface Edge {
  isInside: (point: Point) => boolean
  cross: (a: Point, b: Point) => Point
}

const EDGES: Edge[] = [
  { isInside: ([x]) => x >= BOX.west, cross: (a, b) => atLng(a, b, BOX.west) },
  { isInside: ([x]) => x <= BOX.east, cross: (a, b) => atLng(a, b, BOX.east) },
  { isInside: ([, y]) => y >= BOX.south, cross: (a, b) => atLat(a, b, BOX.south) },
  { isInside: ([, y]) => y <= BOX.north, cross: (a, b) => atLat(a, b, BOX.north) },
]

function atLng(a: Point, b: Point, lng: number): Point {
  return [lng, a[1] + ((b[1] - a[1]) * (lng - a[0])) / (b[0] - a[0])]
}

function atLat(a: Point, b: Point, lat: number): Point {
  return [a[0] + ((b[0] - a[0]) * (lat - a[1])) / (b[1] - a[1]), lat]
}

/** Clips a ring to the box, edge by edge (Sutherland and Hodgman's algorithm). */
function clip(ring: Ring): Ring {
  return EDGES.reduce<Ring>(
    (points, { isInside, cross }) =>
      points.flatMap((point, at) => {
        const before = points.at(at - 1) ?? point
        if (isInside(point)) return isInside(before) ? [point] : [cross(before, point), point]
        return isInside(before) ? [cross(before, point)] : []
      }),
    ring.slice(0, -1),
  )
}

function rounded(ring: Ring): Ring {
  const points = ring.map(([x, y]): Point => [Number(x.toFixed(4)), Number(y.toFixed(4))])
  const kept = points.filter((point, at) => String(point) !== String(points.at(at - 1)))
  return kept.length < 3 ? [] : [...kept, kept[0] as Point]
}

interface Shapes {
  type: string
  features?: { geometry: Shapes }[]
  geometries?: Shapes[]
  geometry?: Shapes
  coordinates?: unknown
}

function polygonsOf(shape: Shapes): Ring[][] {
  const within = [...(shape.features?.map(({ geometry }) => geometry) ?? []), ...(shape.geometries ?? [])]
  if (shape.geometry) within.push(shape.geometry)
  if (within.length > 0) return within.flatMap(polygonsOf)
  if (shape.type === 'Polygon') return [shape.coordinates as Ring[]]
  return shape.type === 'MultiPolygon' ? (shape.coordinates as Ring[][]) : []
}

const folder = mkdtempSync(join(tmpdir(), 'accord-coast-'))
try {
  execFileSync('npm', ['pack', PACKAGE, '--silent'], { cwd: folder })
  execFileSync('tar', ['xzf', 'geo-maps-earth-seas-10m-0.6.0.tgz'], { cwd: folder })
  const seas: Shapes = JSON.parse(readFileSync(join(folder, 'package/map.geo.json'), 'utf8'))
  const coordinates = polygonsOf(seas)
    .map((rings) => rings.map((ring) => rounded(clip(ring))).filter((ring) => ring.length > 0))
    .filter((rings) => rings.length > 0)
  const text = JSON.stringify({ type: 'MultiPolygon', coordinates })
  writeFileSync(TARGET, `${text}\n`)
  say(`${TARGET}: ${coordinates.flat(2).length} points, ${text.length} bytes`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
