import type { KeyKind } from '../../domain/lists/cursor.ts'
import type { PlaceInList } from '../../domain/lists/list-page.ts'
import type { CountedPeople } from '../../facts/counted-people.server.ts'
import { href } from '../../href.ts'
import { listOf, oneOf, rowId, yes } from '../../ui/lists/list-query.ts'

export const ONLY = {
  'not-joined': 'Invited, not joined yet',
  'left-lately': 'Left in the last 30 days',
} as const satisfies Record<CountedPeople, string>

export interface PeopleQuery extends PlaceInList {
  agencyId: string | null
  /** Only the people behind a number on the administrator’s Today. */
  only: CountedPeople | null
  /** Whether to include people who have left. */
  left: boolean
}

/** Whether a person has left (1), and the id. Not the name: it would stay in the browser's history. */
const PEOPLE_KEYS = ['flag', 'id'] as const satisfies KeyKind[]

export const PEOPLE = listOf<PeopleQuery>({
  path: href('/staff'),
  keys: PEOPLE_KEYS,
  isNumbered: true,
  filters: {
    agencyId: rowId('agency'),
    left: yes('left'),
    only: oneOf('only', Object.keys(ONLY) as CountedPeople[], null),
  },
})
