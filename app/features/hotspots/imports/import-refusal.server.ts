import type { AlreadyDone } from '../../../../db/once.ts'
import { notFound } from '../../../access/require.server.ts'
import { type FormState, withError } from '../../../forms/form-state.ts'
import { problemsInWords } from './csv-problems.server.ts'
import type { ImportIncidentsRefusal } from './import-incidents.server.ts'

type Refusal = ImportIncidentsRefusal | AlreadyDone | { kind: 'another-file' }

/**
 * What is wrong with a file beside its field, each with its line, in the form as it was sent.
 * @throws Response 404 for who may not
 */
export function withImportRefusal(form: FormState, refusal: Refusal): FormState {
  switch (refusal.kind) {
    case 'not-allowed':
      throw notFound()
    case 'no-such-agency':
      return withError(form, 'agencyId', 'Choose the agency whose incidents these are')
    case 'another-file':
      return withError(form, '', 'Another file was checked after this one. Below is what that file would add')
    case 'already-done':
      return withError(form, '', 'You have already sent this form. Look at the list of imported files')
    case 'unsound':
      return problemsInWords(refusal.problems).reduce((so, sentence) => withError(so, 'csv', sentence), form)
  }
}
