import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { limitSearches } from '../access/rate-limit.server.ts'
import { requireCasework } from '../access/require.server.ts'
import { openSearch, sealSearch } from '../access/sealed-search.server.ts'
import { FoundCases } from '../features/casework/list/case-list.tsx'
import { caseSearch } from '../features/casework/list/case-list-query.ts'
import { listCases } from '../features/casework/list/list-cases.server.ts'
import { recordSearch } from '../features/casework/list/record-search.server.ts'
import { FoundReferralList } from '../features/referrals/found-referrals.tsx'
import { searchReferrals } from '../features/referrals/search-referrals.server.ts'
import { typedFields } from '../forms/read-form.server.ts'
import { href } from '../href.ts'
import { SearchKey } from '../ui/fields/search-key.tsx'
import { documentTitle } from '../ui/layout/document-title.ts'
import { PageTitle } from '../ui/layout/page-title.tsx'
import { EmptyState } from '../ui/lists/empty-state.tsx'

const LONGEST = 100

export const meta: MetaFunction = () => [{ title: documentTitle('Search') }]

/** The search text is sent in the body and then sealed, so that no name is in the browser's history. */
export async function action(args: ActionFunctionArgs) {
  const { actor, now } = await requireCasework(args)
  const [search = ''] = (await typedFields(args.request)).search ?? []
  const typed = search.trim().slice(0, LONGEST)
  if (!typed) return redirect(href('/search'), 303)
  await limitSearches(actor.staffId)
  await recordSearch({ actor, now })
  return redirect(href('/search', { for: sealSearch(typed, actor.staffId, now) }), 303)
}

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(args)
  const sealed = new URL(args.request.url).searchParams.get('for') ?? ''
  const typed = openSearch(sealed, actor.staffId, now)
  if (!typed) return { typed, found: null, now }
  const query = caseSearch(typed, 'mine')
  const [list, referrals] = [await listCases({ actor, now }, query), await searchReferrals({ actor }, typed)]
  return { typed, found: { list, referrals, query }, now }
}

export default function Search() {
  const { typed, found, now } = useLoaderData<typeof loader>()
  const { list, referrals, query } = found ?? {}
  const isEmpty = list?.rows.length === 0 && referrals?.received.length === 0 && referrals.sent.length === 0
  return (
    <>
      <PageTitle>{typed ? `Search results for “${typed}”` : 'Search'}</PageTitle>
      {typed ? null : <p className="govuk-body">Search for a case or a referral by name, reference or phone number.</p>}
      {isEmpty ? (
        <EmptyState why="No cases or referrals in your agency match this.">
          <p className="govuk-body">
            Check the spelling, or type less: the beginning of a name or reference is enough.
          </p>
        </EmptyState>
      ) : null}
      {list && query ? <FoundCases list={list} query={query} now={now} /> : null}
      {referrals ? <FoundReferralList found={referrals} /> : null}
      <SearchKey />
    </>
  )
}
