import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireCasework } from '../../../access/require.server.ts'
import { OverrideList } from '../../../features/consents/override-list.tsx'
import { readOverrides } from '../../../features/consents/read-overrides.server.ts'
import { documentTitle } from '../../../ui/layout/document-title.ts'
import { PageTitle } from '../../../ui/layout/page-title.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Sharing without consent') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(args)
  return { overrides: await readOverrides({ actor, now }), now }
}

export default function Overrides() {
  const { overrides, now } = useLoaderData<typeof loader>()
  return (
    <>
      <PageTitle>Sharing without consent</PageTitle>
      <OverrideList overrides={overrides} now={now} />
    </>
  )
}
