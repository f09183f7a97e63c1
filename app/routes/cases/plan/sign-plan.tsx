import { randomUUID } from 'node:crypto'
import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { orNotFound, requireCasework, uuidParam } from '../../../access/require.server.ts'
import { PlanColumns } from '../../../features/action-plans/plan-columns.tsx'
import { PlanFrame } from '../../../features/action-plans/plan-frame.tsx'
import { GapList } from '../../../features/action-plans/plan-page.tsx'
import { readSigning } from '../../../features/action-plans/read-signing.server.ts'
import { PLAN_REFUSALS } from '../../../features/action-plans/refusal-words.server.ts'
import { AgencySignForm, ClientSignForm } from '../../../features/action-plans/sign-form.tsx'
import { signPlan } from '../../../features/action-plans/sign-plan.server.ts'
import { SignatureList } from '../../../features/action-plans/signature-list.tsx'
import { checkSigningFields, signPlanInput } from '../../../features/action-plans/signing-entries.server.ts'
import { openCase } from '../../../features/casework/file/read-case.server.ts'
import { formAction } from '../../../forms/form-action.server.ts'
import { EMPTY_FORM, fieldValue, filledWith } from '../../../forms/form-state.ts'
import { href } from '../../../href.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { documentTitle } from '../../../ui/layout/document-title.ts'

export const meta: MetaFunction = () => [{ title: documentTitle('Sign the action plan') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(args)
  const caseId = uuidParam(args.params.caseId)
  const page = await openCase({ actor, now }, caseId, async (tx) => ({
    signing: await readSigning(tx, { actor, now }, caseId),
  }))
  const {
    view,
    part: { signing },
  } = orNotFound(page)
  // Back, after the second signature: the plan shows that it is agreed.
  if (!signing) throw redirect(href('/cases/:caseId/plan', { caseId }))
  const keys = { client: randomUUID(), agency: randomUUID() }
  return { view, signing, keys, now: now.toISOString() }
}

export const action = formAction({
  who: requireCasework,
  params: ['caseId'],
  input: signPlanInput,
  uploads: ['paper'],
  check: checkSigningFields,
  run: signPlan,
  next: ({ caseId }, { agreed }) => href('/cases/:caseId/plan', { caseId }, { done: agreed ? 'agreed' : 'signed' }),
  refusals: PLAN_REFUSALS,
})

export default function SignPlan() {
  const { view, signing, keys, now } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { version, gaps, signedBy, clientRefused, signer, ways } = signing
  const byAgency = fieldValue(form, 'party') === 'agency'
  const clientSigned = signedBy.includes('client') && !clientRefused
  const language = filledWith({ language: view.client.language })
  const sentByClient = byAgency || form.errors.length === 0 ? language : form
  return (
    <PlanFrame view={view} title="Sign the action plan">
      <p className="govuk-body">Read the plan with the client. A signature is for this text only.</p>
      <PlanColumns plan={version} now={now} />
      {gaps.length > 0 ? (
        <>
          <GapList gaps={gaps} />
          <ButtonLink href={signing.stepToSign.href}>{signing.stepToSign.label}</ButtonLink>
        </>
      ) : (
        <>
          {version.signatures.length > 0 ? <SignatureList signatures={version.signatures} now={now} /> : null}
          {clientSigned ? null : (
            <ClientSignForm
              form={sentByClient}
              idempotencyKey={keys.client}
              fingerprint={version.fingerprint}
              ways={ways.filter(({ way }) => way !== 'refused' || !clientRefused)}
            />
          )}
          {signedBy.includes('agency') ? null : (
            <AgencySignForm
              form={byAgency ? form : EMPTY_FORM}
              idempotencyKey={keys.agency}
              fingerprint={version.fingerprint}
              name={signer}
              isNext={clientSigned}
            />
          )}
        </>
      )}
    </PlanFrame>
  )
}
