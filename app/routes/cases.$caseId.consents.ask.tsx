import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireCasework } from '../access/require.server.ts'
import { uuidParam } from '../access/uuid-param.server.ts'
import { consentAddress, consentChoiceOf } from '../features/consents/consent-choice.ts'
import { ConsentQuestion } from '../features/consents/consent-question.tsx'
import { consentRefusalWords } from '../features/consents/consent-words.server.ts'
import { readConsentPage } from '../features/consents/read-consent-page.server.ts'
import { consentFormProblems, recordConsent, recordConsentInput } from '../features/consents/record-consent.server.ts'
import { BackLink } from '../ui/back-link.tsx'
import { dayFields } from '../ui/day-fields.ts'
import { documentTitle } from '../ui/document-title.ts'
import { filledWith, withError } from '../ui/form-state.ts'
import { PageTitle } from '../ui/page-title.tsx'
import { readForm } from '../ui/read-form.server.ts'

export const meta: MetaFunction = () => [{ title: documentTitle('May we share?') }]

export async function loader(asked: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(asked)
  const caseId = uuidParam(asked.params.caseId)
  const choice = consentChoiceOf(new URL(asked.request.url).searchParams)
  const { recipient, wording, ...page } = await readConsentPage({ actor, now }, caseId, choice)
  if (!recipient || !wording || choice.purposes.length === 0)
    throw redirect(`${consentAddress(caseId, 'new', choice)}&incomplete`)
  return { page: { ...page, recipient, wording }, idempotencyKey: randomUUID() }
}

export async function action(asked: ActionFunctionArgs) {
  const { actor, now } = await requireCasework(asked)
  const caseId = uuidParam(asked.params.caseId)
  const read = await readForm(asked.request, recordConsentInput, {
    now,
    check: (sound) => consentFormProblems(sound, now).map(consentRefusalWords),
  })
  if (!read.ok) return data({ form: read.form }, { status: 422 })
  const recorded = await recordConsent({ actor, now, key: read.key }, { ...read.value, caseId })
  if (recorded.ok) return redirect(`/cases/${caseId}/consents?done=${recorded.value.consentId}`, 303)
  const { status, field, message } = consentRefusalWords(recorded.refusal)
  return data({ form: withError(read.form, field, message) }, { status })
}

export default function AskClient() {
  const { page, idempotencyKey } = useLoaderData<typeof loader>()
  const { language, interpreter, caseId, reference } = page.case
  const review = page.reviewOn ? dayFields('reviewOn', page.reviewOn) : {}
  const form = useActionData<typeof action>()?.form ?? filledWith({ language, interpreter, ...review })
  return (
    <>
      <BackLink href={consentAddress(caseId, 'new', page.choice)}>Back</BackLink>
      <PageTitle size="xl" reference={reference}>
        May we share with {page.recipient.name}?
      </PageTitle>
      <ConsentQuestion
        page={page}
        recipient={page.recipient}
        wording={page.wording}
        form={form}
        idempotencyKey={idempotencyKey}
      />
    </>
  )
}
