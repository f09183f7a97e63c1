import { randomUUID } from 'node:crypto'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { orNotFound, requireCasework, uuidParam } from '../../../access/require.server.ts'
import { DOCUMENT_KINDS } from '../../../domain/papers/document-kind.ts'
import { openCase } from '../../../features/casework/file/read-case.server.ts'
import { orderBraille, orderBrailleInput } from '../../../features/papers/order-braille.server.ts'
import { PaperFormPage } from '../../../features/papers/paper-form-page.tsx'
import { paperParam } from '../../../features/papers/paper-param.server.ts'
import { PAPER_REFUSALS } from '../../../features/papers/refusal-words.server.ts'
import { Form } from '../../../forms/form.tsx'
import { formAction } from '../../../forms/form-action.server.ts'
import { EMPTY_FORM } from '../../../forms/form-state.ts'
import { href } from '../../../href.ts'
import { Button } from '../../../ui/button.tsx'
import { documentTitle } from '../../../ui/layout/document-title.ts'

export const meta: MetaFunction = () => [{ title: documentTitle('Order a paper in Braille') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(args)
  const { label } = DOCUMENT_KINDS[paperParam(args.params.paper)]
  const page = await openCase({ actor, now }, uuidParam(args.params.caseId), async () => ({ label }))
  return { ...orNotFound(page), idempotencyKey: randomUUID() }
}

export const action = formAction({
  who: async (args: ActionFunctionArgs) => ({ ...(await requireCasework(args)), paper: paperParam(args.params.paper) }),
  params: ['caseId'],
  input: orderBrailleInput,
  run: ({ paper, ...asking }, order) => orderBraille(asking, { ...order, paper }),
  next: ({ caseId }) => href('/cases/:caseId/papers', { caseId }, { done: 'ordered' }),
  refusals: PAPER_REFUSALS,
})

export default function OrderBraille() {
  const { view, part, idempotencyKey } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  return (
    <PaperFormPage caseId={view.caseId} reference={view.reference} caption={part.label} title="Order it in Braille">
      <p className="govuk-body">This portal cannot make Braille, because no translator is installed.</p>
      <p className="govuk-body">
        Download the paper in standard print. Send it to your transcription service, without the name of the client in
        the subject. Then record here that you ordered it.
      </p>
      <Form form={form} idempotencyKey={idempotencyKey}>
        <Button>Record that Braille is ordered</Button>
      </Form>
    </PaperFormPage>
  )
}
