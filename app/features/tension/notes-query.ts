import type { PlaceInList } from '../../domain/lists/list-page.ts'
import { WARDS, type Ward } from '../../domain/partnership/ward.ts'
import { href } from '../../href.ts'
import { listOf, oneOf } from '../../ui/lists/list-query.ts'

export interface NotesQuery extends PlaceInList {
  ward: Ward | ''
}

export const NOTES = listOf<NotesQuery>({
  path: href('/tension'),
  isNumbered: true,
  filters: { ward: oneOf('ward', WARDS, '') },
})
