import { randomUUID } from 'node:crypto'
import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireCasework, uuidParam } from '../../../access/require.server.ts'
import { lacksName } from '../../../domain/consents/consent-taking.ts'
import { done } from '../../../domain/result.ts'
import { clientAnswerInput, keepClientAnswer } from '../../../features/consents/client-answers.server.ts'
import { consentAddress, consentChoiceOf } from '../../../features/consents/consent-choice.ts'
import { ConsentQuestion } from '../../../features/consents/consent-question.tsx'
import { readConsentPage } from '../../../features/consents/read-consent-page.server.ts'
import { formAction } from '../../../forms/form-action.server.ts'
import { EMPTY_FORM } from '../../../forms/form-state.ts'
import { href } from '../../../href.ts'
import { documentTitle } from '../../../ui/layout/document-title.ts'
import { PageTitle } from '../../../ui/layout/page-title.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('May we share?') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(args)
  const caseId = uuidParam(args.params.caseId)
  const { choice, position } = askedIn(args.request)
  const page = await readConsentPage({ actor, now }, caseId, choice, position)
  const { recipient, wording } = page
  const isComplete = page.choice.recipientAgencyIds.length === choice.recipientAgencyIds.length
  if (!recipient || !wording || !isComplete || choice.purposes.length === 0 || lacksName(choice))
    throw redirect(`${consentAddress(caseId, 'new', page.choice)}&incomplete`)
  return { choice: page.choice, recipient, wording, idempotencyKey: randomUUID() }
}

export const action = formAction({
  who: async (args) => ({ ...(await requireCasework(args)), ...askedIn(args.request) }),
  params: ['caseId'],
  input: clientAnswerInput,
  run: async ({ actor, now, position }, { caseId, ...answer }) =>
    done(await keepClientAnswer({ actor, now }, caseId, answer, { first: position === 0 })),
  next: ({ caseId }, _, { choice, position }) => {
    const isLast = position + 1 >= choice.recipientAgencyIds.length
    return isLast
      ? href('/cases/:caseId/consents/record', { caseId })
      : consentAddress(caseId, 'ask', choice, position + 1)
  },
  refusals: {},
})

/** The prepared choices, and the agency that the client is asked about now. */
function askedIn(request: Request) {
  const query = new URL(request.url).searchParams
  const position = Number(query.get('position') ?? 0)
  return { choice: consentChoiceOf(query), position: Number.isSafeInteger(position) && position > 0 ? position : 0 }
}

export default function AskClient() {
  const { choice, recipient, wording, idempotencyKey } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  return (
    <>
      <PageTitle size="xl">May we share with {recipient.name}?</PageTitle>
      <ConsentQuestion key={recipient.agencyId} {...{ choice, recipient, wording, form, idempotencyKey }} />
    </>
  )
}
