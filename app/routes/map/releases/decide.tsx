import { randomUUID } from 'node:crypto'
import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { orNotFound, requireBusinessWith, uuidParam, whoMay } from '../../../access/require.server.ts'
import { decideRelease, decideReleaseInput } from '../../../features/hotspots/releases/decide-release.server.ts'
import { findReleasePage } from '../../../features/hotspots/releases/read-release-page.server.ts'
import { RELEASE_REFUSALS } from '../../../features/hotspots/releases/refusal-words.server.ts'
import { Form } from '../../../forms/form.tsx'
import { formAction } from '../../../forms/form-action.server.ts'
import { EMPTY_FORM } from '../../../forms/form-state.ts'
import { href } from '../../../href.ts'
import { Button } from '../../../ui/button.tsx'
import { Radios } from '../../../ui/fields/radios.tsx'
import { TextArea } from '../../../ui/fields/text-area.tsx'
import { BackLink } from '../../../ui/layout/back-link.tsx'
import { documentTitle } from '../../../ui/layout/document-title.ts'
import { PageTitle } from '../../../ui/layout/page-title.tsx'
import { TextLink } from '../../../ui/text-link.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Decide on a release of the map') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requireBusinessWith(args, 'hotspotDraft', 'update')
  const { releaseId, says, mayDecide } = orNotFound(await findReleasePage(actor, uuidParam(args.params.releaseId)))
  // Already decided, or their own proposal: the release's page says which.
  if (!mayDecide) throw redirect(href('/map/releases/:releaseId', { releaseId }))
  return { releaseId, says, idempotencyKey: randomUUID() }
}

export const action = formAction({
  who: whoMay('update', 'hotspotDraft'),
  params: ['releaseId'],
  input: decideReleaseInput,
  run: decideRelease,
  next: ({ releaseId }, { number }) =>
    href('/map/releases/:releaseId', { releaseId }, { done: number === null ? 'refused' : 'published' }),
  refusals: RELEASE_REFUSALS,
})

const CHOICES = [
  { value: 'approve', label: 'Publish it', hint: 'The map shows it immediately, and no one can change it later' },
  { value: 'refuse', label: 'Refuse it', hint: 'A release of this period can be requested again' },
]

export default function DecideRelease() {
  const { releaseId, says, idempotencyKey } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  return (
    <>
      <BackLink href={href('/map/releases/:releaseId', { releaseId })}>The release and its attack report</BackLink>
      <PageTitle caption={says}>Decide on this release</PageTitle>
      <p className="govuk-body">
        <TextLink href={href('/map/releases/:releaseId/preview', { releaseId })}>
          See the map you would publish
        </TextLink>
      </p>
      <Form form={form} idempotencyKey={idempotencyKey}>
        <Radios form={form} name="decision" label="Do you want to publish this release?" choices={CHOICES} />
        <TextArea form={form} name="note" label="If you refuse it, why?" rows={3} maxLength={500} />
        <Button>Record my decision</Button>
      </Form>
    </>
  )
}
