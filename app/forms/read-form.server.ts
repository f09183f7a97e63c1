import { z } from 'zod'
import { visibleText } from '../domain/text/visible-text.ts'
import { dateFieldOf, limitBroken } from './date-fields.server.ts'
import { type FieldError, type FormState, formStateOf } from './form-state.ts'
import { typedDay, typedDayAndTime } from './typed-date.ts'

/** A form as a use case wants it, or as it was sent, to be shown again with its errors beside the fields. */
export type ReadForm<Value> = { ok: true; value: Value; key: string; form: FormState } | { ok: false; form: FormState }

interface HowToRead<Value> {
  /** Passwords and codes: never shown again. */
  forget?: string[]
  files?: string[]
  /** Needed where the form has a date: its limits depend on today. */
  now?: Date
  /** What a schema cannot know, from the fields that are sound so far: so all errors of a form come at once. */
  check?: (sound: Partial<Value>) => readonly FieldError[] | Promise<readonly FieldError[]>
}

type Fields = Record<string, unknown>

interface FormIssue {
  path: readonly PropertyKey[]
  message: string
}

/** Every value of each field, in the order sent. */
type SentFields = ReadonlyMap<string, readonly FormDataEntryValue[]>

/**
 * Reads a posted form by the use case's own schema. `key` is the form's idempotency key. A date field is read from the
 * boxes of its DateInput. Fields that the schema does not name are dropped.
 */
export async function readForm<Schema extends z.ZodObject>(
  request: Request,
  schema: Schema,
  { forget = [], files = [], now, check }: HowToRead<z.output<Schema>> = {},
): Promise<ReadForm<z.output<Schema>>> {
  const sent = await readFields(request)
  const typed = textsOf(sent, namesOf(schema))
  const sentFiles = Object.fromEntries(files.map((name) => [name, sent.get(name)?.[0] ?? null]))
  const fields = { ...fieldsOf(typed, schema, forget), ...sentFiles }
  const parsed = schema.safeParse(fields)
  const sound: Partial<z.output<Schema>> = parsed.success ? parsed.data : soundFields(schema, fields)
  const issues = [...(parsed.success ? [] : parsed.error.issues), ...outsideLimits(schema, sound, now)]
  issues.push(...(await furtherIssues(sound, issues, check)))
  const key = z.uuid().safeParse(sent.get('idempotencyKey')?.[0])
  if (!key.success)
    issues.push({ path: [], message: 'This page was incomplete. Check what you typed and send it again' })
  if (!parsed.success || !key.success || issues.length > 0)
    return { ok: false, form: formStateOf(typed, issues, forget) }
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

function entriesOf(schema: z.ZodObject): [name: string, type: z.ZodType][] {
  return Object.entries(schema.shape as Record<string, z.ZodType>)
}

/** The names under which a form sends what its schema reads. */
function namesOf(schema: z.ZodObject): string[] {
  return entriesOf(schema).flatMap(([name, type]) =>
    dateFieldOf(type) ? [name, ...['day', 'month', 'year', 'time'].map((part) => `${name}-${part}`)] : [name],
  )
}

function textsOf(sent: SentFields, names: readonly string[]): Map<string, string[]> {
  const texts = new Map<string, string[]>()
  for (const name of names) {
    const values = sent.get(name)?.filter((value) => typeof value === 'string')
    if (values) texts.set(name, values)
  }
  return texts
}

function fieldsOf(typed: ReadonlyMap<string, string[]>, schema: z.ZodObject, forget: readonly string[]): Fields {
  const boxes = Object.fromEntries([...typed].map(([name, [first = '']]) => [name, first]))
  const fields: Fields = {}
  for (const [name, type] of entriesOf(schema)) {
    const date = dateFieldOf(type)
    // A password may begin or end with any character, but not be made of invisible ones alone.
    const secret = forget.includes(name)
    const sent = typed.get(name)?.map((text) => (secret && visibleText(text) !== '' ? text : visibleText(text)))
    if (date) fields[name] = date.reads === 'day' ? typedDay(boxes, name) : typedDayAndTime(boxes, name)
    else fields[name] = takesSeveral(type) ? (sent ?? []) : sent?.[0]
  }
  return fields
}

/** The fields that are right in themselves, whatever is wrong with the others. */
function soundFields<Schema extends z.ZodObject>(schema: Schema, fields: Fields): Partial<z.output<Schema>> {
  const read = entriesOf(schema).map(([name, type]) => [name, type.safeParse(fields[name])] as const)
  const sound = read.flatMap(([name, { success, data }]) => (success ? [[name, data] as const] : []))
  return Object.fromEntries(sound) as Partial<z.output<Schema>>
}

function outsideLimits(schema: z.ZodObject, sound: Fields, now: Date | undefined): FormIssue[] {
  return entriesOf(schema).flatMap(([name, type]) => {
    const date = dateFieldOf(type)
    if (!date) return []
    if (!now) throw new Error(`The form has a date, ${name}, so it must be read with the time of now.`)
    const message = limitBroken(date, sound[name], now)
    return message === null ? [] : [{ path: [name], message }]
  })
}

async function furtherIssues<Value>(
  sound: Partial<Value>,
  issues: readonly FormIssue[],
  check: HowToRead<Value>['check'],
): Promise<FormIssue[]> {
  if (!check) return []
  const wrong = new Set(issues.map(({ path }) => String(path[0] ?? '')))
  const right = Object.fromEntries(Object.entries(sound).filter(([name]) => !wrong.has(name))) as Partial<Value>
  return (await check(right)).map(({ field, message }) => ({ path: [field], message }))
}

function takesSeveral(type: unknown): boolean {
  if (type instanceof z.ZodArray) return true
  if (type instanceof z.ZodOptional || type instanceof z.ZodDefault) return takesSeveral(type.unwrap())
  if (type instanceof z.ZodPipe) return takesSeveral(type.in)
  return false
}
