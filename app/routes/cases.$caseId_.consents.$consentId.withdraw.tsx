import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { orNotFound, requireCasework } from '../access/require.server.ts'
import { uuidParam } from '../access/uuid-param.server.ts'
import { openCase } from '../features/cases/read-case.server.ts'
import { consentRefusalWords } from '../features/consents/consent-words.server.ts'
import { findConsent } from '../features/consents/read-consents.server.ts'
import { WithdrawalEffects } from '../features/consents/withdrawal-effects.tsx'
import { withdrawConsent, withdrawConsentInput } from '../features/referrals/withdraw-consent.server.ts'
import { BackLink } from '../ui/back-link.tsx'
import { Button, ButtonGroup } from '../ui/button.tsx'
import { documentTitle } from '../ui/document-title.ts'
import { Form } from '../ui/form.tsx'
import { EMPTY_FORM, withError } from '../ui/form-state.ts'
import { PageTitle } from '../ui/page-title.tsx'
import { readForm } from '../ui/read-form.server.ts'
import { TextInput } from '../ui/text-input.tsx'
import { TextLink } from '../ui/text-link.tsx'

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
  if (withdrawn.ok) return redirect(`/cases/${caseId}/consents/${consentId}?done=withdrawn`, 303)
  const { status, field, message } = consentRefusalWords(withdrawn.refusal)
  return data({ form: withError(read.form, field, message) }, { status })
}

export default function WithdrawConsent() {
  const { view, part, idempotencyKey } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const back = `/cases/${view.caseId}/consents/${part.consent.consentId}`
  return (
    <>
      <BackLink href={back}>Back to the consent</BackLink>
      <PageTitle caption={`${view.client.name}: ${part.consent.recipientName}`} reference={view.reference}>
        The client withdraws consent
      </PageTitle>
      <WithdrawalEffects consent={part.consent} />
      <Form idempotencyKey={idempotencyKey} form={form}>
        <TextInput
          form={form}
          name="how"
          label="How did the client tell you?"
          hint="For example: by phone, this morning"
        />
        <ButtonGroup>
          <Button variant="warning">Withdraw this consent</Button>
          <TextLink href={back}>Leave it as it is</TextLink>
        </ButtonGroup>
      </Form>
    </>
  )
}
