import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData, useSearchParams } from '@remix-run/react'
import { orNotFound, requireCasework, uuidParam } from '../../../access/require.server.ts'
import { CaseHeading } from '../../../features/casework/file/case-heading.tsx'
import { openCase } from '../../../features/casework/file/read-case.server.ts'
import { readRiskPart } from '../../../features/risk/read-risk-page.server.ts'
import { RiskDone } from '../../../features/risk/risk-done.tsx'
import { RiskPage } from '../../../features/risk/risk-page.tsx'
import { documentTitle } from '../../../ui/layout/document-title.ts'

export const meta: MetaFunction = () => [{ title: documentTitle('Risk') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(args)
  const reading = { actor, now }
  const page = await openCase(reading, uuidParam(args.params.caseId), (tx, { caseId }) =>
    readRiskPart(tx, reading, caseId),
  )
  return { ...orNotFound(page), now: now.toISOString() }
}

export default function Risk() {
  const { view, part, now } = useLoaderData<typeof loader>()
  const [address] = useSearchParams()
  return (
    <>
      <RiskDone code={address.get('done')} isHigh={part.risk?.level === 'high'} />
      <CaseHeading view={view} current="casework" />
      <RiskPage caseId={view.caseId} part={part} possible={view.contactability === 'possible'} now={now} />
    </>
  )
}
