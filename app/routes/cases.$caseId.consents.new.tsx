import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireCasework } from '../access/require.server.ts'
import { uuidParam } from '../access/uuid-param.server.ts'
import { consentChoiceOf } from '../features/consents/consent-choice.ts'
import { ConsentSetup } from '../features/consents/consent-setup.tsx'
import { readConsentPage } from '../features/consents/read-consent-page.server.ts'
import { documentTitle } from '../ui/document-title.ts'
import { filledWith, withError } from '../ui/form-state.ts'

export const meta: MetaFunction = () => [{ title: documentTitle('Ask what may be shared') }]

export async function loader(asked: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(asked)
  const query = new URL(asked.request.url).searchParams
  const page = await readConsentPage({ actor, now }, uuidParam(asked.params.caseId), consentChoiceOf(query))
  const { recipientAgencyId, purposes, categories } = page.choice
  const chosen = filledWith({ to: recipientAgencyId ?? '', purposes, data: purposes.length > 0 ? categories : [] })
  if (!query.has('incomplete')) return { page, form: chosen }
  const noAgency = page.recipient ? chosen : withError(chosen, 'to', 'Choose the agency to ask about')
  const form = purposes.length > 0 ? noAgency : withError(noAgency, 'purposes', 'Choose what it would be shared for')
  return { page, form }
}

export default function PrepareConsent() {
  const { page, form } = useLoaderData<typeof loader>()
  return <ConsentSetup page={page} form={form} />
}
