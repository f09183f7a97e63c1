import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireCasework, uuidParam } from '../../../access/require.server.ts'
import { AnswersRecord } from '../../../features/consents/answers-record.tsx'
import { readClientAnswers } from '../../../features/consents/read-client-answers.server.ts'
import {
  recordAnswers,
  recordAnswersInput,
  workersPartProblems,
} from '../../../features/consents/record-answers.server.ts'
import { CONSENT_REFUSALS } from '../../../features/consents/refusal-words.server.ts'
import { formAction } from '../../../forms/form-action.server.ts'
import { EMPTY_FORM } from '../../../forms/form-state.ts'
import { href } from '../../../href.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { documentTitle } from '../../../ui/layout/document-title.ts'
import { PageTitle } from '../../../ui/layout/page-title.tsx'
import { EmptyState } from '../../../ui/lists/empty-state.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Record what the client answered') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(args)
  const page = await readClientAnswers({ actor, now }, uuidParam(args.params.caseId))
  return { page, idempotencyKey: randomUUID() }
}

export const action = formAction({
  who: requireCasework,
  params: ['caseId'],
  input: recordAnswersInput,
  check: (sound, { now }) => workersPartProblems(sound, now),
  run: recordAnswers,
  next: ({ caseId }, recorded) => {
    const query = new URLSearchParams(recorded.map(({ consentId }) => ['done', consentId]))
    return href('/cases/:caseId/consents', { caseId }, query)
  },
  refusals: CONSENT_REFUSALS,
})

export default function RecordAnswers() {
  const { page, idempotencyKey } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  return (
    <>
      <PageTitle caption={`${page.clientName}: for the case worker`} reference={page.reference}>
        Record what the client answered
      </PageTitle>
      {page.answers.length > 0 ? (
        <AnswersRecord page={page} form={form} idempotencyKey={idempotencyKey} />
      ) : (
        <EmptyState why="There is no answer to record.">
          <ButtonLink href={page.askAgainHref}>Ask what may be shared</ButtonLink>
        </EmptyState>
      )}
    </>
  )
}
