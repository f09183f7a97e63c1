import type { FeatureCollection, Polygon } from 'geojson'
import { STRANDS, type StrandId } from '../../../domain/cases/strand.ts'
import { STANDINGS } from '../../../domain/hotspots/map/area-words.ts'
import { outlineOf, sizeOf } from '../../../domain/hotspots/map/hexagon.ts'
import type { AreaRow } from './area-row.ts'
import type { ShownRelease } from './read-map.server.ts'

type Exported = Pick<ShownRelease, 'period' | 'strand' | 'ruleVersion' | 'rows' | 'offMap'>

type OffMapRow = Exported['offMap'][number]

const HEADER = [
  'Period',
  'Strand',
  'Version of the rules',
  'Where',
  'Hexagon (H3)',
  'Resolution',
  'Rest of the hexagon, without the smaller areas inside it',
  'Incidents, about',
  'Compared in',
  'Incidents there now, about',
  'Incidents there in the release before, about',
]

/** Hotspots are calculated over all strands, so the export of one strand has no such column. */
const STANDS_OUT = 'Hotspot'

const strandName = (strand: StrandId | null) => (strand ? STRANDS[strand].label : 'All strands')

export function exportName({ period, strand }: Pick<Exported, 'period' | 'strand'>): string {
  return `map-${period}${strand ? `-${strand.replaceAll('_', '-')}` : ''}`
}

/** The rows of a spreadsheet, with the header first. */
export function areasAsCells({ period, strand, ruleVersion, rows, offMap }: Exported): string[][] {
  const start = [period, strandName(strand), String(ruleVersion)]
  const withStanding = (cells: string[], says: string) => (strand ? cells : [...cells, says])
  return [
    withStanding(HEADER, STANDS_OUT),
    ...rows.map((row) => withStanding([...start, ...cellsOf(row)], row.standing ? STANDINGS[row.standing].label : '')),
    ...offMap.map((row) => withStanding([...start, ...offMapCells(row)], '')),
  ]
}

const NOT_COMPARED = ['', '', '']

function cellsOf({ where, cell, rest, count, compared }: AreaRow): string[] {
  return [
    where,
    cell,
    String(sizeOf(cell)),
    rest ? 'yes' : 'no',
    String(count),
    ...(compared ? [compared.within ?? where, String(compared.now), String(compared.before)] : NOT_COMPARED),
  ]
}

function offMapCells({ label, count, before }: OffMapRow): string[] {
  const compared = before === null ? NOT_COMPARED : [label, String(count), String(before)]
  return [label, '', '', 'no', String(count), ...compared]
}

/** Counts without a hexagon become features without geometry, so that the numbers add up to the whole release. */
export function areasAsGeoJson(release: Exported): FeatureCollection<Polygon | null> {
  const { period, strand, ruleVersion, rows, offMap } = release
  const start = { period, strand: strandName(strand), ruleVersion }
  return {
    type: 'FeatureCollection',
    features: [
      ...rows.map((row) => ({
        type: 'Feature' as const,
        properties: { ...start, ...propertiesOf(row) },
        geometry: { type: 'Polygon' as const, coordinates: [outlineOf(row.cell)] },
      })),
      ...offMap.map(({ word, label, count, before }) => ({
        type: 'Feature' as const,
        properties: {
          ...start,
          cell: null,
          word,
          where: label,
          incidents: count,
          ...(before === null ? {} : { comparedIn: label, incidentsThere: count, incidentsBefore: before }),
        },
        geometry: null,
      })),
    ],
  }
}

/** Values that were not calculated are omitted: an empty value would read like a result. */
function propertiesOf({ cell, rest, where, count, compared, standing }: AreaRow) {
  return {
    cell,
    resolution: sizeOf(cell),
    rest,
    where,
    incidents: count,
    ...(compared
      ? { comparedIn: compared.within ?? where, incidentsThere: compared.now, incidentsBefore: compared.before }
      : {}),
    ...(standing ? { standing } : {}),
  }
}
