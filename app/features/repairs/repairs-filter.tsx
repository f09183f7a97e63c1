import { filledWith } from '../../forms/form-state.ts'
import { HiddenField } from '../../forms/hidden-field.tsx'
import { Checkboxes } from '../../ui/fields/checkboxes.tsx'
import { Select } from '../../ui/fields/select.tsx'
import { SubNavigation } from '../../ui/layout/sub-navigation.tsx'
import { Filter } from '../../ui/lists/filter.tsx'
import { REPAIR_LIST_IDS, REPAIR_LISTS, REPAIRS, type RepairsQuery } from './repairs-query.ts'

const KINDS = [
  { value: 'repair', label: 'Emergency repairs' },
  { value: 'graffiti', label: 'Offensive graffiti' },
]

export function RepairsFilter({ query }: { query: RepairsQuery }) {
  const selected = REPAIRS.selected(query, {
    kind: (kind) => KINDS.find(({ value }) => value === kind)?.label,
    late: () => 'Late',
    unassigned: () => 'No one on the way',
  })
  const form = filledWith(REPAIRS.fields(query))
  return (
    <Filter action={REPAIRS.path} selected={selected} clearHref={REPAIRS.clearHref(query)}>
      <HiddenField name="list" value={query.list} />
      <Select form={form} name="kind" label="Kind" emptyLabel="Repairs and graffiti" options={KINDS} />
      {query.list === 'running' ? (
        <>
          <Checkboxes form={form} name="late" label="Late" small choices={[{ value: 'yes', label: 'Only late' }]} />
          <Checkboxes
            form={form}
            name="unassigned"
            label="On the way"
            small
            choices={[{ value: 'yes', label: 'Only where no one is on the way' }]}
          />
        </>
      ) : null}
    </Filter>
  )
}

export function RepairTabs({ query }: { query: RepairsQuery }) {
  const items = REPAIR_LIST_IDS.map((list) => ({
    label: REPAIR_LISTS[list].label,
    href: REPAIRS.href(query, { list }),
    current: list === query.list,
  }))
  return <SubNavigation label="Repairs and graffiti by progress" items={items} />
}
