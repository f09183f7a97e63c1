import { WARDS } from '../../domain/partnership/ward.ts'
import { filledWith } from '../../forms/form-state.ts'
import { href } from '../../href.ts'
import { Select } from '../../ui/fields/select.tsx'
import { Filter } from '../../ui/lists/filter.tsx'
import type { NotesQuery } from './read-notes.server.ts'

export function notesHref({ ward, page }: NotesQuery): string {
  const params = new URLSearchParams()
  if (ward) params.set('ward', ward)
  if (page > 1) params.set('page', String(page))
  return href('/tension', params)
}

export function NoteFilter({ ward }: { ward: string }) {
  const selected = ward ? [{ label: ward, removeHref: href('/tension') }] : []
  return (
    <Filter action={href('/tension')} selected={selected} clearHref={href('/tension')}>
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
