import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireBusinessWith, whoMay } from '../../../access/require.server.ts'
import { readPlaceForm } from '../../../features/hotspots/places/list-places.server.ts'
import { protectPlace, protectPlaceInput } from '../../../features/hotspots/places/protect-place.server.ts'
import { PLACE_REFUSALS } from '../../../features/hotspots/places/refusal-words.server.ts'
import { Form } from '../../../forms/form.tsx'
import { formAction } from '../../../forms/form-action.server.ts'
import { EMPTY_FORM } from '../../../forms/form-state.ts'
import { href } from '../../../href.ts'
import { Button } from '../../../ui/button.tsx'
import { PlaceFields } from '../../../ui/fields/place-fields.tsx'
import { TextInput } from '../../../ui/fields/text-input.tsx'
import { BackLink } from '../../../ui/layout/back-link.tsx'
import { documentTitle } from '../../../ui/layout/document-title.ts'
import { PageTitle } from '../../../ui/layout/page-title.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Protect a place') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requireBusinessWith(args, 'protectedPlace', 'insert')
  return { ...(await readPlaceForm({ actor })), idempotencyKey: randomUUID() }
}

export const action = formAction({
  who: whoMay('insert', 'protectedPlace'),
  input: protectPlaceInput,
  run: protectPlace,
  next: () => href('/map/places', { done: 'added' }),
  refusals: PLACE_REFUSALS,
})

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
