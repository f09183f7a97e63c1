import { STATE_NAMES } from '../../../domain/referrals/referral-status.ts'
import { filledWith } from '../../../forms/form-state.ts'
import { HiddenField } from '../../../forms/hidden-field.tsx'
import { Checkboxes } from '../../../ui/fields/checkboxes.tsx'
import { Select } from '../../../ui/fields/select.tsx'
import { WorkerFilter } from '../../../ui/fields/worker-filter.tsx'
import { Filter } from '../../../ui/lists/filter.tsx'
import { INBOX, type InboxQuery, statesOf } from './inbox-query.ts'
import type { InboxPage } from './inbox-row.ts'

export function InboxFilter({ query, workers }: { query: InboxQuery; workers: InboxPage['workers'] }) {
  const { lane } = query
  const selected = INBOX.selected(query, {
    state: (state) => STATE_NAMES[state],
    ours: () => 'Waiting for us',
    high: () => 'High risk',
    overdue: () => 'Overdue',
    mine: () => 'Mine',
    workerId: (id) => workers.find(({ staffId }) => staffId === id)?.name,
  })
  const form = filledWith(INBOX.fields(query))
  return (
    <Filter action={INBOX.path} selected={selected} clearHref={INBOX.clearHref(query)}>
      <HiddenField name="lane" value={lane} />
      <Select
        form={form}
        name="state"
        label="Status"
        emptyLabel="Any"
        options={statesOf(lane).map((id) => ({ value: id, label: STATE_NAMES[id] }))}
      />
      <Checkboxes form={form} name="high" label="Risk" small choices={[{ value: 'yes', label: 'Only high risk' }]} />
      {lane === 'finished' ? null : (
        <Checkboxes form={form} name="overdue" label="Late" small choices={[{ value: 'yes', label: 'Only overdue' }]} />
      )}
      {lane === 'to_answer' ? (
        <Checkboxes
          form={form}
          name="ours"
          label="Whose turn"
          small
          choices={[{ value: 'yes', label: 'Only those waiting for us' }]}
        />
      ) : (
        <Checkboxes form={form} name="mine" label="Whose" small choices={[{ value: 'yes', label: 'Only mine' }]} />
      )}
      <WorkerFilter form={form} workers={workers} />
    </Filter>
  )
}
