import type { FormState } from '../../forms/form-state.ts'
import { fieldError, fieldValues } from '../../forms/form-state.ts'

export function optionsOf<Id extends string>(vocabulary: Readonly<Record<Id, { label: string; hint?: string }>>) {
  return (Object.keys(vocabulary) as Id[]).map((value) => {
    const { label, hint } = vocabulary[value]
    return { value, label, ...(hint ? { hint } : {}) }
  })
}

export const YES_OR_NO = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
]

/** Whether a collapsed part of a form must be open: it has an error, or was filled in before. */
export function isTouched(form: FormState, names: readonly string[]): boolean {
  return names.some((name) => fieldError(form, name) !== undefined || fieldValues(form, name).join('') !== '')
}
