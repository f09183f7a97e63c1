import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { requireBusinessWith } from '../../access/require.server.ts'
import { PeopleFilter, peopleHref } from '../../features/staff/people-filter.tsx'
import { PeopleTable } from '../../features/staff/people-table.tsx'
import { listPeople, onlyField, seesAllAgencies } from '../../features/staff/read-people.server.ts'
import { href } from '../../href.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { documentTitle } from '../../ui/layout/document-title.ts'
import { PageTitle } from '../../ui/layout/page-title.tsx'
import { SideBySide } from '../../ui/layout/side-by-side.tsx'
import { Pagination } from '../../ui/lists/pagination.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('People') }]

const query = z.object({
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
  agency: z.uuid().nullable().catch(null),
  only: onlyField,
  left: z.string().nullable().catch(null),
})

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now, agencyName } = await requireBusinessWith(args, 'staff')
  const { page, agency, left, only } = query.parse(Object.fromEntries(new URL(args.request.url).searchParams))
  const wanted = { page, agencyId: seesAllAgencies(actor) ? agency : null, left: left === 'yes', only }
  const listed = await listPeople({ actor, now }, wanted)
  return { ...listed, wanted, agencyName }
}

export default function People() {
  const { people, total, pageCount, wanted, agencies, agencyName, mayInvite } = useLoaderData<typeof loader>()
  const list = (
    <>
      {mayInvite ? <ButtonLink href={href('/staff/invite')}>Invite someone</ButtonLink> : null}
      <PeopleTable people={people} severalAgencies={agencies.length > 0} />
      <Pagination
        page={wanted.page}
        pageCount={pageCount}
        total={total}
        noun={{ one: 'person', many: 'people' }}
        hrefFor={(page) => peopleHref({ ...wanted, page })}
      />
    </>
  )
  return (
    <>
      <PageTitle caption={agencies.length > 0 ? 'All agencies' : agencyName}>People</PageTitle>
      <SideBySide sideFirst side={<PeopleFilter wanted={wanted} agencies={agencies} />} main={list} />
    </>
  )
}
