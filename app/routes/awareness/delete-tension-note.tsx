import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { orNotFound, requireBusinessWith, uuidParam, whoMay } from '../../access/require.server.ts'
import { deleteNote } from '../../features/tension/delete-note.server.ts'
import { findOwnNote } from '../../features/tension/read-notes.server.ts'
import { TENSION_REFUSALS } from '../../features/tension/refusal-words.server.ts'
import { Form } from '../../forms/form.tsx'
import { formAction } from '../../forms/form-action.server.ts'
import { EMPTY_FORM } from '../../forms/form-state.ts'
import { href } from '../../href.ts'
import { Button, ButtonGroup, ButtonLink } from '../../ui/button.tsx'
import { InsetText } from '../../ui/inset-text.tsx'
import { BackLink } from '../../ui/layout/back-link.tsx'
import { documentTitle } from '../../ui/layout/document-title.ts'
import { PageTitle } from '../../ui/layout/page-title.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Delete a tension note') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requireBusinessWith(args, 'tensionNote', 'delete')
  const { note, ward } = orNotFound(await findOwnNote({ actor }, uuidParam(args.params.noteId)))
  return { note, ward, idempotencyKey: randomUUID() }
}

export const action = formAction({
  who: whoMay('delete', 'tensionNote'),
  params: ['noteId'],
  run: deleteNote,
  next: () => href('/tension', { done: 'deleted' }),
  refusals: TENSION_REFUSALS,
})

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
