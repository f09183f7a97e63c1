import { createHash } from 'node:crypto'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { tooMany } from '../access/rate-limit.server.ts'
import { orNotFound } from '../access/require.server.ts'
import { readAwarenessCalendar } from '../features/awareness/calendar/read-calendar.server.ts'

/** Calendar programs cannot sign in, so the secret in the address is the only check. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const found = await readAwarenessCalendar(String(params.token).replace(/\.ics$/, ''), context.clientAddress)
  if (!found.ok) throw tooMany(found.refusal.seconds)
  const calendar = orNotFound(found.value)
  const etag = `"${createHash('sha256').update(calendar).digest('base64url')}"`
  const headers = { ETag: etag, 'Cache-Control': 'private, max-age=300', 'X-Robots-Tag': 'noindex' }
  if (request.headers.get('If-None-Match') === etag) return new Response(null, { status: 304, headers })
  return new Response(calendar, { headers: { ...headers, 'Content-Type': 'text/calendar; charset=utf-8' } })
}
