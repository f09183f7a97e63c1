import type { KeyKind } from '../../domain/lists/cursor.ts'
import type { PlaceInList } from '../../domain/lists/list-page.ts'
import type { RepairKind } from '../../domain/repairs/repair-kind.ts'
import { href } from '../../href.ts'
import { listOf, oneOf, yes } from '../../ui/lists/list-query.ts'

export const REPAIR_LISTS = {
  running: { label: 'To do', empty: 'No repairs or graffiti are waiting.' },
  excepted: { label: 'Exceptions', empty: 'No exceptions are recorded.' },
  done: { label: 'Done', empty: 'No repairs or graffiti are done yet.' },
} as const satisfies Record<string, { label: string; empty: string }>

export type RepairList = keyof typeof REPAIR_LISTS

export const REPAIR_LIST_IDS = Object.keys(REPAIR_LISTS) as RepairList[]

const KIND_IDS: readonly RepairKind[] = ['repair', 'graffiti']

/** The due time and the id. */
export const REPAIRS_KEYS = ['instant', 'id'] as const satisfies KeyKind[]

export interface RepairsQuery extends PlaceInList {
  list: RepairList
  kind: RepairKind | null
  late: boolean
  /** Only work that no one is on the way to. */
  unassigned: boolean
}

/** The list of the estates team. What runs is in the order of its deadlines, what has ended newest first. */
export const REPAIRS = listOf<RepairsQuery>({
  path: href('/repairs'),
  keys: REPAIRS_KEYS,
  filters: {
    list: { ...oneOf('list', REPAIR_LIST_IDS, 'running'), isTab: true },
    kind: oneOf('kind', KIND_IDS, null),
    late: { ...yes('late'), onlyWhen: ({ list }) => list === 'running' },
    unassigned: { ...yes('unassigned'), onlyWhen: ({ list }) => list === 'running' },
  },
})
