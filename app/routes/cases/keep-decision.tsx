import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireCasework, uuidParam } from '../../access/require.server.ts'
import { decideReferral, decideReferralInput } from '../../features/referrals/decide/decide-referral.server.ts'
import { readReferPage } from '../../features/referrals/decide/read-refer-page.server.ts'
import { referChoiceOf } from '../../features/referrals/decide/refer-address.ts'
import { ReferPage } from '../../features/referrals/decide/refer-page.tsx'
import { SENDER_REFUSALS } from '../../features/referrals/refusal-words.server.ts'
import { formAction } from '../../forms/form-action.server.ts'
import { filledWith } from '../../forms/form-state.ts'
import { href } from '../../href.ts'
import { documentTitle } from '../../ui/layout/document-title.ts'

export const meta: MetaFunction = () => [{ title: documentTitle('Refer to another agency') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(args)
  const choice = referChoiceOf(uuidParam(args.params.caseId), new URL(args.request.url).searchParams)
  const page = await readReferPage({ actor, now }, choice)
  return { page, now: now.toISOString(), idempotencyKey: randomUUID() }
}

export const action = formAction({
  who: requireCasework,
  params: ['caseId'],
  input: decideReferralInput,
  run: decideReferral,
  next: (_, { referralId }) => href('/sent/:referralId', { referralId }, { done: 'decided' }),
  refusals: SENDER_REFUSALS,
  shows: (refusal) => ({ existing: refusal?.kind === 'already-open' ? refusal : undefined }),
})

export default function KeepDecisionRoute() {
  const { page, now, idempotencyKey } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const form = answer?.form ?? filledWith({ ...page.recipient?.words })
  return <ReferPage data={page} form={form} existing={answer?.existing} idempotencyKey={idempotencyKey} now={now} />
}
