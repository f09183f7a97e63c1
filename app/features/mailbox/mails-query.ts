import type { PlaceInList } from '../../domain/lists/list-page.ts'
import { href } from '../../href.ts'
import { listOf } from '../../ui/lists/list-query.ts'

export const MAILS = listOf<PlaceInList>({ path: href('/mailbox'), isNumbered: true, filters: {} })
