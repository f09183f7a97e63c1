import { filledWith } from '../../../forms/form-state.ts'
import { HiddenField } from '../../../forms/hidden-field.tsx'
import { Checkboxes } from '../../../ui/fields/checkboxes.tsx'
import { Select } from '../../../ui/fields/select.tsx'
import { WorkerFilter } from '../../../ui/fields/worker-filter.tsx'
import { Filter } from '../../../ui/lists/filter.tsx'
import type { SentPage } from './read-sent-referrals.server.ts'
import { SENT, type SentQuery } from './sent-query.ts'

interface SentFilterProps {
  page: SentPage
  query: SentQuery
}

export function SentFilter({ page, query }: SentFilterProps) {
  const selected = SENT.selected(query, {
    toAgencyId: (id) => page.agencies.find(({ agencyId }) => agencyId === id)?.name,
    mine: () => 'Mine',
    workerId: (id) => page.workers.find(({ staffId }) => staffId === id)?.name,
    overdue: () => 'Overdue',
  })
  const form = filledWith(SENT.fields(query))
  return (
    <Filter action={SENT.path} selected={selected} clearHref={SENT.clearHref(query)}>
      <HiddenField name="list" value={query.list} />
      <Select
        form={form}
        name="to"
        label="Sent to"
        emptyLabel="Any agency"
        options={page.agencies.map(({ agencyId, name }) => ({ value: agencyId, label: name }))}
      />
      <Checkboxes form={form} name="mine" label="Whose" small choices={[{ value: 'yes', label: 'Only mine' }]} />
      <Checkboxes form={form} name="overdue" label="Late" small choices={[{ value: 'yes', label: 'Only overdue' }]} />
      <WorkerFilter form={form} workers={page.workers} />
    </Filter>
  )
}
