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

export const meta: MetaFunction = () => [{ title: documentTitle('Imported incidents') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireBusinessWith(args, 'incidentImport')
  const isDone = new URL(args.request.url).searchParams.get('done') === 'imported'
  return { imports: await listImports({ actor }), isDone, now }
}

export default function Imports() {
  const { imports, isDone, now } = useLoaderData<typeof loader>()
  return (
    <>
      {isDone ? <NotificationBanner heading="The file is imported." /> : null}
      <BackLink href={href('/map/releases')}>Releases</BackLink>
      <PageTitle>Imported incidents</PageTitle>
      <p className="govuk-body">
        An agency that uses another system can send its incidents as a file, without names. The map then counts them
        too.
      </p>
      <ButtonLink href={href('/map/imports/new')}>Import a file</ButtonLink>
      <ImportList imports={imports} now={now} />
    </>
  )
}
