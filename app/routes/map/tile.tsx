import type { LoaderFunctionArgs } from '@remix-run/node'
import { notFound, orNotFound } from '../../access/require.server.ts'
import { requireActor } from '../../access/session.server.ts'
import { readTile } from '../../features/hotspots/map/read-drawing.server.ts'

const DEEPEST = 22

/** A tile of the operator's basemap, for everyone who may see the map or choose a place on one. */
export async function loader(args: LoaderFunctionArgs) {
  await requireActor(args)
  const [z = -1, x = -1, y = -1] = [args.params.z, args.params.x, args.params.y].map((text) =>
    /^\d{1,7}$/.test(text ?? '') ? Number(text) : -1,
  )
  if (z < 0 || z > DEEPEST || x < 0 || y < 0 || Math.max(x, y) >= 2 ** z) throw notFound()
  return new Response(orNotFound(await readTile(z, x, y)), {
    headers: { 'Content-Type': 'application/x-protobuf', 'Cache-Control': 'private, max-age=86400' },
  })
}
