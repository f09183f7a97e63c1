import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { isDatabaseAway } from '../../db/database-error.ts'
import type { Readiness } from '../../db/readiness.ts'
import type { LoadContext } from '../access/load-context.ts'
import { isSameOrigin } from '../access/same-origin.server.ts'
import { contentSecurityPolicy } from '../access/security-headers.ts'
import { clientAddress } from './client-address.ts'
import { isDataRequest, sendDataRefusal } from './data-refusal.ts'
import { log } from './log.ts'
import { readPostedAgain, toRequest } from './node-request.ts'
import { sendResponse } from './node-response.ts'
import { takeNonce } from './nonce.ts'
import { sendPlainPage } from './plain-page.ts'
import type { ServeStatic } from './static-files.ts'

export interface WebServerParts {
  /** Remix's request handler. */
  answer: (request: Request, context: LoadContext) => Promise<Response>
  serveStatic: ServeStatic
  /** `origin` is the public origin; `origins` are all origins whose forms are accepted. */
  origin: string
  origins: readonly string[]
  /** The number of reverse proxies before the portal. Each appends to X-Forwarded-For. */
  proxyHops: number
  readReadiness: () => Promise<Readiness>
  isDraining: () => boolean
  /** Headers for every response. */
  securityHeaders: readonly [string, string][]
}

type Part = WebServerParts

const RETRY_AFTER_S = 5

const METHODS = new Set(['GET', 'HEAD', 'POST'])

/** The server of one web process: health checks, static files and refusals; the rest goes to Remix. */
export function createWebServer(parts: WebServerParts): Server {
  const server = createServer({ requireHostHeader: true, connectionsCheckingInterval: 5_000 }, (req, res) => {
    handle(parts, req, res).catch((error: unknown) => {
      log.error({ err: error }, 'a request failed outside Remix')
      sendPlainPage(res, isDatabaseAway(error) ? 503 : 500, 'Sorry, there is a problem', 'Try again in a moment.')
    })
  })
  server.headersTimeout = 15_000
  // For a form with files. Any other has 30 seconds (`node-request.ts`).
  server.requestTimeout = 120_000
  // Longer than reverse proxies keep connections, so that the portal does not close one that a proxy has just used.
  server.keepAliveTimeout = 75_000
  server.maxHeadersCount = 100
  return server
}

async function handle(parts: Part, req: IncomingMessage, res: ServerResponse) {
  const path = (req.url ?? '').split('?', 1)[0] ?? ''
  const nonce = takeNonce()
  for (const [name, value] of parts.securityHeaders) res.setHeader(name, value)
  res.setHeader('Content-Security-Policy', contentSecurityPolicy(nonce))
  res.setHeader('Cache-Control', 'no-store')
  closeWhenDraining(parts, res)
  if (path === '/healthz') return sendHealth(res, 200, 'alive')
  if (path === '/readyz') return sendReadiness(parts, res)
  if (parts.serveStatic(req, res, path)) return
  const refusal = refusalOf(parts, req)
  if (refusal) return refuse(req, res, refusal)
  const request = await toRequest(req, res, parts.origin)
  if (!(request instanceof Request)) return refuse(req, res, request)
  const response = await parts.answer(request, {
    memo: new Map(),
    nonce,
    clientAddress: clientAddress(req, parts.proxyHops),
    readPosted: () => readPostedAgain(request),
    report: (error) => {
      log.error({ err: error }, 'a request failed')
      // Reading the state logs what is wrong with the database, a clock or the secret, even when nobody requests
      // /readyz.
      void parts.readReadiness()
    },
  })
  closeWhenDraining(parts, res)
  // What is left of a form that was not let in is not read.
  if (!req.complete) res.setHeader('Connection', 'close')
  // Remix drops the headers of an error response.
  if (response.status === 503) res.setHeader('Retry-After', RETRY_AFTER_S)
  await sendResponse(res, response, req.method !== 'HEAD')
}

/** Called twice for a request, because draining may begin while Remix answers. */
function closeWhenDraining(parts: Part, res: ServerResponse) {
  if (parts.isDraining()) res.setHeader('Connection', 'close')
}

function refusalOf(parts: Part, req: IncomingMessage) {
  const method = req.method ?? ''
  if (!isSameOrigin(method, req.headers, parts.origins)) {
    const sentence = `This form was not sent from the portal. Open the portal at ${parts.origin} and try again.`
    return { status: 403, title: 'Not sent from the portal', sentence }
  }
  if (!METHODS.has(method))
    return { status: 405, title: 'Not possible', sentence: 'The portal does not accept this kind of request.' }
  return
}

function refuse(
  req: IncomingMessage,
  res: ServerResponse,
  refusal: { status: number; title: string; sentence: string },
) {
  // The rest of a refused body is not read, so the connection must end after the answer.
  if (!req.complete) res.setHeader('Connection', 'close')
  if (refusal.status === 405) res.setHeader('Allow', 'GET, HEAD, POST')
  if (isDataRequest(req)) return sendDataRefusal(req, res, refusal.status, refusal.sentence)
  sendPlainPage(res, refusal.status, refusal.title, refusal.sentence)
}

async function sendReadiness(parts: Part, res: ServerResponse) {
  const state = parts.isDraining() ? 'draining' : await parts.readReadiness()
  closeWhenDraining(parts, res)
  sendHealth(res, state === 'ready' ? 200 : 503, state)
}

function sendHealth(res: ServerResponse, status: number, word: string) {
  res.writeHead(status, { 'Content-Type': 'text/plain', 'Content-Length': word.length, 'Cache-Control': 'no-store' })
  res.end(word)
}
