import { type ActionFunctionArgs, data, redirect, type TypedResponse } from '@remix-run/node'
import { z } from 'zod'
import { uuidParam } from '../access/require.server.ts'
import { cookieHeaders } from '../access/session.server.ts'
import type { Result } from '../domain/result.ts'
import { EMPTY_FORM, type FieldError, type FormState } from './form-state.ts'
import { readForm } from './read-form.server.ts'
import { type PostedWithFiles, readUploads } from './read-uploads.server.ts'
import { type RefusalTable, refusedForm, sayRefusal } from './refusal-table.server.ts'

type Ids<Param extends string> = Readonly<Record<Param, string>>
type Sent<Schema extends z.ZodObject, Param extends string> = z.output<Schema> & Ids<Param>

/** What one form does. The type parameters follow from `who`, `params`, `input` and `run`. */
interface FormAction<
  Who extends object,
  Param extends string,
  Schema extends z.ZodObject,
  Value,
  Refusal extends { kind: string },
  Shown extends object,
  Next extends string | object,
> {
  /** Who may send it, as a `require…` function finds them, with what else the use case needs from the request. */
  who: (args: ActionFunctionArgs) => Promise<Who>
  /** The ids in the address; a malformed one is not found. */
  params?: readonly Param[]
  /** The use case's own schema, or how the address names one of several; without it the form has nothing but its button. */
  input?: Schema | ((params: ActionFunctionArgs['params']) => Schema)
  /** Fields that never come back: passwords and codes. */
  forget?: string[]
  /** Small files that a use case reads whole, such as a table. */
  files?: string[]
  /** Fields with a file to be kept (`neededUpload`), of a route in `UPLOAD_PAGES`. */
  uploads?: string[]
  /** What a schema cannot know, from the fields that are sound: all errors of a form come at once. */
  check?: (
    sound: Partial<z.output<Schema>>,
    asker: NoInfer<Who & Ids<Param>>,
  ) => Checked<NoInfer<Refusal>> | Promise<Checked<NoInfer<Refusal>>>
  run: (asker: NoInfer<Who> & { key: string }, sent: NoInfer<Sent<Schema, Param>>) => Promise<Result<Value, Refusal>>
  /** The address that follows, or what the page shows with an empty form. */
  next: (sent: NoInfer<Sent<Schema, Param>>, value: NoInfer<Value>, asker: NoInfer<Who>) => Next | Promise<Next>
  cookies?: (value: NoInfer<Value>) => readonly string[]
  refusals: NoInfer<RefusalTable<Refusal>>
  /** What the page shows besides a form that comes back; the refusal is null where the form could not be read. */
  shows?: (refusal: Refusal | null, form: FormState, asker: NoInfer<Who>) => Shown | Promise<Shown>
}

type Shows<Part> = ReturnType<typeof data<Part & { form: FormState }>>

type Answer<Shown, Next> = TypedResponse<never> | Shows<Shown> | (Next extends string ? never : Shows<Next>)

type Checked<Refusal> = readonly (FieldError | Refusal)[]

/**
 * The action of a route, from its declaration. It answers 404 if the person may not or there is no such thing, 422 with all
 * that was typed and what is wrong, a refusal beside its field, and 303 after the write. The form's key makes a second
 * sending of the same form do nothing (`writeOnce`).
 */
export function formAction<
  Who extends object,
  Value,
  Refusal extends { kind: string } = never,
  const Param extends string = never,
  Schema extends z.ZodObject = z.ZodObject<Record<never, never>>,
  Shown extends object = Record<never, never>,
  Next extends string | object = string,
>(action: FormAction<Who, Param, Schema, Value, Refusal, Shown, Next>) {
  const { input = z.object({}) as unknown as Schema } = action
  return async (args: ActionFunctionArgs): Promise<Answer<Shown, Next>> => {
    const who = await action.who(args)
    const ids = idsOf(args, action.params ?? [])
    const posted = action.uploads ? await readUploads(args.request, action.uploads) : undefined
    try {
      return await answerForm({ action, args, who, ids, input, posted })
    } finally {
      await posted?.discard()
    }
  }
}
interface Asked<Action, Who, Param extends string, Schema> {
  action: Action
  args: ActionFunctionArgs
  who: Who
  ids: Ids<Param>
  input: Schema | ((params: ActionFunctionArgs['params']) => Schema)
  posted: PostedWithFiles | undefined
}

async function answerForm<
  Who extends object,
  Param extends string,
  Schema extends z.ZodObject,
  Value,
  Refusal extends { kind: string },
  Shown extends object,
  Next extends string | object,
>({
  action,
  args,
  who,
  ids,
  input,
  posted,
}: Asked<FormAction<Who, Param, Schema, Value, Refusal, Shown, Next>, Who, Param, Schema>): Promise<
  Answer<Shown, Next>
> {
  const read = await readForm(args.request, typeof input === 'function' ? input(args.params) : input, {
    ...(action.forget && { forget: action.forget }),
    ...(action.files && { files: action.files }),
    ...(posted && { posted }),
    ...('now' in who && who.now instanceof Date && { now: who.now }),
    check: async (sound) => fieldErrors(action.refusals, (await action.check?.(sound, { ...who, ...ids })) ?? []),
  })
  const again = async (refusal: Refusal | null, form: FormState, status: number) => {
    const shown = (await action.shows?.(refusal, form, who)) ?? ({} as Shown)
    return data({ ...shown, form }, { status })
  }
  if (!read.ok) return again(null, read.form, read.why === 'rows' ? 200 : 422)
  const sent = { ...read.value, ...ids }
  const answer = await action.run({ ...who, key: read.key }, sent)
  if (!answer.ok) {
    const { form, status } = refusedForm(action.refusals, answer.refusal, read.form)
    return again(answer.refusal, form, status)
  }
  const headers = cookieHeaders(action.cookies?.(answer.value) ?? [])
  const next = await action.next(sent, answer.value, who)
  if (typeof next === 'string') return redirect(next, { headers, status: 303 })
  return data({ ...(next as object), form: EMPTY_FORM }, { headers }) as unknown as Answer<Shown, Next>
}

function idsOf<Param extends string>({ params }: ActionFunctionArgs, names: readonly Param[]): Ids<Param> {
  return Object.fromEntries(names.map((name) => [name, uuidParam(params[name])])) as Ids<Param>
}

function fieldErrors<Refusal extends { kind: string }>(
  table: RefusalTable<Refusal>,
  found: Checked<Refusal>,
): FieldError[] {
  return found.flatMap((each) => ('kind' in each ? sayRefusal(table, each).errors : [each]))
}
