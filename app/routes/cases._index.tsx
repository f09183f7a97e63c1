import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireCasework } from '../access/require.server.ts'
import { CaseFilter } from '../features/cases/case-filter.tsx'
import { CaseListPage } from '../features/cases/case-list.tsx'
import { type CaseListQuery, caseSearch, readCaseListQuery } from '../features/cases/case-list-query.ts'
import { CaseSearch } from '../features/cases/case-search.tsx'
import { listCases } from '../features/cases/list-cases.server.ts'
import { documentTitle } from '../ui/document-title.ts'
import { PageTitle } from '../ui/page-title.tsx'
import { typedFields } from '../ui/read-form.server.ts'
import { SideBySide } from '../ui/side-by-side.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Cases') }]

export async function loader(asked: LoaderFunctionArgs) {
  const address = new URL(asked.request.url).searchParams
  return found(await requireCasework(asked), (home) => readCaseListQuery(address, home))
}

/** A search; it changes nothing. */
export async function action(asked: ActionFunctionArgs) {
  const signedIn = await requireCasework(asked)
  const [search = ''] = (await typedFields(asked.request)).search ?? []
  return found(signedIn, (home) => caseSearch(search, home))
}

type SignedIn = Awaited<ReturnType<typeof requireCasework>>

async function found({ actor, now }: SignedIn, queryFrom: (home: 'team' | 'mine') => CaseListQuery) {
  const manages = actor.role === 'manager'
  const query = queryFrom(manages ? 'team' : 'mine')
  return { list: await listCases({ actor, now }, query), query, manages, now }
}

export default function Cases() {
  const asAddressed = useLoaderData<typeof loader>()
  const { list, query, manages, now } = useActionData<typeof action>() ?? asAddressed
  return (
    <>
      <PageTitle>Cases</PageTitle>
      <SideBySide
        sideFirst
        side={
          <>
            <CaseSearch search={query.search} />
            <CaseFilter query={query} />
          </>
        }
        main={<CaseListPage list={list} query={query} manages={manages} now={now} />}
      />
    </>
  )
}
