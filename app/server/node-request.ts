import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable, Transform } from 'node:stream'
import { takesUploads, UPLOAD_LIMIT_BYTES } from './upload-addresses.ts'

export const BODY_LIMIT_BYTES = 1_048_576
/** The portal's longest form has about a hundred fields, plus a checkbox for each incident of a case. */
export const FIELD_LIMIT = 1_000

/** Why a request was refused before it reached Remix. */
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
const UPLOAD_TOO_LARGE: Refusal = {
  status: 413,
  title: 'Too large',
  sentence: 'This form is larger than 32 MB. Choose a smaller file, of 10 MB or less, and send it again.',
}
const TOO_MANY_FIELDS: Refusal = { status: 413, title: 'Too large', sentence: 'This form has too many fields.' }
const INTERRUPTED: Refusal = { status: 400, title: 'Bad request', sentence: 'The request broke off.' }

const UNREADABLE: Refusal = { status: 400, title: 'Bad request', sentence: 'This form cannot be read.' }
const NO_FORM: Refusal = { status: 415, title: 'Bad request', sentence: 'The portal accepts forms only.' }

const URL_ENCODED = 'application/x-www-form-urlencoded'
const MULTIPART = 'multipart/form-data'

/** A form without files; one with files has longer, as a phone on a bad line needs (`web-server.ts`). */
const FORM_WITHIN_MS = 30_000

/** Headers that could make the portal take another address for its own. */
const NOT_PASSED_ON = new Set(['host', 'origin', 'x-forwarded-host', 'x-forwarded-proto', 'forwarded'])

/**
 * Converts a Node request into a web-standard one, or refuses it. Its address always begins with the public origin,
 * whatever `Host` says. The body, at most 1 MB, is read completely first, so that an interrupted form never starts a
 * transaction. Only a form with files is left to be read piece by piece, by the action and before its transaction.
 */
export async function toRequest(req: IncomingMessage, res: ServerResponse, origin: string): Promise<Request | Refusal> {
  const url = addressOf(req.url ?? '', origin)
  if (!url) return BAD_ADDRESS
  const method = req.method ?? 'GET'
  if (method === 'POST' && isUpload(req, url)) return uploadRequest(req, res, { url, origin })
  const body = method === 'GET' || method === 'HEAD' ? undefined : await readForm(req)
  if (body && 'status' in body) return body
  const headers = headersOf(req, origin)
  const request = new Request(url, { method, headers, signal: signalOnClose(res), ...(body && { body }) })
  if (body) bodies.set(request, body)
  return request
}

function isUpload(req: IncomingMessage, url: string): boolean {
  return typeOf(req).startsWith(MULTIPART) && takesUploads(new URL(url).pathname)
}

function uploadRequest(req: IncomingMessage, res: ServerResponse, { url, origin }: { url: string; origin: string }) {
  if (Number(req.headers['content-length'] ?? 0) > UPLOAD_LIMIT_BYTES) return UPLOAD_TOO_LARGE
  let size = 0
  const limited = new Transform({
    transform(piece: Buffer, _encoding, next) {
      size += piece.length
      if (size > UPLOAD_LIMIT_BYTES) next(new Error('The form is larger than its limit.'))
      else next(null, piece)
    },
  })
  req.once('error', (error) => limited.destroy(error))
  req.once('close', () => req.complete || limited.destroy(new Error('The form broke off.')))
  // It may break off when no one reads it: a request that was refused is answered without it.
  limited.on('error', () => {})
  const body = Readable.toWeb(req.pipe(limited)) as ReadableStream
  return new Request(url, {
    method: 'POST',
    headers: headersOf(req, origin),
    signal: signalOnClose(res),
    body,
    duplex: 'half',
  })
}

function typeOf(req: IncomingMessage): string {
  return (req.headers['content-type'] ?? URL_ENCODED).toLowerCase()
}

const bodies = new WeakMap<Request, Buffer<ArrayBuffer>>()

/** The posted form, even after a route has read it. Null without a readable form. */
export async function readPostedAgain(request: Request): Promise<FormData | null> {
  const body = bodies.get(request)
  if (!body) return null
  const type = request.headers.get('content-type') ?? URL_ENCODED
  return new Response(body, { headers: { 'content-type': type } }).formData().catch(() => null)
}

/** Aborts when the response closes, even a complete one: else Remix keeps the request five seconds longer. */
function signalOnClose(res: ServerResponse) {
  const aborted = new AbortController()
  // Giving a reason saves the cost of creating an error with a stack that nobody reads.
  res.once('close', () => aborted.abort('the answer has ended'))
  return aborted.signal
}

function addressOf(path: string, origin: string) {
  // Remix answers its retired `_data` parameter with a 500.
  if (!path.startsWith('/') || /[?&]_data=/.test(path)) return
  if (path.includes('%')) {
    try {
      // Text in PostgreSQL cannot contain a NUL, so no page has such an address.
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
  // The origin has been checked already. In the demo it may be another name of this machine, so it is replaced by the
  // public origin.
  headers.set('origin', origin)
  if (!headers.has('content-type')) headers.set('content-type', URL_ENCODED)
  return headers
}

/** Refuses bodies that the form parser would throw at, or need too long for, with a 4xx. */
async function readForm(req: IncomingMessage) {
  const body = await readBody(req)
  if ('status' in body) return body
  const type = typeOf(req)
  if (!type.startsWith(MULTIPART) && (body.includes(0) || body.includes('%00'))) return UNREADABLE
  if (type.startsWith(URL_ENCODED)) return hasMoreThan(body, '&', FIELD_LIMIT - 1) ? TOO_MANY_FIELDS : body
  if (!type.startsWith(MULTIPART)) return NO_FORM
  const [, boundary] = /boundary="?([^";,]+)/i.exec(req.headers['content-type'] ?? '') ?? []
  // There is one boundary before each part and one at the end.
  if (boundary && hasMoreThan(body, `--${boundary}`, FIELD_LIMIT + 1)) return TOO_MANY_FIELDS
  const parsed = new Response(body, { headers: { 'content-type': req.headers['content-type'] ?? '' } }).formData()
  return parsed.then(
    (form) => (hasNul(form) ? UNREADABLE : body),
    () => UNREADABLE,
  )
}

/** Only texts are checked: an uploaded workbook is full of NULs, and its form has a better message. */
function hasNul(form: FormData): boolean {
  return [...form].some(([name, value]) => name.includes('\0') || (typeof value === 'string' && value.includes('\0')))
}

function hasMoreThan(body: Buffer, sign: string, limit: number) {
  let count = 0
  for (let at = body.indexOf(sign); at >= 0 && count <= limit; at = body.indexOf(sign, at + sign.length)) count += 1
  return count > limit
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
    const tooSlow = setTimeout(() => resolve(INTERRUPTED), FORM_WITHIN_MS)
    req.once('end', () => resolve(Buffer.concat(chunks)))
    req.once('error', () => resolve(INTERRUPTED))
    req.once('close', () => {
      clearTimeout(tooSlow)
      resolve(INTERRUPTED)
    })
  })
}
