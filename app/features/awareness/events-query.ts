import type { AwarenessState } from '../../domain/partnership/awareness.ts'
import { WARDS } from '../../domain/partnership/ward.ts'
import { href } from '../../href.ts'

/** The filters of a list of events; the address holds all of them. */
export interface EventsQuery {
  state: AwarenessState
  ward: string
  /** Only events of the person's agency, or to which it is invited. */
  ours: boolean
  page: number
}

export const EVENT_LISTS = {
  planned: { label: 'Upcoming', empty: 'No events are planned yet.' },
  held: { label: 'Held', empty: 'No events have been recorded as held yet.' },
  cancelled: { label: 'Cancelled', empty: 'No events have been cancelled.' },
} as const satisfies Record<AwarenessState, { label: string; empty: string }>

export const EVENTS_A_PAGE = 25

export function eventsQueryOf(params: URLSearchParams): EventsQuery {
  const state = params.get('state') ?? ''
  const ward = params.get('ward') ?? ''
  const page = Number(params.get('page') ?? '1')
  return {
    state: Object.hasOwn(EVENT_LISTS, state) ? (state as AwarenessState) : 'planned',
    ward: (WARDS as readonly string[]).includes(ward) ? ward : '',
    ours: params.get('ours') === 'yes',
    page: Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1,
  }
}

export function eventsHref({ state, ward, ours, page }: EventsQuery): string {
  const params = new URLSearchParams()
  if (state !== 'planned') params.set('state', state)
  if (ward) params.set('ward', ward)
  if (ours) params.set('ours', 'yes')
  if (page > 1) params.set('page', String(page))
  return href('/awareness', params)
}
