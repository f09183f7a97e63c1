import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireBusinessWith } from '../../../access/require.server.ts'
import { ImportList } from '../../../features/hotspots/imports/import-list.tsx'
import { listImports } from '../../../features/hotspots/imports/list-imports.server.ts'
import { href } from '../../../href.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { BackLink } from '../../../ui/layout/back-link.tsx'
import { documentTitle } from '../../../ui/layout/document-title.ts'
import { NotificationBanner } from '../../../ui/layout/notification-banner.tsx'
import { PageTitle } from '../../../ui/layout/page-title.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Incidents taken in') }]

export async function loader(asked: LoaderFunctionArgs) {
  const { actor, now } = await requireBusinessWith(asked, 'incidentImport')
  const isDone = new URL(asked.request.url).searchParams.get('done') === 'imported'
  return { imports: await listImports({ actor }), isDone, now }
}

export default function Imports() {
  const { imports, isDone, now } = useLoaderData<typeof loader>()
  return (
    <>
      {isDone ? <NotificationBanner heading="The file was taken in." /> : null}
      <BackLink href={href('/map/releases')}>Releases</BackLink>
      <PageTitle>Incidents taken in</PageTitle>
      <p className="govuk-body">
        An agency whose own system is elsewhere gives its incidents as a file, without names, so that the map counts
        them too.
      </p>
      <ButtonLink href={href('/map/imports/new')}>Take in a file</ButtonLink>
      <ImportList imports={imports} now={now} />
    </>
  )
}
