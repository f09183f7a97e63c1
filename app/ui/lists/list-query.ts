import { isId, type KeyKind, readCursor } from '../../domain/lists/cursor.ts'
import type { PlaceInList } from '../../domain/lists/list-page.ts'

/** How one filter of a list is written in its address. */
interface ListFilter<Value, Query> {
  param: string
  /** The value that leaves nothing out; it is not written. */
  none: Value
  /** What it does not know is `none`, so that an old link still opens the list. */
  read: (text: string) => Value
  write: (value: Value) => string
  /** Elsewhere it is `none`, whatever the address says. */
  onlyWhen?: (query: Query) => boolean
  /** Which of several lists it is: “Show everything” keeps it. */
  isTab?: true
}

type FilterId<Query> = Exclude<keyof Query, keyof PlaceInList> & string

type FiltersOf<Query> = { [Id in FilterId<Query>]: ListFilter<Query[Id], Query> }

/** The words for a filter that is on, such as the name of the chosen agency; null where there is nobody by that id. */
type Words<Query> = { [Id in FilterId<Query>]?: (value: NonNullable<Query[Id]>) => string | null | undefined }

interface ListMade<Query> {
  path: string
  /** In the order of the address. */
  filters: FiltersOf<Query>
  /** What its cursor is made of, for a list of any length. */
  keys?: readonly KeyKind[]
  /** Its pages have numbers, and one can be opened by its number alone. */
  isNumbered?: boolean
}

/** Filters as data: `ours: { ...yes('ours'), onlyWhen: ({ lane }) => lane === 'to_answer' }`. */
export function yes(param: string) {
  return { param, none: false, read: (text: string) => text === 'yes', write: (on: boolean) => (on ? 'yes' : '') }
}

export function rowId(param: string) {
  const read = (text: string) => (isId(text) ? text : null)
  return { param, none: null, read, write: (id: string | null) => id ?? '' }
}

export function oneOf<const Id extends string, const None extends string | null>(
  param: string,
  ids: readonly Id[],
  none: None,
) {
  const read = (text: string) => ids.find((id) => id === text) ?? none
  return { param, none, read, write: (id: Id | None) => (id === none ? '' : (id ?? '')) }
}

export type List<Query> = ReturnType<typeof listOf<Query & PlaceInList>>

/** A list from its filters: reads its address and makes the addresses of lists like it. */
export function listOf<Query extends PlaceInList>({ path, filters, keys = [], isNumbered = false }: ListMade<Query>) {
  const ids = Object.keys(filters) as FilterId<Query>[]
  const written = (query: Query, id: FilterId<Query>) => filters[id].write(query[id])
  const isOn = (query: Query, id: FilterId<Query>) => !filters[id].isTab && written(query, id) !== ''
  function none(some: FilterId<Query>[]): Partial<Query> {
    const values: Partial<Query> = {}
    for (const id of some) values[id] = filters[id].none
    return values
  }
  const withoutUnfit = (query: Query): Query => ({
    ...query,
    ...none(ids.filter((id) => filters[id].onlyWhen?.(query) === false)),
  })

  function readPlace(params: URLSearchParams): PlaceInList {
    const cursor = readCursor(params.get('after'), 'after', keys) ?? readCursor(params.get('before'), 'before', keys)
    const page = Number(params.get('page'))
    const isPage = Number.isInteger(page) && page > 1 && page < 100_000
    return { cursor, page: isPage && (cursor || isNumbered) ? page : 1 }
  }

  function read(params: URLSearchParams): Query {
    const values = ids.map((id) => [id, filters[id].read(params.get(filters[id].param) ?? '')])
    return withoutUnfit({ ...Object.fromEntries(values), ...readPlace(params) })
  }

  /** The address of a list like this one, with something changed; a changed filter begins at the first page. */
  function href(query: Query, change: Partial<Query> = {}, at = path): string {
    const next = withoutUnfit({ ...query, cursor: null, page: 1, ...change })
    const params = new URLSearchParams()
    for (const id of ids) if (written(next, id)) params.set(filters[id].param, written(next, id))
    if (next.cursor) params.set(next.cursor.direction, next.cursor.place)
    if (next.page > 1 && (next.cursor || isNumbered)) params.set('page', String(next.page))
    return params.size === 0 ? at : `${at}?${params}`
  }

  /** The filters that are on, each with the address without it. */
  function selected(query: Query, words: Words<Query>) {
    return (Object.keys(words) as FilterId<Query>[]).flatMap((id) => {
      const label = isOn(query, id) ? words[id]?.(query[id] as NonNullable<Query[typeof id]>) : null
      return label ? [{ label, removeHref: href(query, none([id])) }] : []
    })
  }

  return {
    path,
    isNumbered,
    read,
    href,
    selected,
    /** The same list without its filters. */
    clearHref: (query: Query) => href(query, none(ids.filter((id) => !filters[id].isTab))),
    /** Whether an empty page can be for the filters or the place alone. */
    isFiltered: (query: Query) => query.cursor !== null || ids.some((id) => isOn(query, id)),
    /** The filters as the fields of a form hold them. */
    fields: (query: Query): Record<string, string> =>
      Object.fromEntries(ids.map((id) => [filters[id].param, written(query, id)])),
  }
}
