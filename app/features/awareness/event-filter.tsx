import { WARDS } from '../../domain/partnership/ward.ts'
import { filledWith } from '../../forms/form-state.ts'
import { HiddenField } from '../../forms/hidden-field.tsx'
import { Checkboxes } from '../../ui/fields/checkboxes.tsx'
import { Select } from '../../ui/fields/select.tsx'
import { SubNavigation } from '../../ui/layout/sub-navigation.tsx'
import { Filter } from '../../ui/lists/filter.tsx'
import { EVENT_LISTS, EVENTS, type EventsQuery } from './events-query.ts'

export function EventFilter({ query }: { query: EventsQuery }) {
  const selected = EVENTS.selected(query, { ward: (ward) => ward, ours: () => 'Ours' })
  const form = filledWith(EVENTS.fields(query))
  return (
    <>
      <SubNavigation label="Progress" items={listsOf(query)} />
      <Filter action={EVENTS.path} selected={selected} clearHref={EVENTS.clearHref(query)}>
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

function listsOf(query: EventsQuery) {
  return (Object.keys(EVENT_LISTS) as EventsQuery['state'][]).map((state) => ({
    label: EVENT_LISTS[state].label,
    href: EVENTS.href(query, { state }),
    current: state === query.state,
  }))
}
