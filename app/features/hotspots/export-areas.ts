import type { FeatureCollection, Polygon } from 'geojson'
import { STANDINGS } from '../../domain/hotspot/area-words.ts'
import { outlineOf, sizeOf } from '../../domain/hotspot/hexagon.ts'
import type { AreaRow } from './area-row.ts'
import type { ShownRelease } from './read-map.server.ts'

export const AREA_EXPORT_HEADER = [
  'Period',
  'Hexagon (H3)',
  'Resolution',
  'What is left around finer ones',
  'Where',
  'Incidents, about',
  'Release before, about',
  'Stands out',
]

type Exported = Pick<ShownRelease, 'period' | 'rows' | 'offMap'>

export function areasAsCells({ period, rows, offMap }: Exported): string[][] {
  return [
    ...rows.map((row) => [
      period,
      row.cell,
      String(sizeOf(row.cell)),
      row.rest ? 'yes' : 'no',
      row.where,
      String(row.count),
      row.before === null ? '' : String(row.before),
      STANDINGS[row.standing].label,
    ]),
    ...offMap.map(({ label, count, before }) => {
      return [period, '', '', '', label, String(count), before === null ? '' : String(before), '']
    }),
  ]
}

/** What lies on no map is there too, as a feature without a shape: the numbers add up to everything. */
export function areasAsGeoJson({ period, rows, offMap }: Exported): FeatureCollection<Polygon | null> {
  const properties = ({ where, count, before, standing, rest, cell }: AreaRow) => ({
    period,
    cell,
    resolution: sizeOf(cell),
    rest,
    where,
    incidents: count,
    before,
    standing,
  })
  return {
    type: 'FeatureCollection',
    features: [
      ...rows.map((row) => ({
        type: 'Feature' as const,
        properties: properties(row),
        geometry: { type: 'Polygon' as const, coordinates: [outlineOf(row.cell)] },
      })),
      ...offMap.map(({ word, label, count, before }) => ({
        type: 'Feature' as const,
        properties: { period, cell: null, word, where: label, incidents: count, before },
        geometry: null,
      })),
    ],
  }
}
