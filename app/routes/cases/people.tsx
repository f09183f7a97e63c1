import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { orNotFound, requireCasework, uuidParam } from '../../access/require.server.ts'
import { CaseHeading } from '../../features/casework/file/case-heading.tsx'
import { PeopleOfCase } from '../../features/casework/file/people-of-case.tsx'
import { openCase } from '../../features/casework/file/read-case.server.ts'
import { documentTitle } from '../../ui/layout/document-title.ts'

export const meta: MetaFunction = () => [{ title: documentTitle('People of a case') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(args)
  const page = await openCase({ actor, now }, uuidParam(args.params.caseId), async () => ({}))
  return { ...orNotFound(page), now }
}

export default function CasePeople() {
  const { view, now } = useLoaderData<typeof loader>()
  return (
    <>
      <CaseHeading view={view} current="people" />
      <PeopleOfCase view={view} now={now} />
    </>
  )
}
