export interface FieldError {
  /** Name of the field, or '' when the message is about the whole form. */
  field: string
  message: string
}

/** What a person typed and what is wrong with it: sent back by an action that refuses, read by every form control. */
export interface FormState {
  values: Record<string, string | string[]>
  errors: FieldError[]
  /** The row that was added, or the group that a row was removed from: where the keyboard focus moves. */
  focusOn?: string
}

/** As zod reports it, written out here so that the browser loads no zod. */
interface Issue {
  path: readonly PropertyKey[]
  message: string
}

export const EMPTY_FORM: FormState = { values: {}, errors: [] }

/** A form that starts filled in, from a draft or a stored row, without errors. */
export function filledWith(values: FormState['values']): FormState {
  return { values, errors: [] }
}

/**
 * The form as it was sent, with its errors, to render it again. The first error of each field is kept.
 * Fields named in `forget` (passwords, codes) are not sent back.
 */
export function formStateOf(
  typed: ReadonlyMap<string, string[]>,
  issues: readonly Issue[] = [],
  forget: string[] = [],
): FormState {
  const values: FormState['values'] = {}
  for (const [name, sent] of typed) {
    if (!forget.includes(name)) values[name] = sent.length === 1 ? (sent[0] ?? '') : sent
  }
  return { values, errors: errorsOf(issues) }
}

/** The same form with one more thing wrong, for a refusal that comes after the fields were sound. */
export function withError(form: FormState, field: string, message: string): FormState {
  return { ...form, errors: [...form.errors, { field, message }] }
}

/** The value of a field with one value; '' if nothing was typed. */
export function fieldValue(form: FormState, name: string): string {
  const value = form.values[name]
  return (Array.isArray(value) ? value[0] : value) ?? ''
}

/** What is ticked in a field that takes several values. */
export function fieldValues(form: FormState, name: string): string[] {
  const value = form.values[name]
  if (value === undefined || value === '') return []
  return Array.isArray(value) ? value : [value]
}

/** The error message of a field, if any. */
export function fieldError(form: FormState, name: string): string | undefined {
  return form.errors.find((error) => error.field === name)?.message
}

function errorsOf(issues: readonly Issue[]): FieldError[] {
  const byField = new Map<string, string>()
  for (const issue of issues) {
    const field = String(issue.path[0] ?? '')
    if (!byField.has(field)) byField.set(field, issue.message)
  }
  return [...byField].map(([field, message]) => ({ field, message }))
}
