import { filledWith } from '../../../forms/form-state.ts'
import { HiddenField } from '../../../forms/hidden-field.tsx'
import { href } from '../../../href.ts'
import { Checkboxes } from '../../../ui/fields/checkboxes.tsx'
import { Select } from '../../../ui/fields/select.tsx'
import { WorkerFilter } from '../../../ui/fields/worker-filter.tsx'
import { Filter } from '../../../ui/lists/filter.tsx'
import type { SentPage } from './read-sent-referrals.server.ts'
import { NO_FILTER, type SentQuery, sentHref } from './sent-query.ts'

interface SentFilterProps {
  page: SentPage
  query: SentQuery
}

/** What can be left out of the list; each filter is in the address. */
export function SentFilter({ page, query }: SentFilterProps) {
  const { list, toAgencyId, mine, workerId, overdue } = query
  const chosen = page.agencies.find(({ agencyId }) => agencyId === toAgencyId)
  const worker = page.workers.find(({ staffId }) => staffId === workerId)
  const selected = [
    ...(chosen ? [{ label: chosen.name, removeHref: sentHref(query, { toAgencyId: null }) }] : []),
    ...(mine ? [{ label: 'Mine', removeHref: sentHref(query, { mine: false }) }] : []),
    ...(worker ? [{ label: worker.name, removeHref: sentHref(query, { workerId: null }) }] : []),
    ...(overdue ? [{ label: 'Overdue', removeHref: sentHref(query, { overdue: false }) }] : []),
  ]
  const form = filledWith({
    ...{ to: toAgencyId ?? '', worker: workerId ?? '' },
    ...{ mine: mine ? 'yes' : '', overdue: overdue ? 'yes' : '' },
  })
  const clearHref = sentHref({ ...query, ...NO_FILTER })
  return (
    <Filter action={href('/sent')} selected={selected} clearHref={clearHref}>
      <HiddenField name="list" value={list} />
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
