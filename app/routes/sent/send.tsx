import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireCasework } from '../../access/require.server.ts'
import { uuidParam } from '../../access/uuid-param.server.ts'
import { byTheEndOf } from '../../features/referrals/due-words.ts'
import { PackagePage } from '../../features/referrals/package/package-page.tsx'
import { readPackagePage } from '../../features/referrals/package/read-package-page.server.ts'
import { refusedForm } from '../../features/referrals/refusal-words.server.ts'
import {
  sendDecidedReferral,
  sendDecidedReferralInput,
} from '../../features/referrals/send/send-decided-referral.server.ts'
import { filledWith } from '../../forms/form-state.ts'
import { readForm } from '../../forms/read-form.server.ts'
import { href } from '../../href.ts'
import { Details } from '../../ui/details.tsx'
import { documentTitle } from '../../ui/layout/document-title.ts'
import { WarningText } from '../../ui/warning-text.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Send a referral') }]

export async function loader(asked: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(asked)
  const page = await readPackagePage({ actor, now }, uuidParam(asked.params.referralId))
  return { page, now: now.toISOString(), idempotencyKey: randomUUID() }
}

export async function action(asked: ActionFunctionArgs) {
  const { actor, now } = await requireCasework(asked)
  const referralId = uuidParam(asked.params.referralId)
  const read = await readForm(asked.request, sendDecidedReferralInput)
  if (!read.ok) return data({ form: read.form }, { status: 422 })
  const sent = await sendDecidedReferral({ actor, now, key: read.key }, { ...read.value, referralId })
  if (sent.ok) return redirect(href('/sent/:referralId', { referralId }, { done: 'sent' }), 303)
  const { form, status } = refusedForm(read.form, sent.refusal)
  return data({ form }, { status })
}

export default function SendDecidedReferral() {
  const { page, now, idempotencyKey } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? filledWith({ ...page.words })
  return (
    <PackagePage
      page={page}
      title={`Send to ${page.recipient.name}`}
      possible={page.sendable}
      button={`Send to ${page.recipient.name}`}
      form={form}
      idempotencyKey={idempotencyKey}
      before={
        <>
          <p className="govuk-body">
            It must be sent <strong>{byTheEndOf(page.due.dueAt, now)}</strong>.
          </p>
          <Details summary="Why this date">
            <p className="govuk-body">{page.due.explanation}</p>
          </Details>
        </>
      }
    >
      <WarningText>You cannot undo what they have already read.</WarningText>
    </PackagePage>
  )
}
