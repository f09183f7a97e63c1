import type { IncomingMessage, ServerResponse } from 'node:http'

export const BODY_LIMIT_BYTES = 1_048_576
/** The longest form of the portal has about a hundred fields, and a box to tick for each incident of a case. */
export const FIELD_LIMIT = 1_000

/** What a request is refused with before it becomes one. */
export interface Refusal {
  status: 400 | 413 | 415
  title: string
  sentence: string
}

const BAD_ADDRESS: Refusal = { status: 400, title: 'Bad request', sentence: 'This address cannot be read.' }
const TOO_LARGE: Refusal = {
  status: 413,
  title: 'Too large',
  sentence: 'This form is larger than 1 MB. Shorten what you typed, or choose a smaller file, and send it again.',
}
const TOO_MANY_FIELDS: Refusal = { status: 413, title: 'Too large', sentence: 'This form has too many fields.' }
const BROKEN_OFF: Refusal = { status: 400, title: 'Bad request', sentence: 'The request broke off.' }

const UNREADABLE: Refusal = { status: 400, title: 'Bad request', sentence: 'This form cannot be read.' }
const NO_FORM: Refusal = { status: 415, title: 'Bad request', sentence: 'The portal accepts forms only.' }

const URL_ENCODED = 'application/x-www-form-urlencoded'
const MULTIPART = 'multipart/form-data'

/** Headers by which a client could pretend to another address of the portal. */
const NOT_PASSED_ON = new Set(['host', 'origin', 'x-forwarded-host', 'x-forwarded-proto', 'forwarded'])

/**
 * A web-standard request. Its address is the public origin with the path asked for, whatever `Host` says.
 * The body, at most 1 MB, is read before the portal is asked: half a form never starts a transaction.
 */
export async function toRequest(req: IncomingMessage, res: ServerResponse, origin: string): Promise<Request | Refusal> {
  const url = addressOf(req.url ?? '', origin)
  if (!url) return BAD_ADDRESS
  const method = req.method ?? 'GET'
  const body = method === 'GET' || method === 'HEAD' ? undefined : await readForm(req)
  if (body && 'status' in body) return body
  const headers = headersOf(req, origin)
  const request = new Request(url, { method, headers, signal: abortedWith(res), ...(body && { body }) })
  if (body) bodies.set(request, body)
  return request
}

const bodies = new WeakMap<Request, Buffer<ArrayBuffer>>()

/** The form of a request, also after the portal has read it once; null where there is none that can be read. */
export async function readPostedAgain(request: Request): Promise<FormData | null> {
  const body = bodies.get(request)
  if (!body) return null
  const type = request.headers.get('content-type') ?? URL_ENCODED
  return new Response(body, { headers: { 'content-type': type } }).formData().catch(() => null)
}

/** Also once all is sent: what Remix holds for a request, it holds for five seconds or until this signal. */
function abortedWith(res: ServerResponse) {
  const aborted = new AbortController()
  // A reason of our own spares the trace of an error that nobody reads.
  res.once('close', () => aborted.abort('the answer has ended'))
  return aborted.signal
}

function addressOf(path: string, origin: string) {
  // Remix answers its retired `_data` parameter with a 500.
  if (!path.startsWith('/') || /[?&]_data=/.test(path)) return
  if (path.includes('%')) {
    try {
      // PostgreSQL has no text with a NUL in it: such an address can name nothing.
      if (decodeURIComponent(path.split('?', 1)[0] ?? '').includes('\0') || path.includes('%00')) return
    } catch {
      return
    }
  }
  return URL.canParse(origin + path) ? origin + path : undefined
}

function headersOf(req: IncomingMessage, origin: string) {
  const headers = new Headers()
  const raw = req.rawHeaders
  for (let at = 0; at < raw.length; at += 2) {
    const name = (raw[at] ?? '').toLowerCase()
    if (!NOT_PASSED_ON.has(name)) headers.append(name, raw[at + 1] ?? '')
  }
  headers.set('host', origin.slice(origin.indexOf('//') + 2))
  if (req.method === 'GET' || req.method === 'HEAD') return headers
  // Only an Origin of ours has come so far; one name of the demo's machine counts as the other.
  headers.set('origin', origin)
  if (!headers.has('content-type')) headers.set('content-type', URL_ENCODED)
  return headers
}

/** A form that its parser would throw at, or work on for long, is refused here: it is the sender's fault, not ours. */
async function readForm(req: IncomingMessage) {
  const body = await readBody(req)
  if ('status' in body) return body
  const type = (req.headers['content-type'] ?? URL_ENCODED).toLowerCase()
  if (!type.startsWith(MULTIPART) && (body.includes(0) || body.includes('%00'))) return UNREADABLE
  if (type.startsWith(URL_ENCODED)) return hasMoreThan(body, '&', FIELD_LIMIT - 1) ? TOO_MANY_FIELDS : body
  if (!type.startsWith(MULTIPART)) return NO_FORM
  const [, boundary] = /boundary="?([^";,]+)/i.exec(req.headers['content-type'] ?? '') ?? []
  // One before each part, and one at the end.
  if (boundary && hasMoreThan(body, `--${boundary}`, FIELD_LIMIT + 1)) return TOO_MANY_FIELDS
  const parsed = new Response(body, { headers: { 'content-type': req.headers['content-type'] ?? '' } }).formData()
  return parsed.then(
    (form) => (holdsNul(form) ? UNREADABLE : body),
    () => UNREADABLE,
  )
}

/** In its text alone: a workbook that was chosen instead of a CSV file holds many, and its form says so. */
function holdsNul(form: FormData): boolean {
  return [...form].some(([name, value]) => name.includes('\0') || (typeof value === 'string' && value.includes('\0')))
}

function hasMoreThan(body: Buffer, sign: string, limit: number) {
  let found = 0
  for (let at = body.indexOf(sign); at >= 0 && found <= limit; at = body.indexOf(sign, at + sign.length)) found += 1
  return found > limit
}

function readBody(req: IncomingMessage): Promise<Buffer<ArrayBuffer> | Refusal> {
  if (Number(req.headers['content-length'] ?? 0) > BODY_LIMIT_BYTES) return Promise.resolve(TOO_LARGE)
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let size = 0
    req.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > BODY_LIMIT_BYTES) {
        req.removeAllListeners('data').pause()
        resolve(TOO_LARGE)
      } else chunks.push(chunk)
    })
    req.once('end', () => resolve(Buffer.concat(chunks)))
    req.once('error', () => resolve(BROKEN_OFF))
    req.once('close', () => resolve(BROKEN_OFF))
  })
}
