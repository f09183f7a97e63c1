import { randomUUID } from 'node:crypto'
import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { orNotFound, requireBusinessWith, uuidParam, whoMay } from '../../../access/require.server.ts'
import { proposeRelease } from '../../../features/hotspots/releases/propose-release.server.ts'
import { findReleasePage } from '../../../features/hotspots/releases/read-release-page.server.ts'
import { RELEASE_REFUSALS } from '../../../features/hotspots/releases/refusal-words.server.ts'
import { Form } from '../../../forms/form.tsx'
import { formAction } from '../../../forms/form-action.server.ts'
import { EMPTY_FORM } from '../../../forms/form-state.ts'
import { href } from '../../../href.ts'
import { Button } from '../../../ui/button.tsx'
import { BackLink } from '../../../ui/layout/back-link.tsx'
import { documentTitle } from '../../../ui/layout/document-title.ts'
import { PageTitle } from '../../../ui/layout/page-title.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Propose a release of the map') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requireBusinessWith(args, 'hotspotDraft', 'update')
  const { releaseId, says, mayPropose } = orNotFound(await findReleasePage(actor, uuidParam(args.params.releaseId)))
  if (!mayPropose) throw redirect(href('/map/releases/:releaseId', { releaseId }))
  return { releaseId, says, idempotencyKey: randomUUID() }
}

export const action = formAction({
  who: whoMay('update', 'hotspotDraft'),
  params: ['releaseId'],
  run: proposeRelease,
  next: ({ releaseId }) => href('/map/releases/:releaseId', { releaseId }, { done: 'proposed' }),
  refusals: RELEASE_REFUSALS,
})

export default function ProposeRelease() {
  const { releaseId, says, idempotencyKey } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  return (
    <>
      <BackLink href={href('/map/releases/:releaseId', { releaseId })}>The release</BackLink>
      <PageTitle caption={says}>Propose this release</PageTitle>
      <p className="govuk-body">
        By proposing it, you confirm that you have read its attack report. Another person also reads the report, then
        publishes or refuses the release. A published release cannot be withdrawn.
      </p>
      <Form form={form} idempotencyKey={idempotencyKey}>
        <Button>Propose the release of {says}</Button>
      </Form>
    </>
  )
}
