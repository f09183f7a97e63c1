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

/**
 * Reads a posted form by the use case's own schema. `key` is the form's idempotency key.
 * Fields that the schema does not name are dropped; names in `forget` (passwords, codes) are never shown again.
 */
export async function readForm<Schema extends z.ZodObject>(
  request: Request,
  schema: Schema,
  { forget = [], days = [], instants = [], files = [] }: Composite & { forget?: string[]; files?: string[] } = {},
): Promise<ReadForm<z.output<Schema>>> {
  const formData = await readBody(request)
  const sentFiles = Object.fromEntries(files.map((name) => [name, formData.get(name)]))
  const fields = { ...fieldsOf(formData, schema), ...compositesOf(formData, { days, instants }), ...sentFiles }
  const parsed = schema.safeParse(fields)
  const key = z.uuid().safeParse(formData.get('idempotencyKey'))
  const issues = parsed.success ? [] : parsed.error.issues
  if (!key.success) {
    const message = 'This page was incomplete. Check what you typed and send it again'
    return { ok: false, form: formStateOf(formData, [...issues, { path: [], message }], forget) }
  }
  if (!parsed.success) return { ok: false, form: formStateOf(formData, issues, forget) }
  return { ok: true, value: parsed.data, key: key.data, form: formStateOf(formData, [], forget) }
}

/** An unreadable body is an empty form: its required fields then say what is missing. */
async function readBody(request: Request): Promise<FormData> {
  try {
    return await request.formData()
  } catch {
    return new FormData()
  }
}

/** Everything typed, by field: what a draft keeps. */
export function typedFields(formData: FormData): Record<string, string[]> {
  const names = [...new Set(formData.keys())].filter((name) => name !== 'idempotencyKey')
  return Object.fromEntries(
    names.map((name) => [name, formData.getAll(name).filter((value) => typeof value === 'string')]),
  )
}

function fieldsOf(formData: FormData, schema: z.ZodObject): Fields {
  const fields: Fields = {}
  for (const [name, type] of Object.entries(schema.shape)) {
    const sent = formData.getAll(name).filter((value) => typeof value === 'string')
    fields[name] = takesSeveral(type) ? sent : sent[0]
  }
  return fields
}

function compositesOf(formData: FormData, { days = [], instants = [] }: Composite): Fields {
  return Object.fromEntries([
    ...days.map((name) => [name, typedDay(formData, name)]),
    ...instants.map((name) => [name, typedDayAndTime(formData, name)]),
  ])
}

function takesSeveral(type: unknown): boolean {
  if (type instanceof z.ZodArray) return true
  if (type instanceof z.ZodOptional || type instanceof z.ZodDefault) return takesSeveral(type.unwrap())
  if (type instanceof z.ZodPipe) return takesSeveral(type.in)
  return false
}
