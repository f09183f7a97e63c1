import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireCasework } from '../../access/require.server.ts'
import { uuidParam } from '../../access/uuid-param.server.ts'
import { decideReferral, decideReferralInput } from '../../features/referrals/decide/decide-referral.server.ts'
import { readReferPage } from '../../features/referrals/decide/read-refer-page.server.ts'
import { referChoiceOf } from '../../features/referrals/decide/refer-address.ts'
import { ReferPage } from '../../features/referrals/decide/refer-page.tsx'
import { refusedForm } from '../../features/referrals/refusal-words.server.ts'
import { filledWith } from '../../forms/form-state.ts'
import { readForm } from '../../forms/read-form.server.ts'
import { href } from '../../href.ts'
import { documentTitle } from '../../ui/layout/document-title.ts'

export const meta: MetaFunction = () => [{ title: documentTitle('Refer to another agency') }]

export async function loader(asked: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(asked)
  const choice = referChoiceOf(uuidParam(asked.params.caseId), new URL(asked.request.url).searchParams)
  const page = await readReferPage({ actor, now }, choice)
  return { page, now: now.toISOString(), idempotencyKey: randomUUID() }
}

export async function action(asked: ActionFunctionArgs) {
  const { actor, now } = await requireCasework(asked)
  const caseId = uuidParam(asked.params.caseId)
  const read = await readForm(asked.request, decideReferralInput, { now })
  if (!read.ok) return data({ form: read.form, existing: undefined }, { status: 422 })
  const kept = await decideReferral({ actor, now, key: read.key }, { ...read.value, caseId })
  if (kept.ok)
    return redirect(href('/sent/:referralId', { referralId: kept.value.referralId }, { done: 'decided' }), 303)
  const { form, status } = refusedForm(read.form, kept.refusal)
  const existing = kept.refusal.kind === 'already-open' ? kept.refusal : undefined
  return data({ form, existing }, { status })
}

export default function KeepDecisionRoute() {
  const { page, now, idempotencyKey } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const form = answer?.form ?? filledWith({ ...page.recipient?.words })
  return <ReferPage data={page} form={form} existing={answer?.existing} idempotencyKey={idempotencyKey} now={now} />
}
