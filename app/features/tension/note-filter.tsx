import { WARDS } from '../../domain/partnership/ward.ts'
import { filledWith } from '../../forms/form-state.ts'
import { Select } from '../../ui/fields/select.tsx'
import { Filter } from '../../ui/lists/filter.tsx'
import { NOTES, type NotesQuery } from './notes-query.ts'

export function NoteFilter({ query }: { query: NotesQuery }) {
  const selected = NOTES.selected(query, { ward: (ward) => ward })
  return (
    <Filter action={NOTES.path} selected={selected} clearHref={NOTES.clearHref(query)}>
      <Select
        form={filledWith(NOTES.fields(query))}
        name="ward"
        label="Ward"
        emptyLabel="All wards"
        options={WARDS.map((one) => ({ value: one, label: one }))}
      />
    </Filter>
  )
}
