import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { orNotFound, requireCasework, uuidParam } from '../../../access/require.server.ts'
import { PlanDone } from '../../../features/action-plans/plan-done.tsx'
import { PlanPage } from '../../../features/action-plans/plan-page.tsx'
import { readPlanPage } from '../../../features/action-plans/read-plan-page.server.ts'
import { CaseHeading } from '../../../features/casework/file/case-heading.tsx'
import { openCase } from '../../../features/casework/file/read-case.server.ts'
import { readWantedOptions } from '../../../features/options/read-wanted-options.server.ts'
import { WantedOptions } from '../../../features/options/wanted-options.tsx'
import { documentTitle } from '../../../ui/layout/document-title.ts'

export const meta: MetaFunction = () => [{ title: documentTitle('Action plan') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(args)
  const caseId = uuidParam(args.params.caseId)
  const page = await openCase({ actor, now }, caseId, async (tx) => ({
    plan: await readPlanPage(tx, { actor, now }, caseId),
    wanted: await readWantedOptions(tx, actor, caseId),
  }))
  const done = new URL(args.request.url).searchParams.get('done')
  return { ...orNotFound(page), done, now: now.toISOString() }
}

export default function Plan() {
  const { view, part, done, now } = useLoaderData<typeof loader>()
  return (
    <>
      <PlanDone code={done} plan={part.plan} now={now} />
      <CaseHeading view={view} current="casework" />
      <PlanPage caseId={view.caseId} plan={part.plan} now={now} mayChange={view.stage === 'open'} />
      <WantedOptions caseId={view.caseId} wanted={part.wanted} />
    </>
  )
}
