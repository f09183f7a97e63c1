import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { orNotFound, requireCasework, uuidParam } from '../../../access/require.server.ts'
import { CaseHeading } from '../../../features/casework/file/case-heading.tsx'
import { openCase } from '../../../features/casework/file/read-case.server.ts'
import { PacksGiven } from '../../../features/papers/packs-given.tsx'
import { PapersDone } from '../../../features/papers/papers-done.tsx'
import { readSupportPackPage } from '../../../features/papers/read-support-pack-page.server.ts'
import { recordSupportPack, supportPackInput } from '../../../features/papers/record-support-pack.server.ts'
import { PAPER_REFUSALS } from '../../../features/papers/refusal-words.server.ts'
import { SupportPackForm } from '../../../features/papers/support-pack-form.tsx'
import { formAction } from '../../../forms/form-action.server.ts'
import { EMPTY_FORM } from '../../../forms/form-state.ts'
import { href } from '../../../href.ts'
import { documentTitle } from '../../../ui/layout/document-title.ts'
import { EmptyState } from '../../../ui/lists/empty-state.tsx'
import { TextLink } from '../../../ui/text-link.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Support pack') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(args)
  const asked = new URL(args.request.url).searchParams
  const allWays = asked.get('ways') === 'all'
  const page = await openCase({ actor, now }, uuidParam(args.params.caseId), (tx, view) =>
    readSupportPackPage(tx, actor, { view, allWays }),
  )
  return { ...orNotFound(page), now, code: asked.get('done'), idempotencyKey: randomUUID() }
}

export const action = formAction({
  who: requireCasework,
  params: ['caseId'],
  input: supportPackInput,
  run: recordSupportPack,
  next: ({ caseId }) => href('/cases/:caseId/support-pack', { caseId }, { done: 'pack' }),
  refusals: PAPER_REFUSALS,
})

export default function SupportPack() {
  const { view, part, now, code, idempotencyKey } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  return (
    <>
      {form.errors.length === 0 ? <PapersDone code={code} /> : null}
      <CaseHeading view={view} current="casework" />
      <h2 className="govuk-heading-m">Support pack</h2>
      <p className="govuk-body">
        Offer it to the client at the first interview, and to each witness. <PaperLink caseId={view.caseId} />
      </p>
      {part.packs.length > 0 ? (
        <PacksGiven packs={part.packs} now={now} />
      ) : (
        <EmptyState why="No one was offered the pack yet. Record it below." />
      )}
      <h3 className="govuk-heading-s">Record what you offered</h3>
      <SupportPackForm
        form={form}
        idempotencyKey={idempotencyKey}
        witnesses={part.packs.filter(({ recipientId }) => recipientId !== 'client')}
        items={part.items}
        questions={part.questions}
      />
    </>
  )
}

function PaperLink({ caseId }: { caseId: string }) {
  return <TextLink href={href('/cases/:caseId/papers', { caseId })}>Print the pack and other papers</TextLink>
}
