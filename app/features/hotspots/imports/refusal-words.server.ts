import type { AlreadyDone } from '../../../../db/once.ts'
import type { RefusalTable } from '../../../forms/refusal-table.server.ts'
import { problemsInWords } from './csv-problems.server.ts'
import type { ImportIncidentsRefusal } from './import-incidents.server.ts'

export const IMPORT_REFUSALS: RefusalTable<ImportIncidentsRefusal | AlreadyDone | { kind: 'another-file' }> = {
  'not-allowed': 'not-found',
  'no-such-agency': { field: 'agencyId', message: 'Choose the agency whose incidents these are' },
  'another-file': { message: 'Another file was checked after this one. Below is what that file would add' },
  'already-done': { message: 'You have already sent this form. Look at the list of imported files' },
  unsound: ({ problems }) => ({
    errors: problemsInWords(problems).map((message) => ({ field: 'csv', message })),
  }),
}
