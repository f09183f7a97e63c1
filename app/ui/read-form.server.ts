import { z } from 'zod'
import { type FormState, formStateOf } from './form-state.ts'
import { typedDay, typedDayAndTime } from './typed-date.ts'

/** A form as a use case wants it, or as it was sent, to be shown again with its errors beside the fields. */
export type ReadForm<Value> = { ok: true; value: Value; key: string; form: FormState } | { ok: false; form: FormState }

/** Fields that DateInput splits into day, month, year (and time): read as 'YYYY-MM-DD' or London 'YYYY-MM-DDTHH:MM', '' if empty. */
interface Composite {
  days?: string[]
  instants?: string[]
}

type Fields = Record<string, string | string[] | undefined>

/** Every value of each field, in the order sent. */
type SentFields = ReadonlyMap<string, readonly FormDataEntryValue[]>

/**
 * Reads a posted form by the use case's own schema. `key` is the form's idempotency key.
 * Fields that the schema does not name are dropped; names in `forget` (passwords, codes) are never shown again.
 */
export async function readForm<Schema extends z.ZodObject>(
  request: Request,
  schema: Schema,
  { forget = [], days = [], instants = [], files = [] }: Composite & { forget?: string[]; files?: string[] } = {},
): Promise<ReadForm<z.output<Schema>>> {
  const sent = await readFields(request)
  const typed = textsOf(sent, namesOf(schema, { days, instants }))
  const sentFiles = Object.fromEntries(files.map((name) => [name, sent.get(name)?.[0] ?? null]))
  const parsed = schema.safeParse({
    ...fieldsOf(typed, schema),
    ...compositesOf(typed, { days, instants }),
    ...sentFiles,
  })
  const key = z.uuid().safeParse(sent.get('idempotencyKey')?.[0])
  const issues = parsed.success ? [] : parsed.error.issues
  if (!key.success) {
    const message = 'This page was incomplete. Check what you typed and send it again'
    return { ok: false, form: formStateOf(typed, [...issues, { path: [], message }], forget) }
  }
  if (!parsed.success) return { ok: false, form: formStateOf(typed, issues, forget) }
  return { ok: true, value: parsed.data, key: key.data, form: formStateOf(typed, [], forget) }
}

/**
 * A posted form, walked once: FormData's own `get` and `getAll` walk all of it for each name, which a form of many
 * names makes quadratic. An unreadable body is an empty form: its required fields then say what is missing.
 */
async function readFields(request: Request): Promise<SentFields> {
  const sent = new Map<string, FormDataEntryValue[]>()
  for (const [name, value] of await request.formData().catch(() => new FormData())) {
    const known = sent.get(name)
    if (known) known.push(value)
    else sent.set(name, [value])
  }
  return sent
}

/** Everything typed, by field, for what no schema reads: a draft, a search. */
export async function typedFields(request: Request): Promise<Record<string, string[]>> {
  const sent = await readFields(request)
  const names = [...sent.keys()].filter((name) => name !== 'idempotencyKey')
  return Object.fromEntries(textsOf(sent, names))
}

/** The names under which a form sends what its schema reads. */
function namesOf(schema: z.ZodObject, { days = [], instants = [] }: Composite): string[] {
  const dateParts = [...days, ...instants].flatMap((name) => ['day', 'month', 'year'].map((part) => `${name}-${part}`))
  return [...Object.keys(schema.shape), ...dateParts, ...instants.map((name) => `${name}-time`)]
}

function textsOf(sent: SentFields, names: readonly string[]): Map<string, string[]> {
  const texts = new Map<string, string[]>()
  for (const name of names) {
    const values = sent.get(name)?.filter((value) => typeof value === 'string')
    if (values) texts.set(name, values)
  }
  return texts
}

function fieldsOf(typed: ReadonlyMap<string, string[]>, schema: z.ZodObject): Fields {
  const fields: Fields = {}
  for (const [name, type] of Object.entries(schema.shape)) {
    const sent = typed.get(name) ?? []
    fields[name] = takesSeveral(type) ? sent : sent[0]
  }
  return fields
}

function compositesOf(typed: ReadonlyMap<string, string[]>, { days = [], instants = [] }: Composite): Fields {
  const parts = Object.fromEntries([...typed].map(([name, [first = '']]) => [name, first]))
  return Object.fromEntries([
    ...days.map((name) => [name, typedDay(parts, name)]),
    ...instants.map((name) => [name, typedDayAndTime(parts, name)]),
  ])
}

function takesSeveral(type: unknown): boolean {
  if (type instanceof z.ZodArray) return true
  if (type instanceof z.ZodOptional || type instanceof z.ZodDefault) return takesSeveral(type.unwrap())
  if (type instanceof z.ZodPipe) return takesSeveral(type.in)
  return false
}
