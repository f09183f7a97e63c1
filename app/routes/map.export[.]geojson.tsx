import type { LoaderFunctionArgs } from '@remix-run/node'
import { orNotFound, requireMapReader } from '../access/require.server.ts'
import { areasAsGeoJson } from '../features/hotspots/export-areas.ts'
import { mapQueryOf } from '../features/hotspots/map-query.ts'
import { readMap } from '../features/hotspots/read-map.server.ts'

/** The release that is shown, for other maps: its hexagons and no others. */
export async function loader(asked: LoaderFunctionArgs) {
  await requireMapReader(asked)
  const page = orNotFound(await readMap(mapQueryOf(new URL(asked.request.url).searchParams)))
  const release = orNotFound(page.release)
  return new Response(JSON.stringify(areasAsGeoJson(release)), {
    headers: {
      'Content-Type': 'application/geo+json',
      'Content-Disposition': `attachment; filename="map-${release.period}.geojson"`,
    },
  })
}
