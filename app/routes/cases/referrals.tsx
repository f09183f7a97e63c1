import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { orNotFound, requireCasework, uuidParam } from '../../access/require.server.ts'
import { CaseHeading } from '../../features/casework/file/case-heading.tsx'
import { openCase } from '../../features/casework/file/read-case.server.ts'
import { readReferrals } from '../../features/casework/file/read-case-parts.server.ts'
import { ReferralsOfCase } from '../../features/casework/file/referrals-of-case.tsx'
import { documentTitle } from '../../ui/layout/document-title.ts'

export const meta: MetaFunction = () => [{ title: documentTitle('Referrals of a case') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(args)
  const page = await openCase({ actor, now }, uuidParam(args.params.caseId), async (tx, { caseId }) => ({
    referrals: await readReferrals(tx, actor, caseId),
  }))
  return { ...orNotFound(page), now }
}

export default function CaseReferrals() {
  const { view, part, now } = useLoaderData<typeof loader>()
  return (
    <>
      <CaseHeading view={view} current="referrals" />
      <ReferralsOfCase caseId={view.caseId} referrals={part.referrals} open={view.stage === 'open'} now={now} />
    </>
  )
}
