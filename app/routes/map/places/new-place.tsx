import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireBusinessWith } from '../../../access/require.server.ts'
import { readPlaceForm } from '../../../features/hotspots/places/list-places.server.ts'
import { withPlaceRefusal } from '../../../features/hotspots/places/place-refusal.server.ts'
import { protectPlace, protectPlaceFields } from '../../../features/hotspots/places/protect-place.server.ts'
import { Form } from '../../../forms/form.tsx'
import { EMPTY_FORM } from '../../../forms/form-state.ts'
import { readForm } from '../../../forms/read-form.server.ts'
import { href } from '../../../href.ts'
import { Button } from '../../../ui/button.tsx'
import { PlaceFields } from '../../../ui/fields/place-fields.tsx'
import { TextInput } from '../../../ui/fields/text-input.tsx'
import { BackLink } from '../../../ui/layout/back-link.tsx'
import { documentTitle } from '../../../ui/layout/document-title.ts'
import { PageTitle } from '../../../ui/layout/page-title.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Protect a place') }]

export async function loader(asked: LoaderFunctionArgs) {
  const { actor } = await requireBusinessWith(asked, 'protectedPlace', 'insert')
  return { ...(await readPlaceForm({ actor })), idempotencyKey: randomUUID() }
}

export async function action(asked: ActionFunctionArgs) {
  const { actor, now } = await requireBusinessWith(asked, 'protectedPlace', 'insert')
  const read = await readForm(asked.request, protectPlaceFields)
  if (!read.ok) return data({ form: read.form }, 422)
  const added = await protectPlace({ actor, now, key: read.key }, read.value)
  if (!added.ok) return data({ form: withPlaceRefusal(read.form, added.refusal) }, 409)
  throw redirect(href('/map/places', { done: 'added' }), 303)
}

export default function NewPlace() {
  const { postcodes, idempotencyKey } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  return (
    <>
      <BackLink href={href('/map/places')}>Protected places</BackLink>
      <PageTitle>Protect a place</PageTitle>
      <p className="govuk-body">
        Accord saves only the hexagon of the place and the ward you choose. If you choose only a ward, the large hexagon
        in its middle is published as one area.
      </p>
      <Form form={form} idempotencyKey={idempotencyKey}>
        <PlaceFields form={form} postcodes={postcodes} />
        <TextInput
          form={form}
          name="reason"
          label="Why"
          hint="For example, a refuge. Leave out names and addresses: other coordinators can read this."
        />
        <Button>Protect this place</Button>
      </Form>
    </>
  )
}
