import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireCasework } from '../../../access/require.server.ts'
import { AllRepairs } from '../../../features/repairs/all-repairs.tsx'
import { listRepairs } from '../../../features/repairs/list-repairs.server.ts'
import { REPAIRS } from '../../../features/repairs/repairs-query.ts'
import { documentTitle } from '../../../ui/layout/document-title.ts'
import { PageTitle } from '../../../ui/layout/page-title.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Repairs and graffiti') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(args)
  const query = REPAIRS.read(new URL(args.request.url).searchParams)
  return { query, page: await listRepairs({ actor, now }, query) }
}

export default function AllRepairsPage() {
  const { query, page } = useLoaderData<typeof loader>()
  return (
    <>
      <PageTitle>Repairs and graffiti</PageTitle>
      <AllRepairs query={query} page={page} />
    </>
  )
}
