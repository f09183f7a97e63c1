import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { orNotFound, requireCasework, uuidParam } from '../../../access/require.server.ts'
import { CaseHeading } from '../../../features/casework/file/case-heading.tsx'
import { IncidentList } from '../../../features/casework/file/incident-list.tsx'
import { openCase } from '../../../features/casework/file/read-case.server.ts'
import { readIncidentsOfCase } from '../../../features/casework/file/read-case-parts.server.ts'
import { documentTitle } from '../../../ui/layout/document-title.ts'

export const meta: MetaFunction = () => [{ title: documentTitle('Incidents of a case') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(args)
  const page = await openCase({ actor, now }, uuidParam(args.params.caseId), async (tx, { caseId }) => ({
    incidents: await readIncidentsOfCase(tx, actor, caseId),
  }))
  return { ...orNotFound(page), now }
}

export default function CaseIncidents() {
  const { view, part, now } = useLoaderData<typeof loader>()
  return (
    <>
      <CaseHeading view={view} current="incidents" />
      <IncidentList caseId={view.caseId} incidents={part.incidents} open={view.stage === 'open'} now={now} />
    </>
  )
}
