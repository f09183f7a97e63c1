import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { orNotFound, requireMapReader } from '../../access/require.server.ts'
import { mapQueryOf } from '../../features/hotspots/map/map-query.ts'
import { onePage, readMap } from '../../features/hotspots/map/read-map.server.ts'
import { TablePage } from '../../features/hotspots/map/table-page.tsx'
import { readStrandsInUse } from '../../features/hotspots/releases/read-strands-in-use.server.ts'
import { href } from '../../href.ts'
import { BackLink } from '../../ui/layout/back-link.tsx'
import { documentTitle } from '../../ui/layout/document-title.ts'
import { PageTitle } from '../../ui/layout/page-title.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Map as a table') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requireMapReader(args)
  const query = mapQueryOf(new URL(args.request.url).searchParams)
  return { query, ...onePage(orNotFound(await readMap(query, await readStrandsInUse(actor))), query.page) }
}

export default function MapAsTable() {
  const { query, page, rowCount } = useLoaderData<typeof loader>()
  return (
    <>
      <BackLink href={href('/map')}>Map</BackLink>
      <PageTitle caption="Map">Map as a table</PageTitle>
      <TablePage page={page} rowCount={rowCount} query={query} />
    </>
  )
}
