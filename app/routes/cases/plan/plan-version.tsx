import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { orNotFound, requireCasework, uuidParam } from '../../../access/require.server.ts'
import { PlanColumns } from '../../../features/action-plans/plan-columns.tsx'
import { PlanFrame } from '../../../features/action-plans/plan-frame.tsx'
import { readShownPlan } from '../../../features/action-plans/read-shown-plan.server.ts'
import { SignatureList } from '../../../features/action-plans/signature-list.tsx'
import { Fingerprint } from '../../../features/action-plans/version-list.tsx'
import { openCase } from '../../../features/casework/file/read-case.server.ts'
import { documentTitle } from '../../../ui/layout/document-title.ts'
import { Instant } from '../../../ui/time/time.tsx'

export const meta: MetaFunction = () => [{ title: documentTitle('One version of the plan') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(args)
  const caseId = uuidParam(args.params.caseId)
  const planId = uuidParam(args.params.planId)
  const page = await openCase({ actor, now }, caseId, async (tx) => ({
    version: orNotFound(await readShownPlan(tx, { actor, now }, caseId, { planId })),
  }))
  return { ...orNotFound(page), now: now.toISOString() }
}

export default function PlanVersionPage() {
  const { view, part, now } = useLoaderData<typeof loader>()
  const { version } = part
  return (
    <PlanFrame view={view} title={`Action plan, version ${version.version}`}>
      <p className="govuk-body">
        {version.stateLabel}.{' '}
        {version.agreedAt ? (
          <>
            Agreed <Instant at={version.agreedAt} now={now} />. {version.agreedHow}.
          </>
        ) : null}
      </p>
      <PlanColumns plan={version} now={now} />
      <h2 className="govuk-heading-m">Signatures</h2>
      <SignatureList signatures={version.signatures} now={now} />
      <Fingerprint of={version.fingerprint} />
    </PlanFrame>
  )
}
