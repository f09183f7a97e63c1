import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { requireBusinessWith } from '../../access/require.server.ts'
import { WARDS } from '../../domain/partnership/ward.ts'
import { NoteFilter, notesHref } from '../../features/tension/note-filter.tsx'
import { NoteList } from '../../features/tension/note-list.tsx'
import { listNotes } from '../../features/tension/read-notes.server.ts'
import { href } from '../../href.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { documentTitle } from '../../ui/layout/document-title.ts'
import { NotificationBanner } from '../../ui/layout/notification-banner.tsx'
import { PageTitle } from '../../ui/layout/page-title.tsx'
import { Pagination } from '../../ui/lists/pagination.tsx'
import { ownEntry } from '../../ui/own-entry.ts'

export const meta: MetaFunction = () => [{ title: documentTitle('Tension notes') }]

const query = z.object({
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
  ward: z.enum(WARDS).or(z.literal('')).catch(''),
})

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireBusinessWith(args, 'tensionNote')
  const params = new URL(args.request.url).searchParams
  const wanted = query.parse(Object.fromEntries(params))
  const done = params.get('done') ?? ''
  return { ...(await listNotes({ actor, now }, wanted)), wanted, done, now: now.toISOString() }
}

const DONE: Record<string, string> = {
  noted: 'The note is saved. Coordinators and cohesion officers can read it.',
  deleted: 'The note is deleted.',
}

export default function TensionNotes() {
  const { notes, total, pageCount, wanted, done, now } = useLoaderData<typeof loader>()
  const heading = ownEntry(DONE, done)
  return (
    <>
      {heading ? <NotificationBanner heading={heading} /> : null}
      <PageTitle caption="Only coordinators and cohesion officers can read these">Tension notes</PageTitle>
      <ButtonLink href={href('/tension/new')}>Write a note</ButtonLink>
      <NoteFilter ward={wanted.ward} />
      <NoteList notes={notes} now={now} filtered={wanted.ward !== ''} />
      <Pagination
        page={wanted.page}
        pageCount={pageCount}
        total={total}
        noun={{ one: 'note', many: 'notes' }}
        hrefFor={(page) => notesHref({ ...wanted, page })}
      />
    </>
  )
}
