import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireCasework } from '../access/require.server.ts'
import { CaseFilter } from '../features/cases/case-filter.tsx'
import { CaseListPage } from '../features/cases/case-list.tsx'
import { type CaseListQuery, readCaseListQuery, readCaseSearch } from '../features/cases/case-list-query.ts'
import { CaseSearch } from '../features/cases/case-search.tsx'
import { listCases } from '../features/cases/list-cases.server.ts'
import { documentTitle } from '../ui/document-title.ts'
import { PageTitle } from '../ui/page-title.tsx'
import { SideBySide } from '../ui/side-by-side.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Cases') }]

export async function loader(asked: LoaderFunctionArgs) {
  return found(await requireCasework(asked), readCaseListQuery, new URL(asked.request.url).searchParams)
}

/** A search; it changes nothing. */
export async function action(asked: ActionFunctionArgs) {
  const signedIn = await requireCasework(asked)
  const sent = await asked.request.formData().catch(() => new FormData())
  return found(signedIn, readCaseSearch, new URLSearchParams({ search: String(sent.get('search') ?? '') }))
}

type Read = (words: URLSearchParams, home: 'team' | 'mine') => CaseListQuery

async function found({ actor, now }: Awaited<ReturnType<typeof requireCasework>>, read: Read, words: URLSearchParams) {
  const manages = actor.role === 'manager'
  const query = read(words, manages ? 'team' : 'mine')
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
