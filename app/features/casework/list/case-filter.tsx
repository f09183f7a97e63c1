import { STRANDS } from '../../../domain/cases/strand.ts'
import { RISK_LEVELS } from '../../../domain/risk/risk-level.ts'
import { DEADLINE_RESULTS, type DeadlineFilter } from '../../../domain/standards/deadline-result.ts'
import { filledWith } from '../../../forms/form-state.ts'
import { HiddenField } from '../../../forms/hidden-field.tsx'
import { Checkboxes } from '../../../ui/fields/checkboxes.tsx'
import { Radios } from '../../../ui/fields/radios.tsx'
import { Select } from '../../../ui/fields/select.tsx'
import { WorkerFilter } from '../../../ui/fields/worker-filter.tsx'
import { Filter } from '../../../ui/lists/filter.tsx'
import { CASES, type CaseListQuery } from './case-list-query.ts'
import type { CaseList } from './listed-case.ts'

const DUES = { overdue: 'Overdue', today: 'Due today' } as const

function deadlineWords({ clause, result }: DeadlineFilter): string {
  return `${clause} in the last seven days: ${DEADLINE_RESULTS[result].label.toLowerCase()}`
}

export function CaseFilter({ query, workers }: { query: CaseListQuery; workers: CaseList['workers'] }) {
  const { queue, deadline } = query
  const byDeadline = deadline
    ? [{ label: deadlineWords(deadline), removeHref: CASES.href(query, { queue: 'team', deadline: null }) }]
    : []
  const selected = CASES.selected(query, {
    due: (due) => DUES[due],
    serious: () => 'Violence or threat',
    risk: (risk) => `Risk: ${RISK_LEVELS[risk].label}`,
    strand: (strand) => STRANDS[strand].short,
    workerId: (id) => workers.find(({ staffId }) => staffId === id)?.name,
  })
  const form = filledWith(CASES.fields(query))
  return (
    <Filter action={CASES.path} selected={[...byDeadline, ...selected]} clearHref={CASES.clearHref(query)}>
      <HiddenField name="queue" value={queue} />
      <Radios
        form={form}
        name="due"
        label="Due"
        small
        choices={[
          { value: '', label: 'At any time' },
          ...Object.entries(DUES).map(([value, label]) => ({ value, label })),
        ]}
      />
      <Checkboxes
        form={form}
        name="serious"
        label="Kind"
        small
        choices={[{ value: 'yes', label: 'Only violence or threat' }]}
      />
      <Select
        form={form}
        name="risk"
        label="Risk"
        options={Object.entries(RISK_LEVELS).map(([value, { label }]) => ({ value, label }))}
        emptyLabel="Any"
      />
      <Select
        form={form}
        name="strand"
        label="Strand"
        options={Object.entries(STRANDS).map(([value, { short }]) => ({ value, label: short }))}
        emptyLabel="All"
      />
      <WorkerFilter form={form} workers={workers} />
    </Filter>
  )
}
