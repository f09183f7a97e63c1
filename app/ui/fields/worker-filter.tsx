import type { FormState } from '../../forms/form-state.ts'
import { Select } from './select.tsx'

interface WorkerFilterProps {
  form: FormState
  /** Empty for those who see only their own: then nothing is asked. */
  workers: readonly { staffId: string; name: string }[]
}

/** Whose cases or referrals a manager's list shows. */
export function WorkerFilter({ form, workers }: WorkerFilterProps) {
  if (workers.length === 0) return null
  const options = workers.map(({ staffId, name }) => ({ value: staffId, label: name }))
  return <Select form={form} name="worker" label="Case worker" options={options} emptyLabel="All" />
}
