import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { orNotFound, requireBusinessWith, uuidParam } from '../../../access/require.server.ts'
import { findReleasePage } from '../../../features/hotspots/releases/read-release-page.server.ts'
import { ReleasePage } from '../../../features/hotspots/releases/release-page.tsx'
import { href } from '../../../href.ts'
import { BackLink } from '../../../ui/layout/back-link.tsx'
import { documentTitle } from '../../../ui/layout/document-title.ts'
import { NotificationBanner } from '../../../ui/layout/notification-banner.tsx'
import { PageTitle } from '../../../ui/layout/page-title.tsx'
import { ownEntry } from '../../../ui/own-entry.ts'

export const meta: MetaFunction = () => [{ title: documentTitle('A release of the map') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requireBusinessWith(args, 'hotspotDraft')
  const release = orNotFound(await findReleasePage(actor, uuidParam(args.params.releaseId)))
  return { release, done: new URL(args.request.url).searchParams.get('done') }
}

const DONE: Record<string, string> = {
  proposed: 'You have proposed this release. Another person decides.',
  published: 'The release is published. The map shows it from now on.',
  refused: 'You have refused this release. A release of its period can be requested again.',
}

export default function Release() {
  const { release, done } = useLoaderData<typeof loader>()
  const heading = ownEntry(DONE, done)
  return (
    <>
      {heading ? <NotificationBanner heading={heading} /> : null}
      <BackLink href={href('/map/releases')}>Releases</BackLink>
      <PageTitle caption="Release of the map">{release.says}</PageTitle>
      <ReleasePage release={release} />
    </>
  )
}
