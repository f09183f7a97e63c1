import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { orNotFound, requireBusinessWith, uuidParam } from '../../access/require.server.ts'
import { readAgencyPages } from '../../features/agencies/read-agency-pages.server.ts'
import { FormTaskList } from '../../forms/multi-page/form-task-list.tsx'
import { href } from '../../href.ts'
import { BackLink } from '../../ui/layout/back-link.tsx'
import { documentTitle } from '../../ui/layout/document-title.ts'
import { NotificationBanner } from '../../ui/layout/notification-banner.tsx'
import { PageTitle } from '../../ui/layout/page-title.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Change an agency') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireBusinessWith(args, 'agency', 'update')
  const read = orNotFound(await readAgencyPages({ actor, now }, uuidParam(args.params.agencyId)))
  return { ...read, done: new URL(args.request.url).searchParams.get('done') ?? '' }
}

export default function ChangeAgency() {
  const { agencyId, name, pages, done } = useLoaderData<typeof loader>()
  const saved = pages.find(({ id }) => id === done)
  return (
    <>
      {saved ? (
        <NotificationBanner heading={`${saved.title} is saved.`}>
          <p className="govuk-body">Other agencies see the change now.</p>
        </NotificationBanner>
      ) : null}
      {done === 'kept' ? (
        <NotificationBanner heading="Your draft is saved.">
          <p className="govuk-body">Other agencies see your answers when you save the section.</p>
        </NotificationBanner>
      ) : null}
      <BackLink href={href('/agencies/:agencyId', { agencyId })}>{name}</BackLink>
      <PageTitle caption={name}>What other agencies see</PageTitle>
      <FormTaskList pages={pages} hrefOf={(page) => href('/agencies/:agencyId/change/:page', { agencyId, page })} />
    </>
  )
}
