import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireBusinessWith } from '../../access/require.server.ts'
import { NoteFilter } from '../../features/tension/note-filter.tsx'
import { NoteList } from '../../features/tension/note-list.tsx'
import { NOTES } from '../../features/tension/notes-query.ts'
import { listNotes } from '../../features/tension/read-notes.server.ts'
import { href } from '../../href.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { documentTitle } from '../../ui/layout/document-title.ts'
import { NotificationBanner } from '../../ui/layout/notification-banner.tsx'
import { PageTitle } from '../../ui/layout/page-title.tsx'
import { ListPager } from '../../ui/lists/list-pager.tsx'
import { ownEntry } from '../../ui/own-entry.ts'

export const meta: MetaFunction = () => [{ title: documentTitle('Tension notes') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireBusinessWith(args, 'tensionNote')
  const params = new URL(args.request.url).searchParams
  const query = NOTES.read(params)
  const done = params.get('done') ?? ''
  return { page: await listNotes({ actor, now }, query), query, done, now: now.toISOString() }
}

const DONE: Record<string, string> = {
  noted: 'The note is saved. Coordinators and cohesion officers can read it.',
  deleted: 'The note is deleted.',
}

export default function TensionNotes() {
  const { page, query, done, now } = useLoaderData<typeof loader>()
  const heading = ownEntry(DONE, done)
  return (
    <>
      {heading ? <NotificationBanner heading={heading} /> : null}
      <PageTitle caption="Only coordinators and cohesion officers can read these">Tension notes</PageTitle>
      <ButtonLink href={href('/tension/new')}>Write a note</ButtonLink>
      <NoteFilter query={query} />
      <NoteList notes={page.rows} query={query} now={now} />
      <ListPager list={NOTES} query={query} page={page} noun={{ one: 'note', many: 'notes' }} />
    </>
  )
}
