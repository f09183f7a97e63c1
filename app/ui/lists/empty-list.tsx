import type { ReactNode } from 'react'
import type { PlaceInList } from '../../domain/lists/list-page.ts'
import { TextLink } from '../text-link.tsx'
import { EmptyState } from './empty-state.tsx'
import type { List } from './list-query.ts'

interface EmptyListProps<Query> {
  list: Pick<List<Query>, 'isFiltered' | 'clearHref'>
  query: Query
  /** Why it is empty with filters. */
  filtered: string
  /** Why it is empty without, and (as children) what to do about it. */
  empty: string
  children?: ReactNode
}

/** A list without rows: filters that find nothing can be taken off. */
export function EmptyList<Query extends PlaceInList>({ list, query, ...said }: EmptyListProps<Query>) {
  if (!list.isFiltered(query)) return <EmptyState why={said.empty}>{said.children}</EmptyState>
  return (
    <EmptyState why={said.filtered}>
      <TextLink href={list.clearHref(query)}>Show everything</TextLink>
    </EmptyState>
  )
}
