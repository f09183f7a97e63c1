import { filledWith } from '../../forms/form-state.ts'
import { href } from '../../href.ts'
import { Checkboxes } from '../../ui/fields/checkboxes.tsx'
import { Select } from '../../ui/fields/select.tsx'
import { Filter } from '../../ui/lists/filter.tsx'
import type { PeopleQuery } from './read-people.server.ts'

interface PeopleFilterProps {
  wanted: PeopleQuery
  /** Empty where there is only one to see. */
  agencies: { agencyId: string; name: string }[]
}

const ONLY = { 'not-joined': 'Invited, not joined yet', 'left-lately': 'Left in the last 30 days' } as const

/** The address of the list, filtered and paged. */
export function peopleHref({ agencyId, left, only, page }: PeopleQuery): string {
  const query = new URLSearchParams()
  if (agencyId) query.set('agency', agencyId)
  if (left) query.set('left', 'yes')
  if (only) query.set('only', only)
  if (page > 1) query.set('page', String(page))
  return href('/staff', query)
}

/** Which people to list. */
export function PeopleFilter({ wanted, agencies }: PeopleFilterProps) {
  const form = filledWith({ agency: wanted.agencyId ?? '', only: wanted.only ?? '', left: wanted.left ? ['yes'] : [] })
  const chosen = agencies.find(({ agencyId }) => agencyId === wanted.agencyId)
  const first = { ...wanted, page: 1 }
  const selected = [
    ...(chosen ? [{ label: chosen.name, removeHref: peopleHref({ ...first, agencyId: null }) }] : []),
    ...(wanted.left
      ? [{ label: 'Including people who have left', removeHref: peopleHref({ ...first, left: false }) }]
      : []),
    ...(wanted.only ? [{ label: ONLY[wanted.only], removeHref: peopleHref({ ...first, only: null }) }] : []),
  ]
  return (
    <Filter action={href('/staff')} selected={selected} clearHref={href('/staff')}>
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
