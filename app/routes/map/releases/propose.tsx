import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { orNotFound, requireBusinessWith } from '../../../access/require.server.ts'
import { uuidParam } from '../../../access/uuid-param.server.ts'
import { proposeRelease } from '../../../features/hotspots/releases/propose-release.server.ts'
import { findReleasePage } from '../../../features/hotspots/releases/read-release-page.server.ts'
import { releaseRefusalWords } from '../../../features/hotspots/releases/release-words.server.ts'
import { Form } from '../../../forms/form.tsx'
import { EMPTY_FORM, withError } from '../../../forms/form-state.ts'
import { readForm } from '../../../forms/read-form.server.ts'
import { href } from '../../../href.ts'
import { Button } from '../../../ui/button.tsx'
import { BackLink } from '../../../ui/layout/back-link.tsx'
import { documentTitle } from '../../../ui/layout/document-title.ts'
import { PageTitle } from '../../../ui/layout/page-title.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Propose a release of the map') }]

export async function loader(asked: LoaderFunctionArgs) {
  const { actor } = await requireBusinessWith(asked, 'hotspotDraft', 'insert')
  const { releaseId, says, mayPropose } = orNotFound(await findReleasePage(actor, uuidParam(asked.params.releaseId)))
  if (!mayPropose) throw redirect(href('/map/releases/:releaseId', { releaseId }))
  return { releaseId, says, idempotencyKey: randomUUID() }
}

export async function action(asked: ActionFunctionArgs) {
  const { actor, now } = await requireBusinessWith(asked, 'hotspotDraft', 'insert')
  const releaseId = uuidParam(asked.params.releaseId)
  const read = await readForm(asked.request, z.object({}))
  if (!read.ok) return data({ form: read.form }, { status: 422 })
  const proposed = await proposeRelease({ actor, now, key: read.key }, { releaseId })
  if (proposed.ok) return redirect(href('/map/releases/:releaseId', { releaseId }, { done: 'proposed' }), 303)
  const { status, field, message } = releaseRefusalWords(proposed.refusal)
  return data({ form: withError(read.form, field, message) }, { status })
}

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
