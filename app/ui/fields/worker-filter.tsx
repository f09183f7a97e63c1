import type { FormState } from '../../forms/form-state.ts'
import { Select } from './select.tsx'

interface WorkerFilterProps {
  form: FormState
  /** Empty for people who see only their own work; the filter is then hidden. */
  workers: readonly { staffId: string; name: string }[]
}

/** Filters a manager's list by case worker. */
export function WorkerFilter({ form, workers }: WorkerFilterProps) {
  if (workers.length === 0) return null
  const options = workers.map(({ staffId, name }) => ({ value: staffId, label: name }))
  return <Select form={form} name="worker" label="Case worker" options={options} emptyLabel="All" />
}
