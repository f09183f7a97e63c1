import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { orNotFound, requireCasework, uuidParam } from '../../../access/require.server.ts'
import { openCase } from '../../../features/casework/file/read-case.server.ts'
import { findConsent } from '../../../features/consents/read-consents.server.ts'
import { CONSENT_REFUSALS } from '../../../features/consents/refusal-words.server.ts'
import { WithdrawalPage } from '../../../features/consents/withdrawal-page.tsx'
import { withdrawConsent, withdrawConsentInput } from '../../../features/referrals/sent/withdraw-consent.server.ts'
import { formAction } from '../../../forms/form-action.server.ts'
import { EMPTY_FORM } from '../../../forms/form-state.ts'
import { href } from '../../../href.ts'
import { documentTitle } from '../../../ui/layout/document-title.ts'

export const meta: MetaFunction = () => [{ title: documentTitle('Withdraw consent') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(args)
  const [caseId, consentId] = [uuidParam(args.params.caseId), uuidParam(args.params.consentId)]
  const opened = await openCase({ actor, now }, caseId, async (tx) => ({
    consent: orNotFound(await findConsent(tx, { actor, now }, caseId, consentId)),
  }))
  return { ...orNotFound(opened), idempotencyKey: randomUUID() }
}

export const action = formAction({
  who: requireCasework,
  params: ['caseId', 'consentId'],
  input: withdrawConsentInput,
  run: withdrawConsent,
  next: ({ caseId, consentId }) =>
    href('/cases/:caseId/consents/:consentId', { caseId, consentId }, { done: 'withdrawn' }),
  refusals: CONSENT_REFUSALS,
})

export default function WithdrawConsent() {
  const { view, part, idempotencyKey } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { caseId, reference, client } = view
  return <WithdrawalPage {...{ caseId, reference, client, form, idempotencyKey }} consent={part.consent} />
}
