import type { FormState } from './form-state.ts'

/**
 * The title of the browser's tab: never with personal data, because titles end in histories. Starts with "Error:" when
 * the form was refused, which a screen reader reads first.
 */
export function documentTitle(page: string, form?: FormState): string {
  return `${form && form.errors.length > 0 ? 'Error: ' : ''}${page} - Accord`
}
