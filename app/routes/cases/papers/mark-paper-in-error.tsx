import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { orNotFound, requireCasework, uuidParam } from '../../../access/require.server.ts'
import { PAPER_ERROR_REASONS } from '../../../domain/papers/paper-error.ts'
import { openCase } from '../../../features/casework/file/read-case.server.ts'
import { markPaperInError, markPaperInErrorInput } from '../../../features/papers/mark-paper-in-error.server.ts'
import { PaperFormPage } from '../../../features/papers/paper-form-page.tsx'
import { readPapersPart } from '../../../features/papers/read-papers-page.server.ts'
import { PAPER_REFUSALS } from '../../../features/papers/refusal-words.server.ts'
import { Form } from '../../../forms/form.tsx'
import { formAction } from '../../../forms/form-action.server.ts'
import { EMPTY_FORM } from '../../../forms/form-state.ts'
import { href } from '../../../href.ts'
import { Button } from '../../../ui/button.tsx'
import { Radios } from '../../../ui/fields/radios.tsx'
import { documentTitle } from '../../../ui/layout/document-title.ts'

export const meta: MetaFunction = () => [{ title: documentTitle('Mark a paper as entered in error') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(args)
  const deliveryId = uuidParam(args.params.deliveryId)
  const page = await openCase({ actor, now }, uuidParam(args.params.caseId), async (tx, view) => {
    const { deliveries } = await readPapersPart(tx, actor, view)
    return { delivery: orNotFound(deliveries.find((one) => one.deliveryId === deliveryId)) }
  })
  const reasons = Object.entries(PAPER_ERROR_REASONS).map(([value, { label }]) => ({ value, label }))
  return { ...orNotFound(page), reasons, idempotencyKey: randomUUID() }
}

export const action = formAction({
  who: requireCasework,
  params: ['caseId', 'deliveryId'],
  input: markPaperInErrorInput,
  run: markPaperInError,
  next: ({ caseId }) => href('/cases/:caseId/papers', { caseId }, { done: 'error' }),
  refusals: PAPER_REFUSALS,
})

export default function MarkPaperInError() {
  const { view, part, reasons, idempotencyKey } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { caseId, reference } = view
  return (
    <PaperFormPage caseId={caseId} reference={reference} caption={part.delivery.label} title="Mark as entered in error">
      <p className="govuk-body">
        The paper then counts as not given. If it is the only acknowledgement of the plan, its deadline runs again.
      </p>
      <Form form={form} idempotencyKey={idempotencyKey}>
        <Radios form={form} name="reason" label="What was wrong?" choices={reasons} small />
        <Button>Mark as entered in error</Button>
      </Form>
    </PaperFormPage>
  )
}
