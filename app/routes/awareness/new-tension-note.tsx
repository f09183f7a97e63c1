import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireBusinessWith, whoMay } from '../../access/require.server.ts'
import { usualExpiry } from '../../domain/partnership/tension.ts'
import { londonDayOf } from '../../domain/time/calendar-day.ts'
import { NoteForm } from '../../features/tension/note-form.tsx'
import { TENSION_REFUSALS } from '../../features/tension/refusal-words.server.ts'
import { noteInput, noteProblems, writeTensionNote } from '../../features/tension/write-note.server.ts'
import { dayFields } from '../../forms/day-fields.ts'
import { formAction } from '../../forms/form-action.server.ts'
import { filledWith } from '../../forms/form-state.ts'
import { href } from '../../href.ts'
import { BackLink } from '../../ui/layout/back-link.tsx'
import { documentTitle } from '../../ui/layout/document-title.ts'
import { PageTitle } from '../../ui/layout/page-title.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Write a tension note') }]

export async function loader(args: LoaderFunctionArgs) {
  const { now } = await requireBusinessWith(args, 'tensionNote', 'insert')
  const ward = new URL(args.request.url).searchParams.get('ward') ?? ''
  const values = { ward, ...dayFields('expiresOn', usualExpiry(londonDayOf(now))) }
  return { values, idempotencyKey: randomUUID() }
}

export const action = formAction({
  who: whoMay('insert', 'tensionNote'),
  input: noteInput,
  check: (sound, { now }) => noteProblems(sound, now),
  run: writeTensionNote,
  next: () => href('/tension', { done: 'noted' }),
  refusals: TENSION_REFUSALS,
})

export default function WriteTensionNote() {
  const { values, idempotencyKey } = useLoaderData<typeof loader>()
  const { form = filledWith(values) } = useActionData<typeof action>() ?? {}
  return (
    <>
      <BackLink href={href('/tension')}>Tension notes</BackLink>
      <PageTitle>Write a tension note</PageTitle>
      <NoteForm form={form} idempotencyKey={idempotencyKey} />
    </>
  )
}
