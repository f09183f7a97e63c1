import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { orNotFound, requireCasework, uuidParam } from '../../access/require.server.ts'
import { londonDayOf } from '../../domain/time/calendar-day.ts'
import { CaseHeading } from '../../features/casework/file/case-heading.tsx'
import { openCase } from '../../features/casework/file/read-case.server.ts'
import { CaseworkList } from '../../features/casework/progress/casework-list.tsx'
import { caseworkRows } from '../../features/casework/progress/casework-rows.server.ts'
import { documentTitle } from '../../ui/layout/document-title.ts'

export const meta: MetaFunction = () => [{ title: documentTitle('Casework') }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor, now } = await requireCasework(args)
  const page = await openCase({ actor, now }, uuidParam(args.params.caseId), async (_tx, view, progress) => ({
    rows: caseworkRows(view, await progress, londonDayOf(now)),
  }))
  return orNotFound(page)
}

export default function Casework() {
  const { view, part } = useLoaderData<typeof loader>()
  return (
    <>
      <CaseHeading view={view} current="casework" />
      <h2 className="govuk-heading-m">Casework</h2>
      <CaseworkList rows={part.rows} />
    </>
  )
}
