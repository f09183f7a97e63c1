import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireCasework, uuidParam } from '../../../access/require.server.ts'
import { askOverride, askOverrideInput, requestProblems } from '../../../features/consents/ask-override.server.ts'
import { consentChoiceOf } from '../../../features/consents/consent-choice.ts'
import { OverrideRequestPage } from '../../../features/consents/override-request.tsx'
import { readContradictionHints } from '../../../features/consents/read-case-record.server.ts'
import { readConsentPage } from '../../../features/consents/read-consent-page.server.ts'
import { CONSENT_REFUSALS } from '../../../features/consents/refusal-words.server.ts'
import { formAction } from '../../../forms/form-action.server.ts'
import { filledWith } from '../../../forms/form-state.ts'
import { href } from '../../../href.ts'
import { documentTitle } from '../../../ui/layout/document-title.ts'

export const meta: MetaFunction = () => [{ title: documentTitle('Ask to share without consent') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(args)
  const choice = consentChoiceOf(new URL(args.request.url).searchParams)
  const page = await readConsentPage({ actor, now }, uuidParam(args.params.caseId), choice)
  const hints = await readContradictionHints({ actor, now }, page.case.caseId, choice.recipientAgencyIds[0] ?? null)
  return { page, hints, idempotencyKey: randomUUID() }
}

export const action = formAction({
  who: requireCasework,
  params: ['caseId'],
  input: askOverrideInput,
  check: requestProblems,
  run: askOverride,
  next: (_, { overrideId }) => href('/overrides/:overrideId', { overrideId }, { done: 'asked' }),
  refusals: CONSENT_REFUSALS,
})

export default function AskOverride() {
  const { page, hints, idempotencyKey } = useLoaderData<typeof loader>()
  const { recipientAgencyIds, purposes } = page.choice
  const start = filledWith({ recipientAgencyId: recipientAgencyIds[0] ?? '', purpose: purposes[0] ?? '' })
  const form = useActionData<typeof action>()?.form ?? start
  return <OverrideRequestPage page={page} hints={hints} form={form} idempotencyKey={idempotencyKey} />
}
