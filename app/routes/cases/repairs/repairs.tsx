import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { orNotFound, requireCasework, uuidParam } from '../../../access/require.server.ts'
import { CaseHeading } from '../../../features/casework/file/case-heading.tsx'
import { openCase } from '../../../features/casework/file/read-case.server.ts'
import { listRepairsOfCase } from '../../../features/repairs/list-repairs.server.ts'
import { RepairsOfCase } from '../../../features/repairs/repairs-of-case.tsx'
import { documentTitle } from '../../../ui/layout/document-title.ts'

export const meta: MetaFunction = () => [{ title: documentTitle('Repairs and graffiti') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(args)
  const page = await openCase({ actor, now }, uuidParam(args.params.caseId), async (tx, { caseId }) => ({
    repairs: await listRepairsOfCase(tx, { actor, now }, caseId),
  }))
  return orNotFound(page)
}

export default function CaseRepairs() {
  const { view, part } = useLoaderData<typeof loader>()
  return (
    <>
      <CaseHeading view={view} current="casework" />
      <RepairsOfCase caseId={view.caseId} isOpen={view.stage === 'open'} repairs={part.repairs} />
    </>
  )
}
