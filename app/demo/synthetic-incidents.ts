import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import type { StrandId } from '../domain/cases/strand.ts'
import type { LatLng } from '../domain/hotspots/map/cell.ts'
import { centreOfWard } from '../domain/hotspots/places/ward-centre.ts'
import { WARDS } from '../domain/partnership/ward.ts'

type Ward = (typeof WARDS)[number]

/** An invented incident, as an agency's own system would export it. */
export interface SyntheticIncident {
  reference: string
  agency: number
  client: string
  strand: StrandId
  point: LatLng | null
  ward: Ward | null
  online: boolean
  crimeReference: string
}

export interface SyntheticSettings {
  /** The number of the quarter, 0 for the oldest. Incidents in the emerging ward grow with it. */
  quarter: number
  quarters: number
  incidents: number
  agencies: number
  /** Points to choose from near the middle of each ward. Without them, points are scattered around it. */
  points?: readonly LatLng[]
}

/** Per cent of all incidents. Wards that are not named share the rest. */
const WEIGHTS: Partial<Record<Ward, number>> = {
  'City Centre South': 14,
  'City Centre North': 6,
  'Kensington & Fairfield': 8,
  'Brownlow Hill': 5,
  'Everton East': 4,
  'Everton West': 4,
  'Kirkdale East': 3,
  'Kirkdale West': 3,
  County: 4,
  Stoneycroft: 3,
  Toxteth: 4,
  'Princes Park': 3,
  'Norris Green': 4,
  Anfield: 3,
  Smithdown: 3,
}
/** Grows by 80 per cent from the first quarter to the last. */
const EMERGING: { ward: Ward; around: LatLng; from: number; to: number } = {
  ward: 'Tuebrook Breckside Park',
  around: { lat: 53.429, lng: -2.942 },
  from: 6,
  to: 10.8,
}
/** Two corners far from everything else with three and four incidents. No release may show them. */
export const LONELY: readonly LatLng[] = [
  { lat: 53.3365, lng: -2.8215 },
  { lat: 53.4735, lng: -2.862 },
]
const STRANDS: readonly [StrandId, number][] = [
  ['race', 64],
  ['sexual_orientation', 16],
  ['disability', 9],
  ['religion', 6],
  ['transgender', 5],
]
const ONLINE = 0.06
const UNKNOWN = 0.02
const WARD_ALONE = 0.12
const SPREAD_KM = 0.45
/** The emerging incidents happen in a few streets. */
const EMERGING_SPREAD_KM = 0.2
const OF_TURN = 0.18

/** A quarter of a city as domain experts describe it. The same arguments give the same incidents. */
export function syntheticQuarter(settings: SyntheticSettings): SyntheticIncident[] {
  const luck = xoroshiro128plus(settings.quarter)
  const draw = () => uniformFloat64(luck)
  const near = nearestPoints(settings.points)
  const clients: { agency: number; client: string }[] = []
  const made = Array.from({ length: settings.incidents }, (_, number) => {
    const again = draw() < OF_TURN ? clients[Math.floor(draw() * clients.length)] : undefined
    const agency = again?.agency ?? Math.floor(settings.agencies * draw() ** 1.6)
    const client = again?.client ?? `c${settings.quarter}-${number}`
    clients.push({ agency, client })
    const reference = `s${settings.quarter}-${number}`
    return {
      reference,
      agency,
      client,
      crimeReference: '',
      ...whereAndWhy(draw, (number + draw()) / settings.incidents, settings, near),
    }
  })
  const lonely = LONELY.flatMap((point, corner) =>
    Array.from(
      { length: 3 + corner },
      (_, number): SyntheticIncident => ({
        reference: `l${settings.quarter}-${corner}-${number}`,
        agency: corner,
        client: `l${settings.quarter}-${corner}-${number % 2}`,
        strand: 'religion',
        point,
        ward: null,
        online: false,
        crimeReference: '',
      }),
    ),
  )
  return [...made.slice(lonely.length), ...lonely]
}

function whereAndWhy(
  draw: () => number,
  share: number,
  settings: SyntheticSettings,
  near: (ward: Ward) => readonly LatLng[],
) {
  const ward = pickWard(share, settings)
  const strand = ward === 'City Centre South' && draw() < 0.4 ? 'sexual_orientation' : pick(STRANDS, draw())
  const known = draw()
  if (known < ONLINE) return { strand, point: null, ward: null, online: true }
  if (known < ONLINE + UNKNOWN) return { strand, point: null, ward: null, online: false }
  if (known < ONLINE + UNKNOWN + WARD_ALONE) return { strand, point: null, ward, online: false }
  const points = near(ward)
  const point = points[Math.floor(draw() * points.length)] ?? strewn(middleOf(ward), spreadOf(ward), draw)
  return { strand, point, ward, online: false }
}

/** Chooses wards in exact proportion to their weights, so that chance cannot hide the emerging ward. */
function pickWard(share: number, { quarter, quarters }: SyntheticSettings): Ward {
  const grown = EMERGING.from + ((EMERGING.to - EMERGING.from) * quarter) / Math.max(quarters - 1, 1)
  const named: [Ward, number][] = [...(Object.entries(WEIGHTS) as [Ward, number][]), [EMERGING.ward, grown]]
  const others = WARDS.filter((ward) => !named.some(([name]) => name === ward))
  const left = 100 - named.reduce((sum, [, weight]) => sum + weight, 0)
  return pick([...named, ...others.map((ward): [Ward, number] => [ward, left / others.length])], share)
}

function pick<Word>(weighted: readonly (readonly [Word, number])[], share: number): Word {
  let left = share * weighted.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [word, weight] of weighted) {
    left -= weight
    if (left < 0) return word
  }
  const [[first] = []] = weighted
  if (first === undefined) throw new Error('Nothing to choose from.')
  return first
}

function middleOf(ward: Ward): LatLng {
  return ward === EMERGING.ward ? EMERGING.around : centreOfWard(ward)
}

function spreadOf(ward: Ward): number {
  return ward === EMERGING.ward ? EMERGING_SPREAD_KM : SPREAD_KM
}

function strewn({ lat, lng }: LatLng, spreadKm: number, draw: () => number): LatLng {
  const far = spreadKm * Math.sqrt(-2 * Math.log(1 - draw()))
  const turn = 2 * Math.PI * draw()
  return { lat: lat + (far * Math.cos(turn)) / 111.2, lng: lng + (far * Math.sin(turn)) / 66.3 }
}

function nearestPoints(points: readonly LatLng[] = []) {
  const found = new Map<Ward, LatLng[]>()
  return (ward: Ward): readonly LatLng[] => {
    const known = found.get(ward)
    if (known) return known
    const centre = middleOf(ward)
    const near = points.filter(
      ({ lat, lng }) => Math.hypot((lat - centre.lat) * 111.2, (lng - centre.lng) * 66.3) < 1.5 * spreadOf(ward),
    )
    found.set(ward, near)
    return near
  }
}
