import type { PlaceInList } from '../../domain/lists/list-page.ts'
import type { AwarenessState } from '../../domain/partnership/awareness.ts'
import { WARDS, type Ward } from '../../domain/partnership/ward.ts'
import { href } from '../../href.ts'
import { listOf, oneOf, yes } from '../../ui/lists/list-query.ts'

/** The filters of a list of events; the address holds all of them. */
export interface EventsQuery extends PlaceInList {
  state: AwarenessState
  ward: Ward | ''
  /** Only events of the person's agency, or to which it is invited. */
  ours: boolean
}

export const EVENT_LISTS = {
  planned: { label: 'Upcoming', empty: 'No events are planned yet.' },
  held: { label: 'Held', empty: 'No events have been recorded as held yet.' },
  cancelled: { label: 'Cancelled', empty: 'No events have been cancelled.' },
} as const satisfies Record<AwarenessState, { label: string; empty: string }>

export const EVENTS = listOf<EventsQuery>({
  path: href('/awareness'),
  isNumbered: true,
  filters: {
    state: { ...oneOf('state', Object.keys(EVENT_LISTS) as AwarenessState[], 'planned'), isTab: true },
    ward: oneOf('ward', WARDS, ''),
    ours: yes('ours'),
  },
})
