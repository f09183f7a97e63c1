const HEADER = 'reference,recorded_on,strand,client,place,ward,postcode,lat,lng,crime_reference'

export type IncidentCells = Record<
  'reference' | 'recorded_on' | 'strand' | 'client' | 'place' | 'ward' | 'postcode' | 'lat' | 'lng' | 'crime_reference',
  string
>

const SOUND: IncidentCells = {
  reference: 'R-1',
  recorded_on: '2026-10-05',
  strand: 'race',
  client: 'P-1',
  place: 'point',
  ward: '',
  postcode: '',
  lat: '53.4084',
  lng: '-2.9916',
  crime_reference: '',
}

/** A line of an agency's own incidents, sound but for what is given. */
export function incidentLine(given: Partial<IncidentCells> = {}): string {
  return Object.values({ ...SOUND, ...given }).join(',')
}

/** A whole file; lines are numbered from 2, under the header. */
export function incidentFile(lines: readonly string[], newline = '\n'): string {
  return [HEADER, ...lines, ''].join(newline)
}

/** A file as it comes from a disk: in pieces that cut lines wherever they like. */
export function* inPieces(text: string | Buffer, bytes = 7): Generator<Buffer> {
  const whole = Buffer.from(text)
  for (let at = 0; at < whole.length; at += bytes) yield whole.subarray(at, at + bytes)
}
