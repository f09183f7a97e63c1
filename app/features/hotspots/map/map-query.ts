import { STRAND_IDS, type StrandId } from '../../../domain/cases/strand.ts'
import { isDrawable } from '../../../domain/hotspots/map/hexagon.ts'
import { href } from '../../../href.ts'

export const MAP_SORTS = ['where', 'size', 'count', 'change', 'standing'] as const

export type MapSort = (typeof MAP_SORTS)[number]

/** The centre and zoom of the map; rounded to keep the address short. */
export interface MapView {
  z: number
  lat: number
  lng: number
}

export interface MapQuery {
  /** Such as 2026-Q3; null for the newest release. */
  period: string | null
  strand: StrandId | null
  at: string | null
  beside: 'police' | null
  view: MapView | null
  sort: MapSort
  order: 'up' | 'down'
  page: number
}

/** Reads the address. Unknown values are ignored, so that an old link still opens the map. */
export function mapQueryOf(params: URLSearchParams): MapQuery {
  const period = params.get('period') ?? ''
  const strand = params.get('strand') as StrandId
  const at = params.get('at') ?? ''
  const sort = params.get('sort') as MapSort
  const page = Number(params.get('page'))
  return {
    period: /^20\d\d(-[QH]\d)?$/.test(period) ? period : null,
    strand: STRAND_IDS.includes(strand) ? strand : null,
    at: isDrawable(at) ? at : null,
    beside: params.get('beside') === 'police' ? 'police' : null,
    view: viewOf(params),
    sort: MAP_SORTS.includes(sort) ? sort : 'count',
    order: params.get('order') === 'up' ? 'up' : 'down',
    page: Number.isInteger(page) && page > 1 && page < 10_000 ? page : 1,
  }
}

function viewOf(params: URLSearchParams): MapView | null {
  const [z, lat, lng] = [params.get('z'), params.get('lat'), params.get('lng')].map((text) =>
    Number(text || Number.NaN),
  )
  if (z === undefined || lat === undefined || lng === undefined) return null
  const isThere = z >= 5 && z <= 16 && Math.abs(lat) <= 85 && Math.abs(lng) <= 180
  return isThere ? { z, lat, lng } : null
}

export function mapHref(query: MapQuery, change: Partial<MapQuery> = {}, path = href('/map')): string {
  const { period, strand, at, beside, view, sort, order, page } = { ...query, page: 1, ...change }
  const params = new URLSearchParams()
  if (period) params.set('period', period)
  if (strand) params.set('strand', strand)
  if (at) params.set('at', at)
  if (beside) params.set('beside', beside)
  if (view) for (const [name, value] of Object.entries(view)) params.set(name, String(value))
  if (sort !== 'count' || order !== 'down') {
    params.set('sort', sort)
    params.set('order', order)
  }
  if (page > 1) params.set('page', String(page))
  return params.size === 0 ? path : `${path}?${params}`
}
