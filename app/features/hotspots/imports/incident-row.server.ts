import { isSpreadsheetDamage, saysUnknown } from '../../../domain/cases/crime-reference.ts'
import type { StrandId } from '../../../domain/cases/strand.ts'
import { type Cell, cellOf } from '../../../domain/hotspots/map/cell.ts'
import { type PointRefusal, readPoint } from '../../../domain/hotspots/places/point.ts'
import { postcodeKey } from '../../../domain/hotspots/places/postcode.ts'
import { cellOfWard } from '../../../domain/hotspots/places/ward-centre.ts'
import { WARDS } from '../../../domain/partnership/ward.ts'
import { type CalendarDay, isDay } from '../../../domain/time/calendar-day.ts'
import { faultOfText, quoteCell } from './csv-cell.server.ts'
import { INCIDENT_COLUMNS, type IncidentColumn } from './incident-columns.server.ts'
import type { CsvShape } from './read-csv.server.ts'

/** An incident from an agency's own system: what the anonymous map needs, and nothing else. */
export interface ImportedIncidentRow {
  reference: string
  recordedOn: CalendarDay
  strand: StrandId
  client: string
  crimeReference: string
  place: ImportedPlace
}

/** Postcodes are looked up later, some thousand at a time. */
type ImportedPlace = { cell: Cell | null; online: boolean } | { postcode: string }

type Cells = Readonly<Record<IncidentColumn, string>>
type Complain = (message: string) => void

const LONGEST = { reference: 100, client: 100, crime_reference: 60, strand: 40, place: 20, ward: 60, postcode: 12 }
const NEEDED = ['reference', 'client'] as const
const IDENTIFIERS = [...NEEDED, 'crime_reference'] as const

/** The format of an agency's incident file (docs/imports.md). */
export function incidentsCsv(known: {
  strands: readonly StrandId[]
  today: CalendarDay
}): CsvShape<keyof Cells, ImportedIncidentRow> {
  return {
    columns: INCIDENT_COLUMNS,
    decimals: ['lat', 'lng'],
    header: true,
    othersToo: false,
    readRow: (cells, complain) => readIncident(cells, known, complain),
  }
}

function readIncident(
  cells: Cells,
  { strands, today }: { strands: readonly StrandId[]; today: CalendarDay },
  complain: Complain,
): ImportedIncidentRow | undefined {
  const faults = Object.entries(LONGEST).flatMap(([column, longest]) => {
    const fault = faultOfText(column, cells[column as keyof typeof LONGEST], longest)
    return fault ? [fault] : []
  })
  const unusable = faults.length > 0 ? [] : identifierFaults(cells)
  for (const fault of [...faults, ...unusable]) complain(fault)
  const recordedOn = readDay(cells.recorded_on.trim(), today, complain)
  const strand = strands.find((one) => one === cells.strand.trim())
  if (!strand) complain(`${quoteCell(cells.strand)} is not a strand: write ${strands.join(', ')}`)
  const place = readPlace(cells, complain)
  if (faults.length + unusable.length > 0 || !recordedOn || !strand || !place) return undefined
  const words = {
    reference: cells.reference.trim(),
    client: cells.client.trim(),
    crimeReference: cells.crime_reference.trim(),
  }
  return { ...words, recordedOn, strand, place }
}

/** Lines with the same value are one incident, one client or one crime, so a value like 'unknown' would merge them. */
function identifierFaults(cells: Cells): string[] {
  const empty = NEEDED.filter((column) => cells[column].trim() === '')
  const unknown = NEEDED.filter((column) => !empty.includes(column) && saysUnknown(cells[column]))
  const damaged = IDENTIFIERS.filter((column) => isSpreadsheetDamage(cells[column]))
  return [
    ...empty.map((column) => `The cell “${column}” must be filled in`),
    ...unknown.map(
      (column) => `${quoteCell(cells[column])} in “${column}” does not identify anything: ${OWN_NUMBER[column]}`,
    ),
    ...damaged.map(
      (column) =>
        `A spreadsheet has damaged “${column}”, which is now ${quoteCell(cells[column])}. Format the column as text and enter the original`,
    ),
  ]
}

const OWN_NUMBER: Readonly<Record<(typeof NEEDED)[number], string>> = {
  reference: 'give each incident a reference of its own',
  client: 'give each client a pseudonym of their own',
}

function readDay(text: string, today: CalendarDay, complain: Complain): CalendarDay | undefined {
  if (!isDay(text) || text < '1990')
    complain(`${quoteCell(text)} in “recorded_on” is not a date. Enter it like 2026-11-23`)
  else if (text > today) complain(`${quoteCell(text)} in “recorded_on” is in the future`)
  else return text
  return undefined
}

const POINT_WORDS: Readonly<Record<PointRefusal['kind'], string>> = {
  'no-number': '“lat” and “lng” must be degrees, such as 53.4071 and -2.9916',
  swapped: '“lat” and “lng” are swapped: here the latitude is about 53.4 and the longitude about -2.9',
  'outside-area': 'This point is outside the partnership’s area',
}

function readPlace(cells: Cells, complain: Complain): ImportedPlace | undefined {
  const place = cells.place.trim()
  if (place === 'online') return { cell: null, online: true }
  if (place === 'unknown') return { cell: null, online: false }
  if (place === 'point') {
    const point = readPoint(cells.lat.trim(), cells.lng.trim())
    if (point.ok && point.value) return { cell: cellOf(point.value), online: false }
    complain(point.ok ? 'The place is a point, so “lat” and “lng” must be filled in' : POINT_WORDS[point.refusal.kind])
  } else if (place === 'postcode') {
    const postcode = postcodeKey(cells.postcode)
    if (postcode !== '') return { postcode }
    complain('The place is a postcode, so “postcode” must be filled in')
  } else if (place === 'ward') {
    const ward = WARDS.find((one) => one === cells.ward.trim())
    if (ward) return { cell: cellOfWard(ward), online: false }
    complain(`${quoteCell(cells.ward)} is not a ward of Liverpool as the forms name it`)
  } else {
    complain(`${quoteCell(place)} is not a kind of place: write point, postcode, ward, online or unknown`)
  }
  return undefined
}
