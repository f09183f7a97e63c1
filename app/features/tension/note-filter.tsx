import { WARDS } from '../../domain/ward.ts'
import { Filter } from '../../ui/filter.tsx'
import { filledWith } from '../../ui/form-state.ts'
import { Select } from '../../ui/select.tsx'
import type { NotesQuery } from './read-notes.server.ts'

/** The address of the list, filtered and paged. */
export function notesHref({ ward, page }: NotesQuery): string {
  const params = new URLSearchParams()
  if (ward) params.set('ward', ward)
  if (page > 1) params.set('page', String(page))
  return params.size === 0 ? '/tension' : `/tension?${params}`
}

/** Notes of one ward. */
export function NoteFilter({ ward }: { ward: string }) {
  const selected = ward ? [{ label: ward, removeHref: '/tension' }] : []
  return (
    <Filter action="/tension" selected={selected} clearHref="/tension">
      <Select
        form={filledWith({ ward })}
        name="ward"
        label="Ward"
        emptyLabel="All wards"
        options={WARDS.map((one) => ({ value: one, label: one }))}
      />
    </Filter>
  )
}
