import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireCasework, uuidParam } from '../../access/require.server.ts'
import { amendPackage, amendPackageInput } from '../../features/referrals/package/amend-package.server.ts'
import { PackagePage } from '../../features/referrals/package/package-page.tsx'
import { readPackagePage } from '../../features/referrals/package/read-package-page.server.ts'
import { SENDER_REFUSALS } from '../../features/referrals/refusal-words.server.ts'
import { formAction } from '../../forms/form-action.server.ts'
import { filledWith } from '../../forms/form-state.ts'
import { href } from '../../href.ts'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { documentTitle } from '../../ui/layout/document-title.ts'

export const meta: MetaFunction = () => [{ title: documentTitle('Amend a referral') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(args)
  const page = await readPackagePage({ actor, now }, uuidParam(args.params.referralId))
  return { page, idempotencyKey: randomUUID() }
}

export const action = formAction({
  who: requireCasework,
  params: ['referralId'],
  input: amendPackageInput,
  run: amendPackage,
  next: ({ referralId }) => href('/sent/:referralId', { referralId }, { done: 'amended' }),
  refusals: SENDER_REFUSALS,
})

export default function AmendReferral() {
  const { page, idempotencyKey } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? filledWith({ ...page.words })
  return (
    <PackagePage
      page={page}
      title="Amend what was shared"
      possible={page.amendable}
      button={`Share the new version with ${page.recipient.name}`}
      form={form}
      idempotencyKey={idempotencyKey}
      before={
        <p className="govuk-body">
          The new version shares what the case says now, in the words below. {page.recipient.name} also keeps the
          earlier version. Both agencies see that there is a new version, and why.
        </p>
      }
    >
      <TextArea
        form={form}
        name="reason"
        label="What changes, and why?"
        hint="The other agency reads this"
        labelSize="s"
        rows={3}
      />
    </PackagePage>
  )
}
