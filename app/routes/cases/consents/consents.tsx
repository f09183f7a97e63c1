import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { orNotFound, requireCasework, uuidParam } from '../../../access/require.server.ts'
import { CaseHeading } from '../../../features/casework/file/case-heading.tsx'
import { openCase } from '../../../features/casework/file/read-case.server.ts'
import { findClientAnswers } from '../../../features/consents/client-answers.server.ts'
import { ConsentDone } from '../../../features/consents/consent-done.tsx'
import { AnswersToRecordList, ConsentList } from '../../../features/consents/consent-list.tsx'
import { readConsents } from '../../../features/consents/read-consents.server.ts'
import { documentTitle } from '../../../ui/layout/document-title.ts'

export const meta: MetaFunction = () => [{ title: documentTitle('Consents') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(args)
  const caseId = uuidParam(args.params.caseId)
  const opened = await openCase({ actor, now }, caseId, async (tx) => ({
    ...(await readConsents(tx, { actor, now }, caseId)),
    toRecord: (await findClientAnswers(tx, { actor, now }, caseId)).length,
  }))
  const recorded = new URL(args.request.url).searchParams.getAll('done')
  return { ...orNotFound(opened), recorded, now }
}

export default function Consents() {
  const { view, part, recorded, now } = useLoaderData<typeof loader>()
  const justRecorded = part.consents.filter(({ consentId }) => recorded.includes(consentId))
  const earlier = part.consents.filter((one) => !justRecorded.includes(one) && one.withdrawnAt === null)
  return (
    <>
      {justRecorded.map((consent) => (
        <ConsentDone key={consent.consentId} caseId={view.caseId} consent={consent} earlier={earlier} />
      ))}
      <CaseHeading view={view} current="consents" />
      <AnswersToRecordList caseId={view.caseId} many={part.toRecord} />
      <ConsentList
        caseId={view.caseId}
        contactability={view.contactability}
        consents={part.consents}
        overrides={part.overrides}
        now={now}
      />
    </>
  )
}
