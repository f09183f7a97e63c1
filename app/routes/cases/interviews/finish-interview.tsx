import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { orNotFound, requireCasework, uuidParam } from '../../../access/require.server.ts'
import { CaseFormPage } from '../../../features/casework/file/case-form-page.tsx'
import { openCase } from '../../../features/casework/file/read-case.server.ts'
import { FinishForm } from '../../../features/interview/finish-form.tsx'
import { finishInterview, finishInterviewInput } from '../../../features/interview/finish-interview.server.ts'
import { readFinish } from '../../../features/interview/read-finish.server.ts'
import { INTERVIEW_REFUSALS } from '../../../features/interview/refusal-words.server.ts'
import { formAction } from '../../../forms/form-action.server.ts'
import { filledWith } from '../../../forms/form-state.ts'
import { href } from '../../../href.ts'
import { documentTitle } from '../../../ui/layout/document-title.ts'

export const meta: MetaFunction = () => [{ title: documentTitle('Finish an interview') }]

export async function loader(args: LoaderFunctionArgs) {
  const reading = await requireCasework(args)
  const interviewId = uuidParam(args.params.interviewId)
  const page = await openCase(reading, uuidParam(args.params.caseId), async (tx, { caseId }) =>
    orNotFound(await readFinish(tx, reading, { caseId, interviewId })),
  )
  return { ...orNotFound(page), idempotencyKey: randomUUID() }
}

export const action = formAction({
  who: requireCasework,
  params: ['caseId', 'interviewId'],
  input: finishInterviewInput,
  run: finishInterview,
  next: ({ caseId, interviewId }) =>
    href('/cases/:caseId/interviews/:interviewId', { caseId, interviewId }, { done: 'held' }),
  refusals: INTERVIEW_REFUSALS,
})

export default function FinishInterview() {
  const { view, part, idempotencyKey } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? filledWith(part.values)
  return (
    <CaseFormPage caseId={view.caseId} reference={view.reference} title="Finish the interview">
      {part.gaps.length > 0 ? (
        <>
          <p className="govuk-body">Do this first:</p>
          <ul className="govuk-list govuk-list--bullet">
            {part.gaps.map(({ id, words, clause, href: address }) => (
              <li key={id}>
                <Link to={address} className="govuk-link">
                  {words}
                </Link>{' '}
                ({clause})
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p className="govuk-body">
          Everything that the standard asks for is recorded. It cannot be changed afterwards.
        </p>
      )}
      <FinishForm form={form} idempotencyKey={idempotencyKey} seenVersion={part.seenVersion} />
    </CaseFormPage>
  )
}
