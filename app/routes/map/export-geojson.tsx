import type { LoaderFunctionArgs } from '@remix-run/node'
import { download } from '../../access/export/download.server.ts'
import { orNotFound, requireMapReader } from '../../access/require.server.ts'
import { areasAsGeoJson, exportName } from '../../features/hotspots/map/export-areas.ts'
import { mapQueryOf } from '../../features/hotspots/map/map-query.ts'
import { readMap } from '../../features/hotspots/map/read-map.server.ts'

/** The shown release as GeoJSON: its hexagons and no others. */
export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requireMapReader(args)
  return download(actor, async () => {
    const page = orNotFound(await readMap(mapQueryOf(new URL(args.request.url).searchParams)))
    const release = orNotFound(page.release)
    return { filename: `${exportName(release)}.geojson`, content: JSON.stringify(areasAsGeoJson(release)) }
  })
}
