import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { orNotFound, requireBusinessWith, uuidParam } from '../../access/require.server.ts'
import { PersonPage } from '../../features/staff/person-page.tsx'
import { findPerson } from '../../features/staff/read-people.server.ts'
import { href } from '../../href.ts'
import { BackLink } from '../../ui/layout/back-link.tsx'
import { documentTitle } from '../../ui/layout/document-title.ts'
import { NotificationBanner } from '../../ui/layout/notification-banner.tsx'
import { PageTitle } from '../../ui/layout/page-title.tsx'
import { ownEntry } from '../../ui/own-entry.ts'

export const meta: MetaFunction = () => [{ title: documentTitle('A person') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireBusinessWith(args, 'staff')
  const person = orNotFound(await findPerson({ actor, now }, uuidParam(args.params.staffId)))
  const done = new URL(args.request.url).searchParams.get('done') ?? ''
  return { person, done, now: now.toISOString(), idempotencyKey: randomUUID() }
}

const DONE: Record<string, { heading: (name: string) => string; next: string }> = {
  invited: {
    heading: (name) => `${name} is invited.`,
    next: 'Accord sends their link by e-mail. If it does not arrive, check the address.',
  },
  link: { heading: (name) => `There is a new link for ${name}.`, next: 'Earlier links no longer work.' },
  role: { heading: (name) => `${name} has another role.`, next: 'It applies from now on. They must sign in again.' },
  reallocated: {
    heading: (name) => `The open cases of ${name} have a new case worker.`,
    next: 'Their deadlines did not change.',
  },
  left: {
    heading: (name) => `${name} has left.`,
    next: 'They are signed out everywhere, and their open cases are back in the queue.',
  },
  back: { heading: (name) => `${name} is back.`, next: 'They can sign in as before, or with the new link.' },
}

export default function Person() {
  const { person, done, now, idempotencyKey } = useLoaderData<typeof loader>()
  const words = ownEntry(DONE, done)
  return (
    <>
      {words ? (
        <NotificationBanner heading={words.heading(person.name)}>
          <p className="govuk-body">{words.next}</p>
        </NotificationBanner>
      ) : null}
      <BackLink href={href('/staff')}>People</BackLink>
      <PageTitle caption={person.agencyName}>{person.name}</PageTitle>
      <PersonPage person={person} idempotencyKey={idempotencyKey} now={now} />
    </>
  )
}
