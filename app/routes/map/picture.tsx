import type { LoaderFunctionArgs } from '@remix-run/node'
import coast from '../../../public/coast.json'
import { orNotFound, requireMapReader } from '../../access/require.server.ts'
import { mapQueryOf } from '../../features/hotspots/map/map-query.ts'
import { drawPicture, pictureWords } from '../../features/hotspots/map/picture.ts'
import { readMapLayer } from '../../features/hotspots/map/read-map.server.ts'

/** The whole shown release as a picture, for print: it does not depend on the part that the screen shows. */
export async function loader(args: LoaderFunctionArgs) {
  await requireMapReader(args)
  const params = new URL(args.request.url).searchParams
  const query = mapQueryOf(params)
  const layer = orNotFound(await readMapLayer(query))
  const sea = coast.coordinates.flat() as [number, number][][]
  const svg = drawPicture({ ...pictureWords(query), layer, sea })
  return new Response(svg, {
    headers: {
      'Content-Type': 'image/svg+xml',
      'Cache-Control': params.has('v') ? 'private, max-age=31536000, immutable' : 'private, no-cache',
    },
  })
}
