import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireCasework } from '../../access/require.server.ts'
import { DecisionList } from '../../features/decisions/decision-list.tsx'
import { readDecisions } from '../../features/decisions/read-decisions.server.ts'
import { documentTitle } from '../../ui/layout/document-title.ts'
import { PageTitle } from '../../ui/layout/page-title.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Decisions') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(args)
  return { ...(await readDecisions(actor)), now }
}

export default function Decisions() {
  const { waiting, made, now } = useLoaderData<typeof loader>()
  return (
    <>
      <PageTitle>Decisions</PageTitle>
      <DecisionList waiting={waiting} made={made} now={now} />
    </>
  )
}
