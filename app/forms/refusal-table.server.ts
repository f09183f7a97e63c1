import { notFound } from '../access/require.server.ts'
import { type FieldError, type FormState, withError } from './form-state.ts'

/** The words of one refusal, beside its field; without a field they are about the form as a whole. */
interface FieldWords {
  /** Without it 422 beside a field, which can be corrected, and 409 for the whole form, which came too late. */
  status?: 403 | 409 | 422 | 429
  field?: string
  message: string
}

/** The words of a refusal that concerns several fields, or that asks a further question. */
interface SeveralWords {
  errors: readonly FieldError[]
  /** Values that make the page show a field it did not have before. */
  values?: FormState['values']
}

type Words = FieldWords | SeveralWords

type OfKind<Refusal, Kind> = Refusal extends { kind: string } ? (Kind extends Refusal['kind'] ? Refusal : never) : never

/**
 * The words of each refusal of a feature. A new kind of refusal without words does not compile. `not-found` needs none:
 * it always is the one page that is not there, and so is a kind whose words are `'not-found'`.
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

/**
 * A refusal in words, with its status.
 * @throws Response 404 for what is not there, or not for this person to see
 */
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
  // Each row takes the refusals of its own kind, which the compiler cannot follow through the lookup.
  const rows = table as Readonly<Record<string, 'not-found' | Words | ((refusal: Refusal) => Words)>>
  const row = rows[refusal.kind] ?? 'not-found'
  if (row === 'not-found') throw notFound()
  return typeof row === 'function' ? row(refusal) : row
}

/** The form as it was sent, with the refusal beside its fields, and the status to answer. */
export function refusedForm<Refusal extends { kind: string }>(
  table: RefusalTable<Refusal>,
  refusal: Refusal,
  form: FormState,
): { form: FormState; status: number } {
  const { status, errors, values } = sayRefusal(table, refusal)
  const withValues = { ...form, values: { ...form.values, ...values } }
  return { form: errors.reduce((shown, { field, message }) => withError(shown, field, message), withValues), status }
}

/** A refusal in one text, where there is no form to show it beside a field. */
export function refusalMessage<Refusal extends { kind: string }>(
  table: RefusalTable<Refusal>,
  refusal: Refusal,
): string {
  return sayRefusal(table, refusal)
    .errors.map(({ message }) => message)
    .join('. ')
}
