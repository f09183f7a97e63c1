import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { orNotFound, requireCasework, uuidParam } from '../../../access/require.server.ts'
import { CaseFormPage } from '../../../features/casework/file/case-form-page.tsx'
import { openCase } from '../../../features/casework/file/read-case.server.ts'
import { changeRiskLevel, changeRiskLevelInput } from '../../../features/risk/change-risk-level.server.ts'
import { readLevelForm } from '../../../features/risk/read-risk-form.server.ts'
import { RISK_LEVEL_REFUSALS } from '../../../features/risk/refusal-words.server.ts'
import { RiskLevelForm } from '../../../features/risk/risk-level-form.tsx'
import { formAction } from '../../../forms/form-action.server.ts'
import { EMPTY_FORM } from '../../../forms/form-state.ts'
import { href } from '../../../href.ts'
import { documentTitle } from '../../../ui/layout/document-title.ts'

export const meta: MetaFunction = () => [{ title: documentTitle('Raise or lower the risk level') }]

// After a refusal the page reads the newest level again, so that the form can be sent once more.
export const shouldRevalidate = () => true

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(args)
  const reading = { actor, now }
  const page = await openCase(reading, uuidParam(args.params.caseId), async (tx, { caseId }) => ({
    level: await readLevelForm(tx, reading, caseId),
  }))
  return orNotFound(page)
}

export const action = formAction({
  who: requireCasework,
  params: ['caseId'],
  input: changeRiskLevelInput,
  run: changeRiskLevel,
  next: ({ caseId }, { direction }) => href('/cases/:caseId/risk', { caseId }, { done: direction }),
  refusals: RISK_LEVEL_REFUSALS,
})

export default function ChangeRiskLevel() {
  const { view, part } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  return (
    <CaseFormPage caseId={view.caseId} reference={view.reference} title="Raise or lower the risk level">
      <RiskLevelForm caseId={view.caseId} part={part.level} form={form} />
    </CaseFormPage>
  )
}
