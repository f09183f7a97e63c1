import { WARDS } from '../../domain/partnership/ward.ts'
import { filledWith } from '../../forms/form-state.ts'
import { HiddenField } from '../../forms/hidden-field.tsx'
import { href } from '../../href.ts'
import { Checkboxes } from '../../ui/fields/checkboxes.tsx'
import { Select } from '../../ui/fields/select.tsx'
import { SubNavigation } from '../../ui/layout/sub-navigation.tsx'
import { Filter } from '../../ui/lists/filter.tsx'
import { EVENT_LISTS, type EventsQuery, eventsHref } from './events-query.ts'

export function EventFilter({ query }: { query: EventsQuery }) {
  const first = { ...query, page: 1 }
  const selected = [
    ...(query.ward ? [{ label: query.ward, removeHref: eventsHref({ ...first, ward: '' }) }] : []),
    ...(query.ours ? [{ label: 'Ours', removeHref: eventsHref({ ...first, ours: false }) }] : []),
  ]
  const form = filledWith({ ward: query.ward, ours: query.ours ? ['yes'] : [] })
  return (
    <>
      <SubNavigation label="Progress" items={listsOf(first)} />
      <Filter
        action={href('/awareness')}
        selected={selected}
        clearHref={eventsHref({ ...first, ward: '', ours: false })}
      >
        <HiddenField name="state" value={query.state} />
        <Select
          form={form}
          name="ward"
          label="Ward"
          emptyLabel="All of the city"
          options={WARDS.map((ward) => ({ value: ward, label: ward }))}
        />
        <Checkboxes
          form={form}
          name="ours"
          label="Whose"
          small
          choices={[{ value: 'yes', label: 'Only events that we plan or are invited to' }]}
        />
      </Filter>
    </>
  )
}

function listsOf(first: EventsQuery) {
  return (Object.keys(EVENT_LISTS) as EventsQuery['state'][]).map((state) => ({
    label: EVENT_LISTS[state].label,
    href: eventsHref({ ...first, state }),
    current: state === first.state,
  }))
}
