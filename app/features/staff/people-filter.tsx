import { filledWith } from '../../forms/form-state.ts'
import { Checkboxes } from '../../ui/fields/checkboxes.tsx'
import { Select } from '../../ui/fields/select.tsx'
import { Filter } from '../../ui/lists/filter.tsx'
import { ONLY, PEOPLE, type PeopleQuery } from './people-query.ts'

interface PeopleFilterProps {
  query: PeopleQuery
  /** Empty if there is only one. */
  agencies: { agencyId: string; name: string }[]
}

export function PeopleFilter({ query, agencies }: PeopleFilterProps) {
  const selected = PEOPLE.selected(query, {
    agencyId: (id) => agencies.find(({ agencyId }) => agencyId === id)?.name,
    left: () => 'Including people who have left',
    only: (only) => ONLY[only],
  })
  const form = filledWith(PEOPLE.fields(query))
  return (
    <Filter action={PEOPLE.path} selected={selected} clearHref={PEOPLE.clearHref(query)}>
      {agencies.length > 0 ? (
        <Select
          form={form}
          name="agency"
          label="Agency"
          emptyLabel="All agencies"
          options={agencies.map(({ agencyId, name }) => ({ value: agencyId, label: name }))}
        />
      ) : null}
      <Select
        form={form}
        name="only"
        label="Show only"
        emptyLabel="All"
        options={Object.entries(ONLY).map(([value, label]) => ({ value, label }))}
      />
      <Checkboxes
        form={form}
        name="left"
        label="People who have left"
        small
        choices={[{ value: 'yes', label: 'Show people who have left' }]}
      />
    </Filter>
  )
}
