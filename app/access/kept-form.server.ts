import { z } from 'zod'
import { seal, unseal } from './secret-box.server.ts'

const KEPT_MINUTES = 30
const LONGEST = 200_000
/** Fields never kept, even sealed: passwords and codes, but not postcodes. */
const SECRETS = /^(\w*password|code)$/i

const keptForm = z.object({
  path: z.string(),
  fields: z.array(z.tuple([z.string(), z.string()])),
  until: z.number(),
})

/** A form that arrived after its writer's session had ended: its address, and its fields in order. */
export type KeptForm = Pick<z.output<typeof keptForm>, 'path' | 'fields'>

/**
 * Seals the posted form for the person whose session it was. Nobody else can open it, the portal stores nothing, and it
 * expires after 30 minutes. Null when the request has no form or the form is too long.
 */
export async function keepForm(request: Request, staffId: string, now: Date): Promise<string | null> {
  if (request.bodyUsed || !/^(application\/x-www-form-urlencoded|multipart\/form-data)/.test(contentType(request)))
    return null
  const form = await request.formData().catch(() => null)
  if (!form) return null
  const { path, fields } = postedFields(request.url, form)
  const until = now.getTime() + KEPT_MINUTES * 60_000
  const text = JSON.stringify({ path, fields, until } satisfies z.output<typeof keptForm>)
  return text.length > LONGEST ? null : seal('kept-form', text, staffId)
}

/** The address of a form and its fields in order, without files, passwords and codes. */
export function postedFields(requestUrl: string, form: FormData): KeptForm {
  const url = new URL(requestUrl)
  const fields = [...form].filter(
    (field): field is [string, string] => typeof field[1] === 'string' && !SECRETS.test(field[0]),
  )
  // An address that begins with two slashes would name another site.
  const path = url.pathname.replace(/^\/+/, '/').replace(/\.data$/, '')
  return { path: path + url.search, fields }
}

/** Opens a sealed form. Null when it belongs to another person, was changed, or has expired. */
export function openKeptForm(sealed: string, staffId: string, now: Date): KeptForm | null {
  const text = unseal('kept-form', sealed, staffId)
  if (text === null) return null
  const { path, fields, until } = keptForm.parse(JSON.parse(text))
  return until < now.getTime() ? null : { path, fields }
}

function contentType(request: Request): string {
  return request.headers.get('Content-Type') ?? ''
}
