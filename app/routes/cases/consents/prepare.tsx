import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireCasework, uuidParam } from '../../../access/require.server.ts'
import { lacksName } from '../../../domain/consents/consent-taking.ts'
import { type ConsentChoice, consentChoiceOf } from '../../../features/consents/consent-choice.ts'
import { ConsentSetup } from '../../../features/consents/consent-setup.tsx'
import { readConsentPage } from '../../../features/consents/read-consent-page.server.ts'
import { type FormState, filledWith } from '../../../forms/form-state.ts'
import { documentTitle } from '../../../ui/layout/document-title.ts'

export const meta: MetaFunction = () => [{ title: documentTitle('Ask what may be shared') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(args)
  const query = new URL(args.request.url).searchParams
  const page = await readConsentPage({ actor, now }, uuidParam(args.params.caseId), consentChoiceOf(query))
  return { page, form: query.has('incomplete') ? withMissing(page.choice) : filledBy(page.choice) }
}

export default function PrepareConsent() {
  const { page, form } = useLoaderData<typeof loader>()
  return <ConsentSetup page={page} form={form} />
}

function filledBy({ recipientAgencyIds, purposes, categories, withoutName }: ConsentChoice): FormState {
  const data = purposes.length > 0 ? categories : []
  return filledWith({ to: recipientAgencyIds, purposes, data, withoutName: withoutName ? 'yes' : '' })
}

function withMissing(choice: ConsentChoice): FormState {
  const errors = [
    { field: 'to', missing: choice.recipientAgencyIds.length === 0, message: 'Choose the agency to ask about' },
    { field: 'purposes', missing: choice.purposes.length === 0, message: 'Choose what it would be shared for' },
    {
      field: 'withoutName',
      missing: lacksName(choice),
      message: 'Choose the name above, or share how to reach the client without it',
    },
  ]
  return { ...filledBy(choice), errors: errors.filter(({ missing }) => missing) }
}
