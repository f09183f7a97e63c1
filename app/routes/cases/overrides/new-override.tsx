import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireCasework } from '../../../access/require.server.ts'
import { uuidParam } from '../../../access/uuid-param.server.ts'
import { askOverride, askOverrideInput, requestProblems } from '../../../features/consents/ask-override.server.ts'
import { consentChoiceOf } from '../../../features/consents/consent-choice.ts'
import { consentRefusalWords } from '../../../features/consents/consent-words.server.ts'
import { OverrideRequest } from '../../../features/consents/override-request.tsx'
import { readContradictionHints } from '../../../features/consents/read-case-record.server.ts'
import { readConsentPage } from '../../../features/consents/read-consent-page.server.ts'
import { filledWith, withError } from '../../../forms/form-state.ts'
import { readForm } from '../../../forms/read-form.server.ts'
import { href } from '../../../href.ts'
import { documentTitle } from '../../../ui/layout/document-title.ts'

export const meta: MetaFunction = () => [{ title: documentTitle('Ask to share without consent') }]

export async function loader(asked: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(asked)
  const choice = consentChoiceOf(new URL(asked.request.url).searchParams)
  const page = await readConsentPage({ actor, now }, uuidParam(asked.params.caseId), choice)
  const hints = await readContradictionHints({ actor, now }, page.case.caseId, choice.recipientAgencyIds[0] ?? null)
  return { page, hints, idempotencyKey: randomUUID() }
}

export async function action(asked: ActionFunctionArgs) {
  const { actor, now } = await requireCasework(asked)
  const caseId = uuidParam(asked.params.caseId)
  const read = await readForm(asked.request, askOverrideInput, {
    check: (sound) => requestProblems(sound).map(consentRefusalWords),
  })
  if (!read.ok) return data({ form: read.form }, { status: 422 })
  const requested = await askOverride({ actor, now, key: read.key }, { ...read.value, caseId })
  if (requested.ok)
    return redirect(href('/overrides/:overrideId', { overrideId: requested.value.overrideId }, { done: 'asked' }), 303)
  const { status, field, message } = consentRefusalWords(requested.refusal)
  return data({ form: withError(read.form, field, message) }, { status })
}

export default function AskOverride() {
  const { page, hints, idempotencyKey } = useLoaderData<typeof loader>()
  const { recipientAgencyIds, purposes } = page.choice
  const start = filledWith({ recipientAgencyId: recipientAgencyIds[0] ?? '', purpose: purposes[0] ?? '' })
  const form = useActionData<typeof action>()?.form ?? start
  return <OverrideRequest page={page} hints={hints} form={form} idempotencyKey={idempotencyKey} />
}
