import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { orNotFound, requireBusinessWith } from '../../access/require.server.ts'
import { uuidParam } from '../../access/uuid-param.server.ts'
import { deleteNote } from '../../features/tension/delete-note.server.ts'
import { findOwnNote } from '../../features/tension/read-notes.server.ts'
import { refusalWords } from '../../features/tension/refusal-words.server.ts'
import { Form } from '../../forms/form.tsx'
import { EMPTY_FORM, withError } from '../../forms/form-state.ts'
import { readForm } from '../../forms/read-form.server.ts'
import { href } from '../../href.ts'
import { Button, ButtonGroup, ButtonLink } from '../../ui/button.tsx'
import { InsetText } from '../../ui/inset-text.tsx'
import { BackLink } from '../../ui/layout/back-link.tsx'
import { documentTitle } from '../../ui/layout/document-title.ts'
import { PageTitle } from '../../ui/layout/page-title.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Delete a tension note') }]

export async function loader(asked: LoaderFunctionArgs) {
  const { actor } = await requireBusinessWith(asked, 'tensionNote', 'delete')
  const { note, ward } = orNotFound(await findOwnNote({ actor }, uuidParam(asked.params.noteId)))
  return { note, ward, idempotencyKey: randomUUID() }
}

export async function action(asked: ActionFunctionArgs) {
  const { actor, now } = await requireBusinessWith(asked, 'tensionNote', 'delete')
  const noteId = uuidParam(asked.params.noteId)
  const read = await readForm(asked.request, z.object({}))
  if (!read.ok) return data({ form: read.form }, { status: 422 })
  const deleted = await deleteNote({ actor, now, key: read.key }, { noteId })
  if (deleted.ok) return redirect(href('/tension', { done: 'deleted' }), 303)
  const { status, field, message } = refusalWords(deleted.refusal)
  return data({ form: withError(read.form, field, message) }, { status })
}

export default function DeleteTensionNote() {
  const { note, ward, idempotencyKey } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  return (
    <>
      <BackLink href={href('/tension')}>Tension notes</BackLink>
      <PageTitle caption={ward}>Delete this note?</PageTitle>
      <InsetText>{note}</InsetText>
      <p className="govuk-body">It is deleted for everyone. You cannot undo this.</p>
      <Form form={form} idempotencyKey={idempotencyKey}>
        <ButtonGroup>
          <Button variant="warning">Delete the note</Button>
          <ButtonLink href={href('/tension')} variant="secondary">
            Keep it
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </>
  )
}
