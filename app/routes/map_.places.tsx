import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireBusinessWith } from '../access/require.server.ts'
import { listPlaces } from '../features/hotspots/list-places.server.ts'
import { PlaceList } from '../features/hotspots/place-list.tsx'
import { BackLink } from '../ui/back-link.tsx'
import { ButtonLink } from '../ui/button.tsx'
import { documentTitle } from '../ui/document-title.ts'
import { NotificationBanner } from '../ui/notification-banner.tsx'
import { ownEntry } from '../ui/own-entry.ts'
import { PageTitle } from '../ui/page-title.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Protected places') }]

export async function loader(asked: LoaderFunctionArgs) {
  const { actor, now } = await requireBusinessWith(asked, 'protectedPlace')
  const places = (await listPlaces({ actor })).map((place) => ({ ...place, key: randomUUID() }))
  return { places, done: new URL(asked.request.url).searchParams.get('done') ?? '', now }
}

const DONE: Record<string, string> = {
  added: 'The place is protected in every release from now on.',
  removed: 'The place is off the list.',
}

export default function Places() {
  const { places, done, now } = useLoaderData<typeof loader>()
  const heading = ownEntry(DONE, done)
  return (
    <>
      {heading ? <NotificationBanner heading={heading} /> : null}
      <BackLink href="/map/releases">Releases</BackLink>
      <PageTitle>Protected places</PageTitle>
      <p className="govuk-body">
        A refuge, or the only mosque of a ward, would be told by the map even where it shows numbers alone. What happens
        in the hexagon of a protected place is published only together with the wider one around it.
      </p>
      <ButtonLink href="/map/places/new">Protect a place</ButtonLink>
      <PlaceList places={places} now={now} />
    </>
  )
}
