import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { orNotFound, requireBusinessWith, uuidParam } from '../../access/require.server.ts'
import { readBeforeAndAfter } from '../../features/awareness/effect/read-before-and-after.server.ts'
import { EventPage } from '../../features/awareness/event-page.tsx'
import { findEvent } from '../../features/awareness/read-event.server.ts'
import { href } from '../../href.ts'
import { BackLink } from '../../ui/layout/back-link.tsx'
import { documentTitle } from '../../ui/layout/document-title.ts'
import { NotificationBanner } from '../../ui/layout/notification-banner.tsx'
import { ownEntry } from '../../ui/own-entry.ts'

export const meta: MetaFunction = () => [{ title: documentTitle('Awareness work') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireBusinessWith(args, 'awarenessEvent')
  const { event, row } = orNotFound(await findEvent({ actor, now }, uuidParam(args.params.eventId)))
  const done = new URL(args.request.url).searchParams.get('done') ?? ''
  return { event, compared: await readBeforeAndAfter({ actor, now }, row), done, now: now.toISOString() }
}

const DONE: Record<string, { heading: string; next: string }> = {
  planned: { heading: 'It is planned.', next: 'Next, invite partners.' },
  changed: { heading: 'The plan is changed.', next: 'Partners are notified if the day, time or place has changed.' },
  invited: { heading: 'The invitations are sent.', next: 'Each agency’s answer will appear below.' },
  answered: { heading: 'Your answer is sent.', next: 'You can change it until the day of the event.' },
  held: { heading: 'How it went is recorded.', next: 'It counts as held from now on.' },
  cancelled: { heading: 'The event is cancelled.', next: 'Partners who had not declined are notified.' },
}

export default function AwarenessEvent() {
  const { done, ...page } = useLoaderData<typeof loader>()
  const words = ownEntry(DONE, done)
  return (
    <>
      {words ? (
        <NotificationBanner heading={words.heading}>
          <p className="govuk-body">{words.next}</p>
        </NotificationBanner>
      ) : null}
      <BackLink href={href('/awareness')}>Awareness work</BackLink>
      <EventPage {...page} />
    </>
  )
}
