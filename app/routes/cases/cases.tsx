import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireCasework } from '../../access/require.server.ts'
import { CaseFilter } from '../../features/casework/list/case-filter.tsx'
import { CaseListPage } from '../../features/casework/list/case-list.tsx'
import { readCaseListQuery } from '../../features/casework/list/case-list-query.ts'
import { homeQueueOf, listCases } from '../../features/casework/list/list-cases.server.ts'
import { documentTitle } from '../../ui/layout/document-title.ts'
import { PageTitle } from '../../ui/layout/page-title.tsx'
import { SideBySide } from '../../ui/layout/side-by-side.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Cases') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(args)
  const query = readCaseListQuery(new URL(args.request.url).searchParams, homeQueueOf(actor))
  return { list: await listCases({ actor, now }, query), query, now }
}

export default function Cases() {
  const { list, query, now } = useLoaderData<typeof loader>()
  return (
    <>
      <PageTitle>Cases</PageTitle>
      <SideBySide
        sideFirst
        side={<CaseFilter query={query} workers={list.workers} />}
        main={<CaseListPage list={list} query={query} now={now} />}
      />
    </>
  )
}
