import { randomUUID } from 'node:crypto'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { orNotFound, requireCasework, uuidParam } from '../../../access/require.server.ts'
import { openCase } from '../../../features/casework/file/read-case.server.ts'
import { GiveForm } from '../../../features/papers/give-form.tsx'
import { givePaper, givePaperInput } from '../../../features/papers/give-paper.server.ts'
import { PaperFormPage } from '../../../features/papers/paper-form-page.tsx'
import { paperParam } from '../../../features/papers/paper-param.server.ts'
import { readGivePage } from '../../../features/papers/read-give-page.server.ts'
import { PAPER_REFUSALS } from '../../../features/papers/refusal-words.server.ts'
import { SendByNote } from '../../../features/papers/send-by-note.tsx'
import { formAction } from '../../../forms/form-action.server.ts'
import { EMPTY_FORM } from '../../../forms/form-state.ts'
import { href } from '../../../href.ts'
import { documentTitle } from '../../../ui/layout/document-title.ts'

export const meta: MetaFunction = () => [{ title: documentTitle('Record that a paper was given') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(args)
  const paper = paperParam(args.params.paper)
  const allWays = new URL(args.request.url).searchParams.get('ways') === 'all'
  const page = await openCase({ actor, now }, uuidParam(args.params.caseId), async (tx, view) =>
    orNotFound(await readGivePage(tx, actor, { view, paper, allWays })),
  )
  return { ...orNotFound(page), now, idempotencyKey: randomUUID() }
}

export const action = formAction({
  who: async (args: ActionFunctionArgs) => ({ ...(await requireCasework(args)), paper: paperParam(args.params.paper) }),
  params: ['caseId'],
  input: givePaperInput,
  run: ({ paper, ...asking }, giving) => givePaper(asking, { ...giving, paper }),
  next: ({ caseId }, { isUnsafe }) =>
    href('/cases/:caseId/papers', { caseId }, { done: isUnsafe ? 'given-unsafe' : 'given' }),
  refusals: PAPER_REFUSALS,
})

export default function GivePaper() {
  const { view, part, now, idempotencyKey } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  return (
    <PaperFormPage
      caseId={view.caseId}
      reference={view.reference}
      caption={part.label}
      title="Record that it was given"
    >
      <SendByNote due={part.acknowledgement} now={now} />
      <GiveForm form={form} idempotencyKey={idempotencyKey} page={part} />
    </PaperFormPage>
  )
}
