import { Writable } from 'node:stream'
import type { AppLoadContext, EntryContext, LoaderFunctionArgs } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { renderToPipeableStream } from 'react-dom/server'
import { openPool } from '../db/as-actor.ts'
import { openMapPool } from '../db/as-map-reader.ts'
import { contextKey } from '../db/derived-secrets.ts'
import { environment } from './access/environment.server.ts'
import { NonceContext } from './access/nonce.ts'

const RENDER_LIMIT = 5000

const { appDatabaseUrl, mapDatabaseUrl, secret } = environment()
openPool({ url: appDatabaseUrl, contextKey: contextKey(secret) })
if (mapDatabaseUrl) openMapPool(mapDatabaseUrl)

export { closePool, pingDatabase } from '../db/as-actor.ts'

/** Remix's own would print the error whole, and a failed query repeats what a person typed. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs): void {
  const faultOfAsker = isRouteErrorResponse(error) && error.status < 500
  if (!faultOfAsker && !request.signal.aborted) context.report(error)
}

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { nonce, report }: AppLoadContext,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    let finalStatus = status
    const page = (
      <NonceContext.Provider value={nonce}>
        <RemixServer context={remixContext} url={request.url} nonce={nonce} abortDelay={RENDER_LIMIT} />
      </NonceContext.Provider>
    )
    const { pipe, abort } = renderToPipeableStream(page, {
      nonce,
      // No page of ours waits for a part of itself, so it leaves whole: streaming it would cost a fifth of its time.
      onAllReady() {
        clearTimeout(clock)
        const whole = gathered((html) => {
          headers.set('Content-Type', 'text/html; charset=utf-8')
          resolve(new Response(html, { headers, status: finalStatus }))
        })
        pipe(whole.on('error', reject))
      },
      onShellError: reject,
      onError(error) {
        finalStatus = 500
        report(error)
      },
    })
    const clock = setTimeout(abort, RENDER_LIMIT + 1000)
  })
}

/** Keeps what is written to it until the end, and hands it on in one piece. */
function gathered(whole: (written: Buffer<ArrayBuffer>) => void) {
  const pieces: Buffer[] = []
  return new Writable({
    write(piece: Buffer, _encoding, next) {
      pieces.push(piece)
      next()
    },
    final(next) {
      whole(Buffer.concat(pieces))
      next()
    },
  })
}
