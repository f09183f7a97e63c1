import { type ActionFunctionArgs, data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireCasework } from '../access/require.server.ts'
import { uuidParam } from '../access/uuid-param.server.ts'
import { decideReferral, decideReferralInput } from '../features/referrals/decide-referral.server.ts'
import { ReferPage } from '../features/referrals/refer-page.tsx'
import { refusalWords } from '../features/referrals/refusal-words.server.ts'
import { filledWith, withError } from '../ui/form-state.ts'
import { readForm } from '../ui/read-form.server.ts'
import { loader, meta } from './cases.$caseId_.refer.tsx'

export { loader, meta }

export async function action(asked: ActionFunctionArgs) {
  const { actor, now } = await requireCasework(asked)
  const caseId = uuidParam(asked.params.caseId)
  const read = await readForm(asked.request, decideReferralInput, { instants: ['decidedAt'] })
  if (!read.ok) return data({ form: read.form, existing: undefined }, { status: 422 })
  const kept = await decideReferral({ actor, now, key: read.key }, { ...read.value, caseId })
  if (kept.ok) return redirect(`/sent/${kept.value.referralId}?done=decided`, 303)
  const { status, field, message } = refusalWords(kept.refusal)
  const existing = kept.refusal.kind === 'already-open' ? kept.refusal : undefined
  return data({ form: withError(read.form, field, message), existing }, { status })
}

export default function KeepDecisionRoute() {
  const { page, now, idempotencyKey } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const form = answer?.form ?? filledWith({ ...page.recipient?.words })
  return <ReferPage data={page} form={form} existing={answer?.existing} idempotencyKey={idempotencyKey} now={now} />
}
