import type { IncomingMessage, ServerResponse } from 'node:http'

export const BODY_LIMIT_BYTES = 1_048_576

/** What a request is refused with before it becomes one. */
export interface Refusal {
  status: 400 | 413
  title: string
  sentence: string
}

const BAD_ADDRESS: Refusal = { status: 400, title: 'Bad request', sentence: 'This address cannot be read.' }
const TOO_LARGE: Refusal = { status: 413, title: 'Too large', sentence: 'What was sent is larger than 1 MB.' }
const BROKEN_OFF: Refusal = { status: 400, title: 'Bad request', sentence: 'The request broke off.' }

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
  const body = method === 'GET' || method === 'HEAD' ? undefined : await readBody(req)
  if (body && 'status' in body) return body
  const aborted = new AbortController()
  res.once('close', () => {
    if (!res.writableFinished) aborted.abort()
  })
  return new Request(url, { method, headers: headersOf(req, origin), signal: aborted.signal, ...(body && { body }) })
}

function addressOf(path: string, origin: string) {
  if (!path.startsWith('/')) return
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
  // Only an Origin of ours has come so far; one name of the demo's machine counts as the other.
  if (req.headers.origin !== undefined) headers.set('origin', origin)
  return headers
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
