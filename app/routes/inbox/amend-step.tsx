import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireBusinessWith, uuidParam, whoMay } from '../../access/require.server.ts'
import { readAnswerPage, readOwnStep } from '../../features/referrals/inbox/read-answer-page.server.ts'
import { amendStep } from '../../features/referrals/steps/amend-step.server.ts'
import { AmendStepFields } from '../../features/referrals/steps/amend-step-fields.tsx'
import { amendStepInput } from '../../features/referrals/steps/amend-step-input.server.ts'
import { RECIPIENT_REFUSALS } from '../../features/referrals/steps/refusal-words.server.ts'
import { dayFields } from '../../forms/day-fields.ts'
import { Form } from '../../forms/form.tsx'
import { formAction } from '../../forms/form-action.server.ts'
import { filledWith } from '../../forms/form-state.ts'
import { href } from '../../href.ts'
import { Button } from '../../ui/button.tsx'
import { BackLink } from '../../ui/layout/back-link.tsx'
import { documentTitle } from '../../ui/layout/document-title.ts'
import { PageTitle } from '../../ui/layout/page-title.tsx'

export const meta: MetaFunction<typeof loader> = () => [{ title: documentTitle('Correct a step') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireBusinessWith(args, 'referral')
  const referralId = uuidParam(args.params.referralId)
  const step = await readOwnStep({ actor, now }, referralId, uuidParam(args.params.stepId))
  return { step, page: await readAnswerPage({ actor, now }, referralId), idempotencyKey: randomUUID() }
}

export const action = formAction({
  who: whoMay('update', 'referralStep'),
  params: ['referralId', 'stepId'],
  input: amendStepInput,
  run: amendStep,
  next: ({ referralId }) => href('/inbox/:referralId', { referralId }, { done: 'amended' }),
  refusals: RECIPIENT_REFUSALS,
})

export default function AmendStep() {
  const { step, page, idempotencyKey } = useLoaderData<typeof loader>()
  const { reason, channel, message, suggestedAgencyId, nextTryOn, move, amendable } = step
  const asItWas = filledWith({
    reason,
    channel,
    message,
    suggestedAgencyId,
    ...(nextTryOn ? dayFields('nextTryOn', nextTryOn) : {}),
  })
  const form = useActionData<typeof action>()?.form ?? asItWas
  return (
    <>
      <BackLink href={href('/inbox/:referralId', { referralId: page.referralId })}>Back to the referral</BackLink>
      <PageTitle caption={`Referral from ${page.fromName}`} reference={page.reference}>
        Correct what you recorded
      </PageTitle>
      <p className="govuk-body">
        What was recorded stays, marked as entered in error. The correction is shown beside it. {page.fromName} sees
        both.
      </p>
      <Form idempotencyKey={idempotencyKey} form={form}>
        {amendable ? (
          <>
            <AmendStepFields move={move} form={form} alternatives={page.alternatives} />
            <Button>Save the correction</Button>
          </>
        ) : (
          <p className="govuk-body">You cannot change this step, or someone has already corrected it.</p>
        )}
      </Form>
    </>
  )
}
