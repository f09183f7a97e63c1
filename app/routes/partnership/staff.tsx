import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireBusinessWith } from '../../access/require.server.ts'
import { PeopleFilter } from '../../features/staff/people-filter.tsx'
import { PEOPLE } from '../../features/staff/people-query.ts'
import { PeopleTable } from '../../features/staff/people-table.tsx'
import { listPeople, seesAllAgencies } from '../../features/staff/read-people.server.ts'
import { href } from '../../href.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { documentTitle } from '../../ui/layout/document-title.ts'
import { PageTitle } from '../../ui/layout/page-title.tsx'
import { SideBySide } from '../../ui/layout/side-by-side.tsx'
import { ListPager } from '../../ui/lists/list-pager.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('People') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now, agencyName } = await requireBusinessWith(args, 'staff')
  const wanted = PEOPLE.read(new URL(args.request.url).searchParams)
  const query = { ...wanted, agencyId: seesAllAgencies(actor) ? wanted.agencyId : null }
  return { page: await listPeople({ actor, now }, query), query, agencyName }
}

export default function People() {
  const { page, query, agencyName } = useLoaderData<typeof loader>()
  const { rows, agencies, mayInvite } = page
  const list = (
    <>
      {mayInvite ? <ButtonLink href={href('/staff/invite')}>Invite someone</ButtonLink> : null}
      <PeopleTable people={rows} query={query} severalAgencies={agencies.length > 0} />
      <ListPager list={PEOPLE} query={query} page={page} noun={{ one: 'person', many: 'people' }} />
    </>
  )
  return (
    <>
      <PageTitle caption={agencies.length > 0 ? 'All agencies' : agencyName}>People</PageTitle>
      <SideBySide sideFirst side={<PeopleFilter query={query} agencies={agencies} />} main={list} />
    </>
  )
}
