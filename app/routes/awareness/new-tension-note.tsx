import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireBusinessWith } from '../../access/require.server.ts'
import { usualExpiry } from '../../domain/partnership/tension.ts'
import { londonDayOf } from '../../domain/time/calendar-day.ts'
import { NoteForm } from '../../features/tension/note-form.tsx'
import { refusalWords } from '../../features/tension/refusal-words.server.ts'
import { noteFields, noteProblems, writeNote } from '../../features/tension/write-note.server.ts'
import { dayFields } from '../../forms/day-fields.ts'
import { filledWith, withError } from '../../forms/form-state.ts'
import { readForm } from '../../forms/read-form.server.ts'
import { href } from '../../href.ts'
import { BackLink } from '../../ui/layout/back-link.tsx'
import { documentTitle } from '../../ui/layout/document-title.ts'
import { PageTitle } from '../../ui/layout/page-title.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Write a tension note') }]

export async function loader(asked: LoaderFunctionArgs) {
  const { now } = await requireBusinessWith(asked, 'tensionNote', 'insert')
  const ward = new URL(asked.request.url).searchParams.get('ward') ?? ''
  const values = { ward, ...dayFields('expiresOn', usualExpiry(londonDayOf(now))) }
  return { values, idempotencyKey: randomUUID() }
}

export async function action(asked: ActionFunctionArgs) {
  const { actor, now } = await requireBusinessWith(asked, 'tensionNote', 'insert')
  const read = await readForm(asked.request, noteFields, {
    now,
    check: (sound) => noteProblems(sound, now).map(refusalWords),
  })
  if (!read.ok) return data({ form: read.form }, { status: 422 })
  const noted = await writeNote({ actor, now, key: read.key }, read.value)
  if (noted.ok) return redirect(href('/tension', { done: 'noted' }), 303)
  const { status, field, message } = refusalWords(noted.refusal)
  const form = withError(read.form, field, message)
  // An empty answer shows the question to the writer.
  if (noted.refusal.kind === 'looks-personal') form.values.nobodyNamed = ''
  return data({ form }, { status })
}

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
