import { z } from 'zod'
import { type FieldError, type FormState, formStateOf } from './form-state.ts'
import {
  type FormIssue,
  fieldsOf,
  namedInRows,
  outsideLimits,
  rearranged,
  soundFields,
  type Texts,
  typedTexts,
} from './read-fields.server.ts'
import type { PostedWithFiles } from './read-uploads.server.ts'

/**
 * A form as a use case wants it, or as it was sent, to be shown again: with its errors beside the fields, or with a row
 * more or less and no errors.
 */
export type ReadForm<Value> =
  | { ok: true; value: Value; key: string; form: FormState }
  | { ok: false; form: FormState; why: 'errors' | 'rows' }

interface HowToRead<Value> {
  /** Passwords and codes: never shown again. */
  forget?: string[]
  files?: string[]
  /** The form, already read from the wire because it came with uploads. */
  posted?: PostedWithFiles
  /** Needed where the form has a date: its limits depend on today. */
  now?: Date
  /** What a schema cannot know, from the fields that are sound so far: so all errors of a form come at once. */
  check?: (sound: Partial<Value>) => readonly FieldError[] | Promise<readonly FieldError[]>
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
  { forget = [], files = [], posted, now, check }: HowToRead<z.output<Schema>> = {},
): Promise<ReadForm<z.output<Schema>>> {
  const sent: SentFields = posted ? posted.texts : await readFields(request)
  const texts = textsOf(sent)
  const key = z.uuid().safeParse(sent.get('idempotencyKey')?.[0])
  const rows = key.success ? rearranged(texts, schema) : null
  if (rows) return { ok: false, form: { ...formStateOf(rows.typed, [], forget), focusOn: rows.focusOn }, why: 'rows' }
  const typed = typedTexts(texts, schema)
  const sentFiles = Object.fromEntries(files.map((name) => [name, sent.get(name)?.[0] ?? null]))
  const fields = { ...fieldsOf(typed, schema, forget), ...sentFiles, ...Object.fromEntries(posted?.uploads ?? []) }
  const parsed = schema.safeParse(fields)
  const sound: Partial<z.output<Schema>> = parsed.success ? parsed.data : soundFields(schema, fields)
  const issues = [...(parsed.success ? [] : parsed.error.issues), ...outsideLimits(schema, fields, now)]
  issues.push(...(await furtherIssues(sound, issues, check)))
  if (!key.success)
    issues.push({ path: [], message: 'This page was incomplete. Check what you typed and send it again' })
  if (!parsed.success || !key.success || issues.length > 0)
    return { ok: false, form: formStateOf(typed, namedInRows(schema, issues), forget), why: 'errors' }
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
  const sent = textsOf(await readFields(request))
  return Object.fromEntries([...sent].filter(([name]) => name !== 'idempotencyKey'))
}

function textsOf(sent: SentFields): Texts {
  return new Map([...sent].map(([name, values]) => [name, values.filter((value) => typeof value === 'string')]))
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
