import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireBusinessWith, whoMay } from '../../access/require.server.ts'
import { AGENCY_TYPES } from '../../domain/partnership/agency.ts'
import { addAgency } from '../../features/agencies/add-agency.server.ts'
import { newAgencyInput } from '../../features/agencies/agency-input.server.ts'
import { AGENCY_REFUSALS } from '../../features/agencies/refusal-words.server.ts'
import { Form } from '../../forms/form.tsx'
import { formAction } from '../../forms/form-action.server.ts'
import { EMPTY_FORM } from '../../forms/form-state.ts'
import { href } from '../../href.ts'
import { Button } from '../../ui/button.tsx'
import { Radios } from '../../ui/fields/radios.tsx'
import { TextInput } from '../../ui/fields/text-input.tsx'
import { BackLink } from '../../ui/layout/back-link.tsx'
import { documentTitle } from '../../ui/layout/document-title.ts'
import { PageTitle } from '../../ui/layout/page-title.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Add an agency') }]

export async function loader(args: LoaderFunctionArgs) {
  await requireBusinessWith(args, 'agency', 'insert')
  return { idempotencyKey: randomUUID() }
}

export const action = formAction({
  who: whoMay('insert', 'agency'),
  input: newAgencyInput,
  run: addAgency,
  next: (_, { agencyId }) => href('/agencies/:agencyId', { agencyId }, { done: 'added' }),
  refusals: AGENCY_REFUSALS,
})

const KINDS = Object.entries(AGENCY_TYPES).map(([value, { label }]) => ({ value, label }))

export default function NewAgency() {
  const { idempotencyKey } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  return (
    <>
      <BackLink href={href('/agencies')}>Agencies</BackLink>
      <PageTitle>Add an agency</PageTitle>
      <Form form={form} idempotencyKey={idempotencyKey}>
        <TextInput form={form} name="name" label="Name" />
        <TextInput
          form={form}
          name="initials"
          label="Initials"
          hint="Two to four letters. They begin each case reference of this agency, like HB-4F7K"
          width={4}
        />
        <Radios form={form} name="kind" label="What kind of agency is it?" choices={KINDS} />
        <TextInput
          form={form}
          name="dutyEmail"
          label="Duty e-mail address"
          hint="Messages about referrals go there. Someone must read it every working day"
          type="email"
          spellCheck={false}
        />
        <Button>Add the agency</Button>
      </Form>
    </>
  )
}
