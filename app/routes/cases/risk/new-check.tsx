import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { notFound, orNotFound, requireCasework, uuidParam } from '../../../access/require.server.ts'
import { CaseFormPage } from '../../../features/casework/file/case-form-page.tsx'
import { openCase } from '../../../features/casework/file/read-case.server.ts'
import { checkRisk } from '../../../features/risk/check-risk.server.ts'
import { readRiskForm } from '../../../features/risk/read-risk-form.server.ts'
import { CHECK_RISK_REFUSALS } from '../../../features/risk/refusal-words.server.ts'
import { questionsLeft, riskCheckInput } from '../../../features/risk/risk-check-entries.server.ts'
import { RiskCheckForm } from '../../../features/risk/risk-check-form.tsx'
import { formAction } from '../../../forms/form-action.server.ts'
import { EMPTY_FORM, filledWith } from '../../../forms/form-state.ts'
import { KeptDraft } from '../../../forms/kept-draft.tsx'
import { href } from '../../../href.ts'
import { documentTitle } from '../../../ui/layout/document-title.ts'
import { WarningText } from '../../../ui/warning-text.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('Check the risk') }]

// After a refusal the page reads the newest check again, so that the form can be sent once more.
export const shouldRevalidate = () => true

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(args)
  const reading = { actor, now }
  const page = await openCase(reading, uuidParam(args.params.caseId), (tx, { caseId, contactability }) => {
    if (contactability !== 'possible') throw notFound()
    return readRiskForm(tx, reading, caseId)
  })
  return orNotFound(page)
}

export const action = formAction({
  who: requireCasework,
  params: ['caseId'],
  input: riskCheckInput,
  check: questionsLeft,
  run: checkRisk,
  next: ({ caseId }) => href('/cases/:caseId/risk', { caseId }, { done: 'checked' }),
  refusals: CHECK_RISK_REFUSALS,
})

export default function CheckTheRisk() {
  const { view, part } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { draft, words, seen, idempotencyKey, now } = part
  const form = answer?.form ?? (draft ? filledWith(draft.fields) : EMPTY_FORM)
  return (
    <CaseFormPage caseId={view.caseId} reference={view.reference} title="Check the risk">
      {draft && !answer ? (
        <KeptDraft of={{ form: 'risk-check', subject: view.caseId }} savedAt={draft.savedAt} now={now} />
      ) : null}
      <WarningText>If anyone is in danger now, call 999 first.</WarningText>
      <p className="govuk-body">
        The Hate Crime Risk Check has 14 questions. It is not a validated instrument: it supports your judgement.
      </p>
      <RiskCheckForm
        key={answer ? 'sent' : (draft?.savedAt.getTime() ?? 'fresh')}
        caseId={view.caseId}
        form={form}
        words={words}
        seen={seen}
        idempotencyKey={idempotencyKey}
      />
    </CaseFormPage>
  )
}
