import { createHash } from 'node:crypto'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { orNotFound, requireMapReader } from '../../access/require.server.ts'
import { mapQueryOf } from '../../features/hotspots/map/map-query.ts'
import { readMapLayer } from '../../features/hotspots/map/read-map.server.ts'

/** The data of the map, without coordinates. With `v`, a hash of the data, browsers may cache it for good. */
export async function loader(args: LoaderFunctionArgs) {
  await requireMapReader(args)
  const params = new URL(args.request.url).searchParams
  const layer = orNotFound(await readMapLayer(mapQueryOf(params)))
  const text = JSON.stringify(layer)
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`
  const headers = {
    'Content-Type': 'application/json',
    ETag: etag,
    'Cache-Control': params.has('v') ? 'private, max-age=31536000, immutable' : 'private, no-cache',
  }
  const isKnown = args.request.headers.get('If-None-Match') === etag
  return isKnown ? new Response(null, { status: 304, headers }) : new Response(text, { headers })
}
