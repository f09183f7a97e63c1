import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { permissionsOf } from '../../../access/ability.ts'
import { requireBusinessWith, whoMay } from '../../../access/require.server.ts'
import { askRelease, askReleaseInput } from '../../../features/hotspots/releases/ask-release.server.ts'
import { readReleasesPage } from '../../../features/hotspots/releases/read-releases-page.server.ts'
import { RELEASE_REFUSALS } from '../../../features/hotspots/releases/refusal-words.server.ts'
import { ReleaseList } from '../../../features/hotspots/releases/release-list.tsx'
import { Form } from '../../../forms/form.tsx'
import { formAction } from '../../../forms/form-action.server.ts'
import { EMPTY_FORM } from '../../../forms/form-state.ts'
import { href } from '../../../href.ts'
import { Button } from '../../../ui/button.tsx'
import { Select } from '../../../ui/fields/select.tsx'
import { documentTitle } from '../../../ui/layout/document-title.ts'
import { PageTitle } from '../../../ui/layout/page-title.tsx'
import { TextLink } from '../../../ui/text-link.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Releases of the map') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireBusinessWith(args, 'hotspotDraft')
  const mayProtect = permissionsOf(actor).mayEver('select', 'protectedPlace')
  return { ...(await readReleasesPage(actor, now)), mayProtect, idempotencyKey: randomUUID() }
}

export const action = formAction({
  who: whoMay('insert', 'hotspotDraft'),
  input: askReleaseInput,
  run: askRelease,
  next: (_, { releaseId }) => href('/map/releases/:releaseId', { releaseId }),
  refusals: RELEASE_REFUSALS,
})

export default function Releases() {
  const { releases, open, mayProtect, idempotencyKey } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  return (
    <>
      <PageTitle caption="Map">Releases</PageTitle>
      <p className="govuk-body">
        The map shows only published releases. One person requests and proposes a release. Accord attacks it, to check
        that no one can be identified, before anyone sees it. Another person publishes it.{' '}
        <TextLink href={href('/map/rules')}>The rules for releases</TextLink>.
      </p>
      <p className="govuk-body">
        Releases count the portal’s own incidents and{' '}
        <TextLink href={href('/map/imports')}>imported incidents</TextLink> from agencies that use another system.
        {mayProtect ? (
          <>
            {' '}
            <TextLink href={href('/map/places')}>Protected places</TextLink> are kept apart.
          </>
        ) : null}
      </p>
      <ReleaseList releases={releases} />
      <Form form={form} idempotencyKey={idempotencyKey}>
        <h2 className="govuk-heading-m">Request a release</h2>
        <Select
          form={form}
          name="period"
          label="Which period?"
          hint="You can release a quarter when it is over. If it has too few incidents, choose a half year or a whole year. Incidents reported later count in the next release."
          options={open}
          emptyLabel="Choose a period"
        />
        <Button>Build this release</Button>
      </Form>
    </>
  )
}
