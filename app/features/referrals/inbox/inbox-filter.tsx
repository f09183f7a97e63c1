import { STATE_NAMES } from '../../../domain/referrals/referral-status.ts'
import { filledWith } from '../../../forms/form-state.ts'
import { HiddenField } from '../../../forms/hidden-field.tsx'
import { href } from '../../../href.ts'
import { Checkboxes } from '../../../ui/fields/checkboxes.tsx'
import { Select } from '../../../ui/fields/select.tsx'
import { WorkerFilter } from '../../../ui/fields/worker-filter.tsx'
import { Filter } from '../../../ui/lists/filter.tsx'
import { type InboxQuery, inboxHref, NO_FILTER, statesOf } from './inbox-query.ts'
import type { InboxPage } from './inbox-row.ts'

/** What can be left out of the list; each filter is in the address. */
export function InboxFilter({ query, workers }: { query: InboxQuery; workers: InboxPage['workers'] }) {
  const { lane, state, ours, mine, workerId, overdue, high } = query
  const ticked = (on: boolean) => (on ? 'yes' : '')
  const worker = workers.find(({ staffId }) => staffId === workerId)
  const selected = [
    ...(state ? [{ label: STATE_NAMES[state], removeHref: inboxHref(query, { state: null }) }] : []),
    ...(ours ? [{ label: 'Waiting for us', removeHref: inboxHref(query, { ours: false }) }] : []),
    ...(high ? [{ label: 'High risk', removeHref: inboxHref(query, { high: false }) }] : []),
    ...(overdue ? [{ label: 'Overdue', removeHref: inboxHref(query, { overdue: false }) }] : []),
    ...(mine ? [{ label: 'Mine', removeHref: inboxHref(query, { mine: false }) }] : []),
    ...(worker ? [{ label: worker.name, removeHref: inboxHref(query, { workerId: null }) }] : []),
  ]
  const form = filledWith({
    ...{ state: state ?? '', ours: ticked(ours), mine: ticked(mine) },
    ...{ worker: workerId ?? '', overdue: ticked(overdue), high: ticked(high) },
  })
  const clearHref = inboxHref({ ...query, ...NO_FILTER })
  return (
    <Filter action={href('/inbox')} selected={selected} clearHref={clearHref}>
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
