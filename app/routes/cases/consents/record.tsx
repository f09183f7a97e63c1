import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireCasework } from '../../../access/require.server.ts'
import { uuidParam } from '../../../access/uuid-param.server.ts'
import { AnswersRecord } from '../../../features/consents/answers-record.tsx'
import { consentRefusalWords } from '../../../features/consents/consent-words.server.ts'
import { readClientAnswers } from '../../../features/consents/read-client-answers.server.ts'
import {
  recordAnswers,
  recordAnswersInput,
  workersPartProblems,
} from '../../../features/consents/record-answers.server.ts'
import { EMPTY_FORM, withError } from '../../../forms/form-state.ts'
import { readForm } from '../../../forms/read-form.server.ts'
import { href } from '../../../href.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { documentTitle } from '../../../ui/layout/document-title.ts'
import { PageTitle } from '../../../ui/layout/page-title.tsx'
import { EmptyState } from '../../../ui/lists/empty-state.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Record what the client answered') }]

export async function loader(asked: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(asked)
  const page = await readClientAnswers({ actor, now }, uuidParam(asked.params.caseId))
  return { page, idempotencyKey: randomUUID() }
}

export async function action(asked: ActionFunctionArgs) {
  const { actor, now } = await requireCasework(asked)
  const caseId = uuidParam(asked.params.caseId)
  const read = await readForm(asked.request, recordAnswersInput, {
    now,
    check: (sound) => workersPartProblems(sound, now).map(consentRefusalWords),
  })
  if (!read.ok) return data({ form: read.form }, { status: 422 })
  const recorded = await recordAnswers({ actor, now, key: read.key }, { ...read.value, caseId })
  if (recorded.ok) {
    const query = new URLSearchParams(recorded.value.map(({ consentId }) => ['done', consentId]))
    return redirect(href('/cases/:caseId/consents', { caseId }, query), 303)
  }
  const { status, field, message } = consentRefusalWords(recorded.refusal)
  return data({ form: withError(read.form, field, message) }, { status })
}

export default function RecordAnswers() {
  const { page, idempotencyKey } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  return (
    <>
      <PageTitle caption={`${page.clientName}: for the worker`} reference={page.reference}>
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
