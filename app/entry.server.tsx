import { PassThrough } from 'node:stream'
import { type AppLoadContext, createReadableStreamFromReadable, type EntryContext } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { renderToPipeableStream } from 'react-dom/server'
import { openPool } from '../db/as-actor.ts'
import { contextKey } from '../db/derived-secrets.ts'
import { environment } from './access/environment.server.ts'
import { NonceContext } from './access/nonce.ts'

const RENDER_LIMIT = 5000

const { appDatabaseUrl, secret } = environment()
openPool({ url: appDatabaseUrl, contextKey: contextKey(secret) })

export { closePool, pingDatabase } from '../db/as-actor.ts'

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { nonce }: AppLoadContext,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    let finalStatus = status
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={nonce}>
        <RemixServer context={remixContext} url={request.url} nonce={nonce} abortDelay={RENDER_LIMIT} />
      </NonceContext.Provider>,
      {
        nonce,
        onShellReady() {
          const body = new PassThrough()
          headers.set('Content-Type', 'text/html; charset=utf-8')
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status: finalStatus }))
          pipe(body)
        },
        onShellError: reject,
        onError() {
          finalStatus = 500
        },
      },
    )
    setTimeout(abort, RENDER_LIMIT + 1000).unref()
  })
}
