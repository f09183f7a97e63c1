import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireBusinessWith } from '../../../access/require.server.ts'
import { listPlaces } from '../../../features/hotspots/places/list-places.server.ts'
import { PlaceList } from '../../../features/hotspots/places/place-list.tsx'
import { href } from '../../../href.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { BackLink } from '../../../ui/layout/back-link.tsx'
import { documentTitle } from '../../../ui/layout/document-title.ts'
import { NotificationBanner } from '../../../ui/layout/notification-banner.tsx'
import { PageTitle } from '../../../ui/layout/page-title.tsx'
import { ownEntry } from '../../../ui/own-entry.ts'

export const meta: MetaFunction = () => [{ title: documentTitle('Protected places') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireBusinessWith(args, 'protectedPlace')
  const places = (await listPlaces({ actor })).map((place) => ({ ...place, key: randomUUID() }))
  return { places, done: new URL(args.request.url).searchParams.get('done') ?? '', now }
}

const DONE: Record<string, string> = {
  added: 'The place is protected in every release from now on.',
  removed: 'The place is removed from the list.',
}

export default function Places() {
  const { places, done, now } = useLoaderData<typeof loader>()
  const heading = ownEntry(DONE, done)
  return (
    <>
      {heading ? <NotificationBanner heading={heading} /> : null}
      <BackLink href={href('/map/releases')}>Releases</BackLink>
      <PageTitle>Protected places</PageTitle>
      <p className="govuk-body">
        The map could reveal a refuge, or the only mosque of a ward, even though it shows only numbers. Incidents in the
        hexagon of a protected place are published only as part of the larger hexagon around it.
      </p>
      <ButtonLink href={href('/map/places/new')}>Protect a place</ButtonLink>
      <PlaceList places={places} now={now} />
    </>
  )
}
