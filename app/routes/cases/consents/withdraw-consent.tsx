import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { orNotFound, requireCasework } from '../../../access/require.server.ts'
import { uuidParam } from '../../../access/uuid-param.server.ts'
import { openCase } from '../../../features/casework/file/read-case.server.ts'
import { consentRefusalWords } from '../../../features/consents/consent-words.server.ts'
import { findConsent } from '../../../features/consents/read-consents.server.ts'
import { WithdrawalPage } from '../../../features/consents/withdrawal-page.tsx'
import { withdrawConsent, withdrawConsentInput } from '../../../features/referrals/sent/withdraw-consent.server.ts'
import { EMPTY_FORM, withError } from '../../../forms/form-state.ts'
import { readForm } from '../../../forms/read-form.server.ts'
import { href } from '../../../href.ts'
import { documentTitle } from '../../../ui/layout/document-title.ts'

export const meta: MetaFunction = () => [{ title: documentTitle('Withdraw consent') }]

export async function loader(asked: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(asked)
  const [caseId, consentId] = [uuidParam(asked.params.caseId), uuidParam(asked.params.consentId)]
  const opened = await openCase({ actor, now }, caseId, async (tx) => ({
    consent: orNotFound(await findConsent(tx, { actor, now }, caseId, consentId)),
  }))
  return { ...orNotFound(opened), idempotencyKey: randomUUID() }
}

export async function action(asked: ActionFunctionArgs) {
  const { actor, now } = await requireCasework(asked)
  const [caseId, consentId] = [uuidParam(asked.params.caseId), uuidParam(asked.params.consentId)]
  const read = await readForm(asked.request, withdrawConsentInput)
  if (!read.ok) return data({ form: read.form }, { status: 422 })
  const withdrawn = await withdrawConsent({ actor, now, key: read.key }, { ...read.value, caseId, consentId })
  if (withdrawn.ok)
    return redirect(href('/cases/:caseId/consents/:consentId', { caseId, consentId }, { done: 'withdrawn' }), 303)
  const { status, field, message } = consentRefusalWords(withdrawn.refusal)
  return data({ form: withError(read.form, field, message) }, { status })
}

export default function WithdrawConsent() {
  const { view, part, idempotencyKey } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { caseId, reference, client } = view
  return <WithdrawalPage {...{ caseId, reference, client, form, idempotencyKey }} consent={part.consent} />
}
