export const INCIDENT_COLUMNS = [
  'reference',
  'recorded_on',
  'strand',
  'client',
  'place',
  'ward',
  'postcode',
  'lat',
  'lng',
  'crime_reference',
] as const

export type IncidentColumn = (typeof INCIDENT_COLUMNS)[number]

export interface ColumnGuide {
  column: string
  holds: string
  example: string
}

const GUIDE: Readonly<Record<IncidentColumn, Omit<ColumnGuide, 'column'>>> = {
  reference: { holds: 'The incident in the agency’s own system, different in each line', example: '4711' },
  recorded_on: { holds: 'The day the agency recorded it', example: '2026-10-05' },
  strand: { holds: 'Why it was felt to be hate', example: 'race' },
  client: { holds: 'The agency’s own pseudonym for the client, never a name', example: 'c-19' },
  place: { holds: 'What is known of the place: point, postcode, ward, online or unknown', example: 'ward' },
  ward: { holds: 'The ward, where the place is a ward', example: 'Speke' },
  postcode: { holds: 'The postcode, where the place is a postcode', example: 'L7 2AB' },
  lat: { holds: 'The latitude in degrees, where the place is a point', example: '53.40840' },
  lng: { holds: 'The longitude in degrees, where the place is a point', example: '-2.99160' },
  crime_reference: { holds: 'The crime reference of the police, if there is one', example: 'MS/26/104411' },
}

/** The columns of an incident file in order, for the guide on the import page. */
export function explainIncidentColumns(): ColumnGuide[] {
  return INCIDENT_COLUMNS.map((column) => ({ column, ...GUIDE[column] }))
}
