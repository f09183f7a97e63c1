import { STRANDS } from '../../../domain/cases/strand.ts'
import { DEADLINE_RESULTS, type DeadlineFilter } from '../../../domain/standards/deadline-result.ts'
import { filledWith } from '../../../forms/form-state.ts'
import { HiddenField } from '../../../forms/hidden-field.tsx'
import { href } from '../../../href.ts'
import { Checkboxes } from '../../../ui/fields/checkboxes.tsx'
import { Radios } from '../../../ui/fields/radios.tsx'
import { Select } from '../../../ui/fields/select.tsx'
import { WorkerFilter } from '../../../ui/fields/worker-filter.tsx'
import { Filter } from '../../../ui/lists/filter.tsx'
import { type CaseListQuery, caseListHref, NO_FILTER } from './case-list-query.ts'
import type { CaseList } from './listed-case.ts'

const DUES = { overdue: 'Overdue', today: 'Due today' } as const

function deadlineWords({ clause, result }: DeadlineFilter): string {
  return `${clause} in the last seven days: ${DEADLINE_RESULTS[result].label.toLowerCase()}`
}

/** Narrows a list of cases; what it asks for stands in the address. */
export function CaseFilter({ query, workers }: { query: CaseListQuery; workers: CaseList['workers'] }) {
  const { queue, serious, due, strand, deadline, workerId } = query
  const form = filledWith({
    due: due ?? '',
    serious: serious ? 'yes' : '',
    strand: strand ?? '',
    worker: workerId ?? '',
  })
  const worker = workers.find(({ staffId }) => staffId === workerId)
  const selected = [
    ...(deadline
      ? [{ label: deadlineWords(deadline), removeHref: caseListHref(query, { queue: 'team', deadline: null }) }]
      : []),
    ...(due ? [{ label: DUES[due], removeHref: caseListHref(query, { due: null }) }] : []),
    ...(serious ? [{ label: 'Violence or threat', removeHref: caseListHref(query, { serious: false }) }] : []),
    ...(strand ? [{ label: STRANDS[strand].short, removeHref: caseListHref(query, { strand: null }) }] : []),
    ...(worker ? [{ label: worker.name, removeHref: caseListHref(query, { workerId: null }) }] : []),
  ]
  const clearHref = caseListHref(query, NO_FILTER)
  return (
    <Filter action={href('/cases')} selected={selected} clearHref={clearHref}>
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
        name="strand"
        label="Strand"
        options={Object.entries(STRANDS).map(([value, { short }]) => ({ value, label: short }))}
        emptyLabel="All"
      />
      <WorkerFilter form={form} workers={workers} />
    </Filter>
  )
}
