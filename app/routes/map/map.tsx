import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { type ShouldRevalidateFunction, useLoaderData } from '@remix-run/react'
import { permissionsOf } from '../../access/ability.ts'
import { orNotFound, requireMapReader } from '../../access/require.server.ts'
import { contentSecurityPolicy } from '../../access/security-headers.ts'
import { MapPage } from '../../features/hotspots/map/map-page.tsx'
import { mapQueryOf } from '../../features/hotspots/map/map-query.ts'
import { readDrawing } from '../../features/hotspots/map/read-drawing.server.ts'
import { firstRows, readMap } from '../../features/hotspots/map/read-map.server.ts'
import { readStrandsInUse } from '../../features/hotspots/releases/read-strands-in-use.server.ts'
import { documentTitle } from '../../ui/layout/document-title.ts'
import { PageTitle } from '../../ui/layout/page-title.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Hotspot map') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requireMapReader(args)
  const query = mapQueryOf(new URL(args.request.url).searchParams)
  const [page, drawing] = await Promise.all([readMap(query, await readStrandsInUse(actor)), readDrawing()])
  const headers = { 'Content-Security-Policy': contentSecurityPolicy(args.context.nonce, drawing.engine) }
  return data(
    {
      query,
      drawing,
      mayRelease: permissionsOf(actor).mayEver('insert', 'hotspotDraft'),
      mayPlan: permissionsOf(actor).mayEver('insert', 'awarenessEvent'),
      ...firstRows(orNotFound(page)),
    },
    { headers },
  )
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

/** An unchanged address means that at most the view has changed, which needs no new data. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ currentUrl, nextUrl, defaultShouldRevalidate }) =>
  currentUrl.href === nextUrl.href ? false : defaultShouldRevalidate

export default function HotspotMap() {
  const { query, drawing, page, rowCount, mayRelease, mayPlan } = useLoaderData<typeof loader>()
  return (
    <>
      <PageTitle caption="Map">Hotspot map</PageTitle>
      <MapPage
        page={page}
        rowCount={rowCount}
        drawing={drawing}
        query={query}
        mayRelease={mayRelease}
        mayPlan={mayPlan}
      />
    </>
  )
}
