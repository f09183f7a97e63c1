import { notFound } from '../access/require.server.ts'
import { type FieldError, type FormState, withError } from './form-state.ts'

/** The message for a refusal. Without a field it is about the whole form. */
interface FieldWords {
  /** Default: 422 for a field, which can be corrected, and 409 for a form that came too late. */
  status?: 403 | 409 | 422 | 429
  field?: string
  message: string
}

/** Messages for a refusal that concerns several fields or asks another question. */
interface SeveralWords {
  errors: readonly FieldError[]
  /** Values that make the page show another field. */
  values?: FormState['values']
}

type Words = FieldWords | SeveralWords

type OfKind<Refusal, Kind> = Refusal extends { kind: string } ? (Kind extends Refusal['kind'] ? Refusal : never) : never

/**
 * The messages for each kind of refusal of a feature. A kind without a message does not compile. `not-found`, and a
 * kind with the message `'not-found'`, give the 404 page.
 */
export type RefusalTable<Refusal extends { kind: string }> = {
  readonly [Kind in Exclude<Refusal['kind'], 'not-found'>]:
    | 'not-found'
    | Words
    | ((refusal: OfKind<Refusal, Kind>) => Words)
}

interface SaidRefusal {
  status: number
  errors: readonly FieldError[]
  values: FormState['values']
}

/** The messages and status of a refusal. @throws Response 404 for a row this person may not see */
export function sayRefusal<Refusal extends { kind: string }>(
  table: RefusalTable<Refusal>,
  refusal: Refusal,
): SaidRefusal {
  const words = wordsOf(table, refusal)
  if ('errors' in words) return { status: 422, values: {}, ...words }
  const { field = '', message, status = field ? 422 : 409 } = words
  return { status, errors: [{ field, message }], values: {} }
}

function wordsOf<Refusal extends { kind: string }>(table: RefusalTable<Refusal>, refusal: Refusal): Words {
  // TypeScript cannot see that the row for a kind accepts refusals of that kind.
  const rows = table as Readonly<Record<string, 'not-found' | Words | ((refusal: Refusal) => Words)>>
  const row = rows[refusal.kind] ?? 'not-found'
  if (row === 'not-found') throw notFound()
  return typeof row === 'function' ? row(refusal) : row
}

/** The form as it was sent, with the refusal beside its fields, and the status of the answer. */
export function refusedForm<Refusal extends { kind: string }>(
  table: RefusalTable<Refusal>,
  refusal: Refusal,
  form: FormState,
): { form: FormState; status: number } {
  const { status, errors, values } = sayRefusal(table, refusal)
  const withValues = { ...form, values: { ...form.values, ...values } }
  return { form: errors.reduce((shown, { field, message }) => withError(shown, field, message), withValues), status }
}

/** A refusal as one text, for pages without a form. */
export function refusalMessage<Refusal extends { kind: string }>(
  table: RefusalTable<Refusal>,
  refusal: Refusal,
): string {
  return sayRefusal(table, refusal)
    .errors.map(({ message }) => message)
    .join('. ')
}
